using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class PlacesTests
{
    [Fact]
    public void A_title_goes_from_the_page_to_the_house()
    {
        Assert.Equal("Articles · Relocation · Quest", Places.TitleOf("Articles", "Relocation", null));
        Assert.Equal("Development · Articles · Relocation · Quest", Places.TitleOf("Articles", "Relocation", "Development"));
        Assert.Equal("Sign in · Quest", Places.TitleOf("Sign in", null, null));
    }

    [Fact]
    public void Every_place_has_a_name_and_an_icon_that_exists()
    {
        foreach (var place in Enum.GetValues<Place>())
        {
            Assert.NotEmpty(Places.NameOf(place));
            Assert.StartsWith("<svg", Icons.Svg(Places.IconOf(place)), StringComparison.Ordinal);
        }
        Assert.Equal("My work", Places.NameOf(Place.MyWork));
    }

    [Fact]
    public void Administration_begins_with_people()
    {
        Assert.Equal([Place.People, Place.Settings, Place.Categories, Place.Redirects, Place.Templates, Place.Claude, Place.Claims, Place.Keys, Place.Webhooks, Place.Audit, Place.Sites, Place.Prompts, Place.Mails, Place.House], Enum.GetValues<Place>().Where(Places.IsAdministration));
    }
}
