using System.Runtime.InteropServices;

namespace QuestCms.UnitTests;

/// <summary>How long a piece of work had this thread's processor (clock_gettime(3), CLOCK_THREAD_CPUTIME_ID): what else the machine does meanwhile doesn't count.</summary>
internal static class CpuTime
{
    private const int ThreadClock = 3;

    public static TimeSpan Of(Action work)
    {
        var began = Now();
        work();
        return Now() - began;
    }

    private static TimeSpan Now()
    {
        if (Read(ThreadClock, out var time) != 0) throw new InvalidOperationException("The thread's clock can't be read here.");
        return TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / 100);
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int Read(int clock, out Moment time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Moment
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
