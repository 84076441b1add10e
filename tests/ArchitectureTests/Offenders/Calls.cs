using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace QuestCms.ArchitectureTests.Offenders;

/// <summary>A class that asks the database while its thread waits.</summary>
internal static class SynchronousReader
{
    public static int Read(DbContext db, IQueryable<int> numbers, DbCommand command)
    {
        var first = numbers.First(n => numbers.Any(m => m > n)); // the inner one is an expression
        return first + db.SaveChanges() + (int)command.ExecuteScalar()!;
    }
}

/// <summary>A class that waits for tasks with a thread.</summary>
internal static class ThreadHolder
{
    public static int Hold(Task<int> number, Task nothing)
    {
        var found = number.Result;
        nothing.Wait();
        return found;
    }
}
