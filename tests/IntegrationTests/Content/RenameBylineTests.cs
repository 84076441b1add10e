using QuestCms.Application.Content;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Content;

public sealed class RenameBylineTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task It_has_one_name_and_one_address_on_its_site()
    {
        await Some.Must(new AddByline(Some.Site, "Guest", ""), Some.Administrator);
        Assert.Equal("byline.exists", (await House.SendAsync(new RenameByline(Some.Byline, "Desk", "", "guest"), Some.Administrator)).Error?.Code);
        Assert.Equal("slug", Assert.Single((await House.SendAsync(new RenameByline(Some.Byline, "Desk", "", "No slug"), Some.Administrator)).Error!.Fields).Path);
        Assert.Equal("description", Assert.Single((await House.SendAsync(new RenameByline(Some.Byline, "Desk", new string('a', 501)), Some.Administrator)).Error!.Fields).Path);

        await Some.Must(new RenameByline(Some.Byline, "The desk", "Five people.", "the-desk"), Some.Administrator);
        Assert.Equal(("the-desk", "The desk", "Five people."), (await House.SendAsync(new ListBylines(Some.Site), Some.Administrator)).Value.Where(b => b.Id == Some.Byline).Select(b => (b.Slug, b.Name, b.Description)).Single());
    }
}
