namespace QuestCms.Benchmarks;

/// <summary>Memory and answers while people work.</summary>
internal static class WorkFigures
{
    private static readonly string[] Held = [WorkDay.List, WorkDay.Filtered, WorkDay.Search, WorkDay.Editor, WorkDay.Autosave, WorkDay.Preview, WorkDay.Desk];

    // Each as the runtime reads it from the environment; the first is what the program says itself.
    private static readonly (string Name, (string, string)[] Settings)[] Collectors =
    [
        ("as shipped", []),
        ("server collector", [("DOTNET_gcServer", "1")]),
        ("workstation collector, not concurrent", [("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0")]),
    ];

    public static async Task<IReadOnlyList<FigureGroup>> MeasureAsync(BenchHouse house, BenchOptions options, int small, Timings before)
    {
        var groups = new List<FigureGroup>();
        var after = await WorkDay.AloneAsync(house);
        await using (var quest = await house.Start().ReadyAsync())
        {
            var idle = Memory.Of(quest);
            var day = new WorkDay(house, quest.Address);
            await day.WorkAsync(options.People, TimeSpan.FromMinutes(options.Minutes));
            var figures = new List<Figure> { new("memory after start", idle, "MB", 350), new("memory after the work", Memory.Of(quest), "MB", 350), new("most memory at any moment", Memory.MostOf(quest), "MB", 350) };
            foreach (var name in Held)
            {
                figures.Add(new($"{name}, p95 of {day.Taken.Count(name)}", day.Taken.At(name, 0.95), "ms", 200));
                figures.Add(new($"{name}, median", day.Taken.At(name, 0.5), "ms"));
            }
            groups.Add(new($"{options.People} signed-in people, {options.Minutes:0.##} minutes, {house.Articles.Count:N0} articles",
                $"{day.Taken.Total} requests: list, filters, search, editor, autosaves, preview, a pause of two seconds after each; one person comes each second. Times as the browser sees them, without drawing.", figures));
            await quest.TerminateAsync();
            await quest.ExitAsync();
        }
        groups.Add(new("Many articles and few", $"One person: {house.Articles.Count:N0} articles to {small:N0}, medians of the same requests in this run.",
            [.. new[] { WorkDay.List, WorkDay.Filtered, WorkDay.Search, WorkDay.Editor }.Select(n => new Figure(n, after.At(n, 0.5) / before.At(n, 0.5), "×"))]));
        groups.Add(await CompareAsync(house, options));
        return groups;
    }

    private static async Task<FigureGroup> CompareAsync(BenchHouse house, BenchOptions options)
    {
        var figures = new List<Figure>();
        double? shipped = null, shippedEditor = null;
        foreach (var (name, settings) in Collectors)
        {
            await using var quest = await house.Start(settings).ReadyAsync();
            var day = new WorkDay(house, quest.Address);
            await day.WorkAsync(options.People, TimeSpan.FromSeconds(Math.Min(60, options.Minutes * 60)));
            var (most, editor) = (Memory.MostOf(quest), day.Taken.At(WorkDay.Editor, 0.95));
            figures.Add(new($"most memory, {name}", most, "MB"));
            if (shipped is { } memory && shippedEditor is { } time)
            {
                figures.Add(new($"memory, {name} to as shipped", most / memory, "×"));
                figures.Add(new($"editor at p95, {name} to as shipped", editor / time, "×"));
            }
            (shipped, shippedEditor) = (shipped ?? most, shippedEditor ?? editor);
            await quest.TerminateAsync();
            await quest.ExitAsync();
        }
        return new FigureGroup("Garbage collectors", "The same work for a minute under each.", figures);
    }
}
