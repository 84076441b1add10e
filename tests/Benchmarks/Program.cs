using QuestCms.Benchmarks;
using QuestCms.TestKit;

// Measures what users and operators feel, on this machine, and writes it down with the command and the machine.
if (BenchOptions.Of(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchOptions.Usage);
    return 1;
}
if (!File.Exists(ProjectFolder.Program))
{
    await Console.Error.WriteLineAsync("The application is not built: ./quest bench builds it.");
    return 1;
}

var report = new Report(options);
report.Add(PureFigures.Measure());
await using var house = await BenchHouse.OpenAsync();
report.Add(await StartFigures.MeasureAsync(house, options.Starts));
var small = await house.FillAsync(options);
var alone = await WorkDay.AloneAsync(house);
await house.MultiplyAsync(options.Articles);
report.Add(await WorkFigures.MeasureAsync(house, options, small, alone));
report.Add(await AiFigures.MeasureAsync(house, options.People));
await report.WriteAsync();
return report.IsWithinLimits ? 0 : 2;
