using QuestCms.Benchmarks;

// Measures what users and operators feel, on this machine, and writes it down with the command and the machine.
if (BenchOptions.Of(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchOptions.Usage);
    return 1;
}
if (!File.Exists(Shipped.House) || !File.Exists(Shipped.Bare))
{
    await Console.Error.WriteLineAsync("The application is not built: ./quest bench builds it.");
    return 1;
}

var report = new Report(options);
if (options.Wants("pure")) report.Add(PureFigures.Measure());
await using var house = await BenchHouse.OpenAsync(options.House);
if (options.Wants("start")) report.Add(await StartFigures.MeasureAsync(house, options.Starts));
if (options.Wants("work") || options.Wants("ai"))
{
    var small = await house.FillAsync(options);
    var alone = options.Wants("work") ? await WorkDay.AloneAsync(house) : null;
    await house.MultiplyAsync(options.Articles);
    if (alone is not null) report.Add(await WorkFigures.MeasureAsync(house, options, small, alone));
    if (options.Wants("ai")) report.Add(await AiFigures.MeasureAsync(house, options.People));
}
if (options.Wants("live")) report.Add(await LiveFigures.MeasureAsync(house));
if (options.Wants("search")) report.Add(await SearchFigures.MeasureAsync(house, options));
if (options.WantsDelivery)
{
    if (house.Articles.Count == 0 && !await house.IsFilledAsync())
    {
        await house.FillAsync(options);
        await house.MultiplyAsync(options.Articles);
    }
    report.Add(await DeliveryFigures.MeasureAsync(house, options));
}
if (options.Wants("roll"))
{
    if (house.Articles.Count == 0) await house.FillAsync(options);
    report.Add(await RollFigures.MeasureAsync(house));
}
await report.WriteAsync();
return report.IsWithinLimits ? 0 : 2;
