using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class KeptAnswersTests
{
    private static readonly DeliverySite Site = new(new Guid(1, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), "relocation", "Relocation", "", "en", true, 7, "first");
    private static readonly DeliverySite Other = Site with { Id = new Guid(2, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]), Slug = "placement" };
    private static readonly DeliverySites Seen = new([Other, Site]);
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public void What_is_kept_is_found_by_all_that_tells_answers_apart()
    {
        var kept = new KeptAnswers(1_000_000);
        Assert.True(kept.Keep(Key("/a"), Answer(), Site, Seen));

        Assert.NotNull(kept.Find(Key("/a")));
        foreach (var other in new[] { Key("/b"), Key("/a") with { Query = "?x=1" }, Key("/a") with { Host = "elsewhere" }, Key("/a") with { IsHttps = true }, Key("/a") with { Coding = Coding.Brotli } }) Assert.Null(kept.Find(other));
    }

    [Fact]
    public void It_never_holds_more_than_it_may_and_what_is_asked_for_stays()
    {
        var kept = new KeptAnswers(100_000);
        kept.Keep(Key("/liked"), Answer(), Site, Seen);
        for (var i = 0; i < 500; i++)
        {
            Assert.NotNull(kept.Find(Key("/liked")));
            Assert.True(kept.Keep(Key($"/once/{i}"), Answer(), Site, Seen));
            Assert.InRange(kept.Bytes, 1, 100_000);
        }

        Assert.NotNull(kept.Find(Key("/liked")));
        Assert.NotNull(kept.Find(Key("/once/499")));
        Assert.Null(kept.Find(Key("/once/0")));
        Assert.InRange(kept.Count, 30, 60);
    }

    [Fact]
    public void Where_everything_is_liked_the_oldest_goes_all_the_same()
    {
        var kept = new KeptAnswers(100_000);
        for (var i = 0; i < 200; i++)
        {
            kept.Keep(Key($"/{i}"), Answer(), Site, Seen);
            for (var liked = 0; liked <= i; liked++) kept.Find(Key($"/{liked}"));
        }

        Assert.InRange(kept.Bytes, 1, 100_000);
    }

    [Fact]
    public void What_is_large_beyond_measure_is_not_kept_and_with_no_memory_nothing_is()
    {
        Assert.False(new KeptAnswers(100_000).Keep(Key("/large"), Answer(bytes: 20_000), Site, Seen));
        Assert.False(new KeptAnswers(0).Keep(Key("/a"), Answer(bytes: 0), Site, Seen));
    }

    [Fact]
    public void An_event_takes_the_lists_of_its_site_and_the_articles_it_names_and_nothing_else()
    {
        var (named, unnamed) = (Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        var kept = new KeptAnswers(1_000_000);
        kept.Keep(Key("/list"), Answer(), Site, Seen);
        kept.Keep(Key("/named"), Answer(onlyOf: named), Site, Seen);
        kept.Keep(Key("/unnamed"), Answer(onlyOf: unnamed), Site, Seen);
        kept.Keep(Key("/elsewhere"), Answer(), Other, Seen);
        kept.Keep(Key("/sites"), Answer(), null, Seen);

        kept.Move(new DeliverySites([Other, Site with { Sequence = 8 }]), new Dictionary<Guid, HashSet<Guid>?> { [Site.Id] = [named] });

        Assert.Equal([null, null, "/unnamed", "/elsewhere", null], new[] { "/list", "/named", "/unnamed", "/elsewhere", "/sites" }.Select(p => kept.Find(Key(p))?.Key.Path));
    }

    [Fact]
    public async Task A_change_of_the_site_itself_takes_all_of_it()
    {
        var kept = new KeptAnswers(1_000_000);
        kept.Keep(Key("/article"), Answer(onlyOf: Site.Id), Site, Seen);
        kept.Keep(Key("/elsewhere"), Answer(onlyOf: Site.Id), Other, Seen);

        await kept.MovedAsync(Seen, new DeliverySites([Other, Site with { AnonymousReading = false }]));

        Assert.Null(kept.Find(Key("/article")));
        Assert.NotNull(kept.Find(Key("/elsewhere")));
    }

    [Fact]
    public void What_was_read_before_the_change_is_not_kept_after_it()
    {
        var kept = new KeptAnswers(1_000_000);
        var now = new DeliverySites([Other, Site with { Sequence = 8 }]);
        kept.Keep(Key("/first"), Answer(), Site, Seen);
        kept.Move(now, new Dictionary<Guid, HashSet<Guid>?> { [Site.Id] = [] });

        Assert.False(kept.Keep(Key("/late"), Answer(onlyOf: Site.Id), Site, Seen));
        Assert.False(kept.Keep(Key("/sites"), Answer(), null, Seen));
        Assert.True(kept.Keep(Key("/elsewhere"), Answer(), Other, Seen)); // nothing happened there
        Assert.True(kept.Keep(Key("/anew"), Answer(), now.Of("relocation"), now));
    }

    [Fact]
    public async Task Many_who_ask_at_once_make_one_execution()
    {
        var kept = new KeptAnswers(1_000_000);
        var (gate, made) = (new TaskCompletionSource(), 0);
        async Task<KeptAnswer> MakeAsync()
        {
            Interlocked.Increment(ref made);
            await gate.Task;
            return Answer();
        }
        var asking = Enumerable.Range(0, 100).Select(_ => kept.MakeOnceAsync(Key("/cold"), Site, MakeAsync, Ct)).ToList();

        // One goes away and is the only one who does; one who saw a later state gets an answer of that state.
        using var leaving = new CancellationTokenSource();
        var left = kept.MakeOnceAsync(Key("/cold"), Site, MakeAsync, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        var later = kept.MakeOnceAsync(Key("/cold"), Site with { Sequence = 8 }, MakeAsync, Ct);
        gate.SetResult();

        Assert.Single((await Task.WhenAll(asking)).Distinct());
        Assert.NotSame(await asking[0], await later);
        Assert.Equal(2, made);
    }

    [Fact]
    public async Task What_is_one_asker_s_own_is_given_to_no_other_and_a_fault_is_not_remembered()
    {
        var kept = new KeptAnswers(1_000_000);
        var gate = new TaskCompletionSource();
        async Task<KeptAnswer> OwnAsync()
        {
            await gate.Task;
            return Answer(isForAll: false);
        }
        var (first, second) = (kept.MakeOnceAsync(Key("/own"), Site, OwnAsync, Ct), kept.MakeOnceAsync(Key("/own"), Site, OwnAsync, Ct));
        gate.SetResult();
        Assert.NotSame(await first, await second);

        await Assert.ThrowsAsync<TimeoutException>(() => kept.MakeOnceAsync(Key("/fault"), Site, () => Task.FromException<KeptAnswer>(new TimeoutException()), Ct));
        Assert.NotNull(await kept.MakeOnceAsync(Key("/fault"), Site, () => Task.FromResult(Answer()), Ct));
    }

    [Fact]
    public void Many_at_once_leave_it_whole()
    {
        var kept = new KeptAnswers(200_000);
        var sites = Enumerable.Range(0, 40).Select(n => new DeliverySites([Other, Site with { Sequence = n }])).ToArray();
        Parallel.For(0, 20_000, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var seen = sites[i * 40 / 20_000];
            if (i % 500 == 0) kept.Move(seen, new Dictionary<Guid, HashSet<Guid>?> { [Site.Id] = [] });
            if (kept.Find(Key($"/{i % 300}")) is null) kept.Keep(Key($"/{i % 300}"), Answer(onlyOf: i % 2 == 0 ? Site.Id : null), seen.Of("relocation"), seen);
        });

        Assert.InRange(kept.Bytes, 0, 200_000);
        kept.Move(sites[^1], new Dictionary<Guid, HashSet<Guid>?> { [Site.Id] = null, [Other.Id] = null });
        Assert.Equal((0, 0), (kept.Bytes, kept.Count));
    }

    private static KeptKey Key(string path) => new(path, "", "", false, Coding.Identity);

    [Theory]
    [InlineData("public, max-age=0", null, true)]
    [InlineData("public, max-age=0", "session=a; path=/", false)]
    [InlineData("private, max-age=0", null, false)]
    [InlineData("no-store", null, false)]
    [InlineData("", null, false)]
    public void What_sets_a_cookie_or_is_not_for_everybody_is_never_kept(string caching, string? cookie, bool isKept)
    {
        var response = new Microsoft.AspNetCore.Http.DefaultHttpContext().Response;
        response.Headers.CacheControl = caching;
        if (cookie is not null) response.Headers.SetCookie = cookie;
        Assert.Equal(isKept, KeptAnswer.Of(response, "bytes"u8.ToArray(), default, null, null, []).IsKept);
    }

    private static KeptAnswer Answer(int bytes = 500, Guid? onlyOf = null, bool isForAll = true) => new() { Status = 200, Headers = [], Body = new byte[bytes], Tag = "\"tag\"", IsForAll = isForAll, OnlyOf = onlyOf };
}
