using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;
using QuestCms.Infrastructure.Neon.Work;

namespace QuestCms.IntegrationTests.Common;

/// <summary>The daily upkeep: each table by its limit, and one process of all.</summary>
public sealed class SweepAgedRowsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Each_table_keeps_what_is_younger_than_its_limit_and_revisions_stay_for_ever()
    {
        var article = await Some.DraftAsync("Kept for ever");
        await Some.SubmittedAsync(article);
        await House.SqlAsync("update content.revisions set frozen_at = now() - interval '9 years' where article = $1", article.Value);
        await House.SqlAsync("insert into work.jobs (id, kind, subject, state, run_at, attempts) select gen_random_uuid(), 0, gen_random_uuid(), 3, now() - n * interval '1 day', 8 from unnest(array[29, 31]) n");
        await House.SqlAsync("insert into work.jobs (id, kind, subject, state, run_at, attempts) values (gen_random_uuid(), 0, gen_random_uuid(), 0, now() - interval '60 days', 0)"); // still to be done
        await House.SqlAsync("insert into audit.entries (id, at, actor_kind, actor_name, what, about, details) select gen_random_uuid(), now() - n * interval '1 day', 'Shell', 'aged', 'CategoryAdded', gen_random_uuid(), '{}' from unnest(array[730, 740]) n");
        await House.SqlAsync("insert into identity.mails (id, kind, address, subject, text, state, at, attempts, fault, version) select gen_random_uuid(), 'Notice', 'aged@quest.test', '', '', 'Sent', now() - n * interval '1 day', 1, '', 1 from unnest(array[29, 31]) n");
        await House.SqlAsync("insert into work.ask_counts (key, until, used) select gen_random_uuid(), now() - n * interval '1 hour', 7 from unnest(array[23, 25]) n");

        Assert.Null((await House.SendAsync(new SweepAgedRows(), Actor.Worker)).Error);

        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where state = 3"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where state = 0 and run_at < now() - interval '59 days'"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where actor_name = 'aged'"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from identity.mails where address = 'aged@quest.test'"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.ask_counts where used = 7"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.revisions where article = $1", article.Value));
        await House.SqlAsync("delete from work.jobs where run_at < now() - interval '20 days'");
    }

    [Fact]
    public async Task A_text_nobody_came_back_for_is_forgotten_after_90_days()
    {
        var article = await Some.DraftAsync("Left lying");
        await House.SqlAsync("""
            insert into content.side_copies select (jsonb_populate_record(null::content.side_copies, to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'article', a.id, 'site', a.site, 'person', $2, 'based_on_version', 1, 'version', 1,
                'kept_at', now() - n * interval '1 day'))).* from content.articles a, unnest(array[91]) n where a.id = $1
            """, article.Value, Some.Creator.Person!.Value.Value);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.side_copies where article = $1", article.Value));

        await House.SendAsync(new SweepAgedRows(), Actor.Worker);

        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from content.side_copies where article = $1", article.Value));
    }

    [Fact]
    public async Task Of_all_processes_one_has_the_turn_and_the_others_hear_when_the_next_is()
    {
        var turns = House.Services.GetRequiredService<Turns>();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => turns.TakeAsync("a test", TimeSpan.FromDays(1), Ct)));

        Assert.Single(answers, a => a == TimeSpan.Zero);
        Assert.All(answers.Where(a => a != TimeSpan.Zero), a => Assert.InRange(a, TimeSpan.FromHours(23.9), TimeSpan.FromDays(1)));
        await House.SqlAsync("update work.turns set at = now() - interval '25 hours' where name = 'a test'");
        Assert.Equal(TimeSpan.Zero, await turns.TakeAsync("a test", TimeSpan.FromDays(1), Ct));
    }
}
