using QuestCms.Application.Transfer;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Media;

namespace QuestCms.IntegrationTests.Transfer;

public sealed class ImportPictureTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task A_picture_keeps_its_id_its_words_and_its_making_and_the_same_bytes_are_the_one_that_is_there()
    {
        var id = MediaHouse.NextAssetId();
        var bytes = MediaHouse.NextPicture();
        var import = new ImportPicture(Some.Site, $"media/{id}.png", bytes, "tram.png", "A tram", "Desk", Making.GeneratedBy("some/model", "line", "A tram"));

        Assert.Equal(id, (await House.SendAsync(import, Some.Administrator)).Value);
        Assert.Equal(id, (await House.SendAsync(import with { File = $"media/{MediaHouse.NextAssetId()}.png" }, Some.Administrator)).Value);

        var asset = await Some.AssetAsync(id);
        Assert.Equal(("tram.png", "A tram", "Desk", true, "some/model"), (asset.FileName, asset.AltText, asset.Credit, asset.Making.IsAi, asset.Making.Model));
        // The id is taken: another picture gets one of its own.
        Assert.NotEqual(id, (await House.SendAsync(import with { Bytes = MediaHouse.NextPicture() }, Some.Administrator)).Value);
    }

    [Theory]
    [InlineData("asset.not_a_picture", "<html>")]
    [InlineData("asset.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>")]
    public async Task What_is_no_picture_is_refused(string code, string content) =>
        Assert.Equal(code, (await House.SendAsync(new ImportPicture(Some.Site, "media/x.png", System.Text.Encoding.UTF8.GetBytes(content), "x", "", "", Making.Uploaded), Some.Administrator)).Error?.Code);
}
