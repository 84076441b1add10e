using System.Globalization;
using System.Text;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>Prints the figures as they come and writes them down with the command and the machine.</summary>
internal sealed class Report(BenchOptions options)
{
    private readonly List<FigureGroup> _groups = [];

    public bool IsWithinLimits => _groups.SelectMany(g => g.Figures).All(f => f.IsWithinLimit);

    public void Add(IEnumerable<FigureGroup> groups)
    {
        foreach (var group in groups) Add(group);
    }

    public void Add(FigureGroup group)
    {
        _groups.Add(group);
        Console.WriteLine(group.Title);
        foreach (var figure in group.Figures) Console.WriteLine($"  {figure.What,-60} {figure.InWords,12} {figure.LimitInWords,12}{(figure.IsWithinLimit ? "" : "   TOO MUCH")}");
    }

    public async Task WriteAsync()
    {
        var text = new StringBuilder("# Benchmarks\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Written by `{options.Command}` on {Machine()}. A ratio (×) compares two things of the same run; everything else depends on the machine.\n");
        foreach (var group in _groups)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n{group.Say}\n\n| what | measured | limit |\n| --- | ---: | ---: |\n");
            foreach (var figure in group.Figures) text.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.InWords} | {figure.LimitInWords}{(figure.IsWithinLimit ? "" : ", not held")} |\n");
        }
        await File.WriteAllTextAsync(Path.Combine(ProjectFolder.Root, options.Out), text.ToString());
        Console.WriteLine($"Written to {options.Out}.");
    }

    private static string Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"a machine with {Environment.ProcessorCount} cores and {memory:0} GB of memory, .NET {Environment.Version}");
    }
}
