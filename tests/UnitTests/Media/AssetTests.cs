using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Media;

public sealed class AssetTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
    private static readonly PersonId Me = PersonId.New(Now);

    private static Asset Some(Making? making = null, string name = "tram.jpg") =>
        Asset.Add(AssetId.New(Now), SiteId.New(Now), new Picture("image/jpeg", 10, 800, 600, [1]), name, " A tram\non a hill ", "Desk", making ?? Making.Uploaded, Me, Now);

    [Theory]
    [InlineData("tram.jpg", "tram.jpg")]
    [InlineData("C:\\photos\\tram.jpg", "tram.jpg")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\0b.png", "ab.png")]
    [InlineData("", "picture")]
    [InlineData("folder/", "picture")]
    public void A_name_is_a_name_and_no_path(string given, string kept) => Assert.Equal(kept, Some(name: given).FileName);

    [Fact]
    public void Words_are_one_line_and_a_models_picture_keeps_its_mark()
    {
        var asset = Some(Making.GeneratedBy("flux", "professional", "A tram"));
        Assert.Equal("A tram on a hill", asset.AltText);

        asset.Describe("Another", "", isAi: false, Me);

        Assert.Equal(("Another", "", true), (asset.AltText, asset.Credit, asset.Making.IsAi));
    }

    [Fact]
    public void Saying_the_same_changes_nothing()
    {
        var asset = Some();
        var version = asset.Version;
        asset.TakeEvents();

        asset.Describe("A tram on a hill", "Desk", isAi: false, Me);
        Assert.False(asset.PointAt(FocalPoint.Middle, Me).Value);

        Assert.Equal((version, 0), (asset.Version, asset.News.Count));
    }

    [Theory]
    [InlineData(-1, 50)]
    [InlineData(50, 101)]
    public void The_focal_point_lies_in_the_picture(int x, int y) => Assert.Equal("asset.focal_point", Some().PointAt(new FocalPoint(x, y), Me).Error?.Code);

    [Fact]
    public void A_point_moved_while_crops_were_made_has_them_made_once_more()
    {
        var asset = Some();
        asset.Show([], FocalPoint.Middle);
        Assert.True(asset.IsReady);

        Assert.True(asset.PointAt(new FocalPoint(10, 90), Me).Value);
        asset.Show([], FocalPoint.Middle);
        Assert.Equal(RenditionState.Waiting, asset.State);

        asset.Show([], new FocalPoint(10, 90));
        Assert.True(asset.IsReady);
    }

    [Fact]
    public void What_is_used_stays()
    {
        var asset = Some();

        Assert.Equal("asset.in_use", asset.Remove(isUsed: true, Me).Error?.Code);
        Assert.Null(asset.Remove(isUsed: false, Me).Error);
        Assert.IsType<AssetRemoved>(asset.News[^1]);
    }

    [Fact]
    public void What_a_model_says_of_itself_is_cut_to_fit()
    {
        var making = Making.GeneratedBy(new string('m', 500), null, new string('p', 9_000) + "\0");

        Assert.Equal((Making.MaxName, Making.MaxPrompt), (making.Model!.Length, making.Prompt!.Length));
    }
}
