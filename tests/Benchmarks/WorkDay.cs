using System.Net;
using QuestCms.TestKit;

namespace QuestCms.Benchmarks;

/// <summary>People at work, each with a browser of their own: look through the list, search, open an article, type for a while, look at the preview, go on.</summary>
internal sealed class WorkDay(BenchHouse house, Uri address)
{
    public const string List = "articles list", Filtered = "articles list, filtered", Search = "search", Editor = "editor", Autosave = "autosave", Preview = "preview", Desk = "my work";
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly string[] Looked = ["deposit", "notice period", "school", "tax number", "first week", "interview"];

    public Timings Taken { get; } = new();

    /// <summary>Each comes a second after the one before and works until the time is over; a faulty answer ends the bench, because its figures would be of nothing.</summary>
    public Task WorkAsync(int people, TimeSpan time) => WorkAsync(people, time, people, TimeSpan.FromSeconds(1));

    /// <summary>The same, with more browsers than people have accounts, and another pace of their coming.</summary>
    public Task WorkAsync(int browsers, TimeSpan time, int people, TimeSpan apart) => Task.WhenAll(Enumerable.Range(0, browsers).Select(b => OneWorksAsync(b, b % people, time, apart)));

    /// <summary>One person, one thing after the other, on what is there now: for the ratio to the same with many articles.</summary>
    public static async Task<Timings> AloneAsync(BenchHouse house)
    {
        await using var quest = await house.Start().ReadyAsync();
        var day = new WorkDay(house, quest.Address);
        using var session = new WriterSession(quest.Address);
        await session.SignInAsync(BenchHouse.Email(0), BenchHouse.Password, CancellationToken.None);
        for (var round = 0; round < 30; round++)
        {
            if (round == 10) day.Taken.Forget(); // the first ones warm it up
            await day.LookAsync(session, new Random(round));
            await day.Taken.TimeAsync(Editor, () => session.OpenAsync(house.Articles[round * 7 % house.Articles.Count], CancellationToken.None));
        }
        return day.Taken;
    }

    private async Task OneWorksAsync(int person, int account, TimeSpan time, TimeSpan apart)
    {
        // One comes every second, as a morning begins; all at once would measure the first second of a cold process twenty times.
        await Task.Delay(apart * person);
        using var end = new CancellationTokenSource(time);
        using var session = new WriterSession(address);
        var random = new Random(person);
        using var pause = new PeriodicTimer(Pause + TimeSpan.FromMilliseconds(random.Next(500)));
        await session.SignInAsync(BenchHouse.Email(account), BenchHouse.Password, CancellationToken.None);
        var steps = Steps(session, person, random).GetAsyncEnumerator();
        try
        {
            while (await pause.WaitForNextTickAsync(end.Token) && await steps.MoveNextAsync())
            {
                // The step was done while the enumerator moved.
            }
        }
        catch (OperationCanceledException)
        {
            // The day is over.
        }
        await steps.DisposeAsync();
    }

    private async IAsyncEnumerable<string> Steps(WriterSession session, int person, Random random)
    {
        while (true)
        {
            await PageAsync(session, Desk, "/studio");
            yield return Desk;
            await LookAsync(session, random);
            yield return List;
            // Everyone has articles of their own, so that nobody is told of another's changes.
            var mine = house.Articles.Count / 20 * (person % 20) + random.Next(Math.Max(1, house.Articles.Count / 20));
            var form = await Taken.TimeAsync(Editor, () => session.OpenAsync(house.Articles[mine], CancellationToken.None));
            yield return Editor;
            var (body, version) = (form.Body, form.Version);
            for (var sentence = 0; sentence < 4; sentence++)
            {
                body += $"\n\nA sentence was added here, number {random.Next(10_000)}.";
                var (status, json) = await Taken.TimeAsync(Autosave, () => session.SendAsync(form, "Save", session.Fields(form, body, version, named: false), CancellationToken.None));
                if (status != HttpStatusCode.OK) throw new InvalidOperationException($"An autosave was answered {status}: {json}");
                version = json.GetProperty("version").GetInt32();
                yield return Autosave;
            }
            var (shown, _) = await Taken.TimeAsync(Preview, () => session.SendAsync(form, "Preview", [("Body", body)], CancellationToken.None));
            if (shown != HttpStatusCode.OK) throw new InvalidOperationException($"A preview was answered {shown}.");
            yield return Preview;
        }
    }

    private async Task LookAsync(WriterSession session, Random random)
    {
        await PageAsync(session, List, "/studio/articles");
        await PageAsync(session, Filtered, $"/studio/articles?state=Published&tag=year{2016 + random.Next(8)}");
        await PageAsync(session, Search, $"/studio/articles?q={Uri.EscapeDataString(Looked[random.Next(Looked.Length)])}");
    }

    private async Task PageAsync(WriterSession session, string name, string path)
    {
        var (status, _) = await Taken.TimeAsync(name, () => session.GetAsync(path, CancellationToken.None));
        if (status != HttpStatusCode.OK) throw new InvalidOperationException($"{path} was answered {status}.");
    }
}
