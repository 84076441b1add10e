using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Common;

/// <summary>What a repeated form is recognised by is kept for a day and then forgotten.</summary>
public sealed class SweepOperationsTests(Database database) : InAHouse(database)
{
    [Fact]
    public async Task Only_what_is_older_than_a_day_is_forgotten()
    {
        var form = Guid.CreateVersion7();
        await House.SendAsync(new AddCategory(Some.Site, "Kept"), Some.Administrator, form);
        await House.SqlAsync("insert into work.operations (id, attempt, at) select gen_random_uuid(), gen_random_uuid(), now() - interval '25 hours' from generate_series(1, 6000)");

        Assert.Null((await House.SendAsync(new SweepOperations(), Actor.Worker)).Error);

        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from work.operations where at < now() - interval '24 hours'"));
        await House.SendAsync(new AddCategory(Some.Site, "Kept"), Some.Administrator, form);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from sites.categories where name = 'Kept'"));
    }
}
