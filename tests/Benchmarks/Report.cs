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

    /// <summary>A whole run writes the document anew; a group alone replaces its own parts and says by which command.</summary>
    public async Task WriteAsync()
    {
        var path = Path.Combine(ProjectFolder.Root, options.Out);
        var parts = options.Only is null || !File.Exists(path) ? [Head()] : (await File.ReadAllTextAsync(path)).TrimEnd().Split("\n## ").ToList();
        foreach (var group in _groups)
        {
            var at = parts.FindIndex(p => p.StartsWith(group.Title + '\n', StringComparison.Ordinal));
            if (at < 0) parts.Add(Part(group));
            else parts[at] = Part(group);
        }
        await File.WriteAllTextAsync(path, string.Join("\n## ", parts.Select(p => p.TrimEnd() + '\n')));
        Console.WriteLine($"Written to {options.Out}.");
    }

    private string Head() => $"# Benchmarks\n\nWritten by `{options.Command}` on {Machine()}. A ratio (×) compares two things of the same run; everything else depends on the machine.\n";

    private string Part(FigureGroup group)
    {
        var text = new StringBuilder($"{group.Title}\n\n{group.Say}{(options.Only is null ? "" : $" Measured alone by `{options.Command}`.")}\n\n| what | measured | limit |\n| --- | ---: | ---: |\n");
        foreach (var figure in group.Figures) text.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.InWords} | {figure.LimitInWords}{(figure.Limit is null ? "" : figure.IsWithinLimit ? ", held" : ", not held")} |\n");
        return text.ToString();
    }

    private static string Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture, $"a machine with {Environment.ProcessorCount} cores and {memory:0} GB of memory, .NET {Environment.Version}");
    }
}
