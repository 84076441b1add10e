using QuestCms.Application.Identity;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed class ListMailsTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Mails_come_page_by_page_newest_first_each_once()
    {
        await House.SqlAsync("delete from identity.mails");
        await House.SqlAsync("insert into identity.mails (id, kind, address, subject, text, state, at, attempts, fault, version) select gen_random_uuid(), 'Notice', 'paged@quest.test', 's' || n, '', 'Sent', timestamptz '2026-11-01' + (n / 30) * interval '1 hour', 1, '', 1 from generate_series(1, 120) n");

        var seen = new List<MailLine>();
        string? after = null;
        do
        {
            var page = (await House.SendAsync(new ListMails(after), Actor.Shell)).Value.Mails;
            seen.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(120, seen.Select(m => m.Id).Distinct().Count());
        Assert.Equal(seen.OrderByDescending(m => m.At).Select(m => m.At), seen.Select(m => m.At));
        Assert.All(seen, m => Assert.False(m.MayLink)); // there is none in them
    }

    [Fact]
    public async Task A_place_that_is_none_is_refused() => Assert.NotNull((await House.SendAsync(new ListMails("no place"), Actor.Shell)).Error);
}
