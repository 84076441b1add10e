using QuestCms.Application.Transfer;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class GetImportTargetTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_site_and_a_person_are_found_by_what_an_operator_types()
    {
        var target = (await House.SendAsync(new GetImportTarget("relocation", "Administrator@quest.test"), Actor.Shell)).Value;

        Assert.Equal((Some.Site, "Relocation", Some.Administrator.Person, "administrator"), (target.Site, target.SiteName, target.Person, target.PersonName));
        Assert.Equal("import.no_site", (await House.SendAsync(new GetImportTarget("nowhere", "administrator@quest.test"), Actor.Shell)).Error?.Code);
        Assert.Equal("import.no_person", (await House.SendAsync(new GetImportTarget("relocation", "nobody@quest.test"), Actor.Shell)).Error?.Code);
    }
}
