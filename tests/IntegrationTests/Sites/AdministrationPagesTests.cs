using System.Net;
using System.Text.RegularExpressions;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Identity;

namespace QuestCms.IntegrationTests.Sites;

/// <summary>The pages of administration as a browser without a script meets them.</summary>
public sealed partial class AdministrationPagesTests(Database database) : InAHouse(database)
{
    private const string Password = Browsing.Password;
    private const string People = "/studio/administration/people";
    private const string Categories = "/studio/administration/categories";
    private const string Audit = "/studio/administration/audit";
    private const string Sites = "/studio/administration/sites";
    private const string Everyone = "/studio/administration/everyone";

    [Fact]
    public async Task An_invitation_shows_its_link_once_and_the_link_works()
    {
        using var browser = await AsAsync(Some.Administrator);

        var posted = await browser.PostAsync(People, "Invite", ("Email", "new@quest.test"), ("Name", "New <b>person"), ("Roles", "Creator"), ("Roles", "Reviewer"));
        var shown = await browser.GetAsync(posted.Location!);
        var again = await browser.GetAsync(People);

        Assert.Equal(HttpStatusCode.Redirect, posted.Status);
        var link = Link().Match(shown.Body).Groups[1].Value;
        Assert.Contains("/sign-in/link?person=", link, StringComparison.Ordinal);
        Assert.DoesNotContain("/sign-in/link?person=", again.Body, StringComparison.Ordinal);
        Assert.Contains("New <b>person", again.Body, StringComparison.Ordinal); // encoded on the wire; the client reads it as a reader does
        using var newcomer = new StudioClient(House);
        Assert.Equal("/sign-in", (await newcomer.PostAsync(new Uri(link).PathAndQuery, null, ("Password", Password), ("Again", Password))).Location);
        Assert.Equal("/studio", (await newcomer.SignInAsync("new@quest.test", Password)).Location);
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_stored_once_and_shows_the_link_again()
    {
        using var browser = await AsAsync(Some.Administrator);
        var form = await browser.FormAsync(People, "Invite");

        for (var i = 0; i < 2; i++)
        {
            var posted = await browser.SendAsync(form, ("Email", "new@quest.test"), ("Name", "New"), ("Roles", "Creator"));
            Assert.Contains("/sign-in/link?person=", (await browser.GetAsync(posted.Location!)).Body, StringComparison.Ordinal);
        }
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'PersonAdded' and details->>'email' = 'new@quest.test'"));

        var category = await browser.FormAsync(Categories, "Category");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(category, ("CategoryName", "Spain"))).Status);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from sites.categories where name = 'Spain'"));
    }

    [Theory]
    [InlineData(People, "Invite", "Email=no&Name=Ann Example&Roles=Creator", "That is no email address", "Ann Example")]
    [InlineData(People, "Invite", "Email=ann@quest.test&Name=Ann Example", "Choose at least one role", "ann@quest.test")]
    [InlineData(People, "Invite", "", "That is no email address", "field-name")]
    [InlineData(Categories, "Category", "CategoryName=Portugal", "a category of this name already", "Portugal")]
    [InlineData(Categories, "Category", "", "at least one letter or digit", "field-categoryname")]
    [InlineData(Categories, "Byline", "BylineName=Relocation desk&Description=Kept words", "a byline of this name already", "Kept words")]
    [InlineData(Categories, "Byline", "BylineName=LONG&Description=Kept words", "100 is the most", "Kept words")]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(string page, string handler, string typed, string said, string stays)
    {
        using var browser = await AsAsync(Some.Administrator);
        var fields = typed.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).Select(f => (f[0], f[1] == "LONG" ? new string('x', 101) : f[1])).ToArray();

        var refused = await browser.PostAsync(page, handler, fields);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(said, refused.Body, StringComparison.Ordinal);
        Assert.Contains("class=\"error\"", refused.Body, StringComparison.Ordinal);
        Assert.Contains(stays, refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roles_form_opened_before_anothers_change_is_refused_and_shows_the_present_roles()
    {
        using var browser = await AsAsync(Some.Administrator);
        var form = await browser.FormAsync(People, "Roles"); // the first member's
        var person = PersonId.Parse(form.Hidden.Single(h => h.Name == "person").Value, null);
        await Some.Must(new ChangeRoles(Some.Site, person, [Role.Administrator, Role.Publisher]), Actor.Shell);

        var refused = await browser.SendAsync(form, ("theirs", "Administrator"), ("theirs", "Creator"));

        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("Someone changed this person's roles", refused.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_stays_with_the_site_it_was_made_for_when_another_tab_goes_elsewhere()
    {
        await Some.Must(new ChangeRoles(Some.OtherSite, Some.Stranger.Person!.Value, [Role.Administrator]), Actor.Shell);
        await House.SendAsync(new InvitePerson(Some.Site, "stranger@quest.test", "stranger", [Role.Administrator]), Actor.Shell);
        using var browser = await AsAsync(Some.Stranger);
        var form = await browser.FormAsync(Categories + "?site=relocation", "Category");

        await browser.GetAsync("/studio/site/placement");
        await browser.SendAsync(form, ("CategoryName", "Written for relocation"));

        Assert.Equal("relocation", await House.ScalarAsync<string>("select s.slug from sites.categories c join sites.sites s on s.id = c.site where c.name = 'Written for relocation'"));
    }

    [Fact]
    public async Task Administration_is_not_there_for_others()
    {
        using var creator = await AsAsync(Some.Creator);
        foreach (var page in new[] { People, Categories, Audit, Sites, Everyone, Audit + "?house=true" }) Assert.Equal(HttpStatusCode.Forbidden, (await creator.GetAsync(page)).Status);

        using var administrator = await AsAsync(Some.Administrator);
        foreach (var page in new[] { Sites, Everyone, Audit + "?house=true" }) Assert.Equal(HttpStatusCode.Forbidden, (await administrator.GetAsync(page)).Status);
        Assert.DoesNotContain("placement", (await administrator.GetAsync(People + "?site=placement")).Body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_house_administrator_makes_a_site_suspends_and_readmits()
    {
        using var browser = await AsAsync(Actor.Of((await House.SendAsync(new AddHouseAdministrator("house@quest.test", "House"), Actor.Shell)).Value.Person, "House"));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(Sites, null, ("Name", "Rainmaker"), ("Slug", "rainmaker"), ("Strapline", "Winning clients."), ("Locale", "en"))).Status);
        Assert.Contains("Rainmaker", (await browser.GetAsync(Sites)).Body, StringComparison.Ordinal);
        Assert.Contains("This word is kept", (await browser.PostAsync(Sites, null, ("Name", "Studio"), ("Slug", "studio"), ("Locale", "en"))).Body, StringComparison.Ordinal);

        var suspend = await browser.FormAsync(Everyone, "Suspend");
        await browser.SendAsync(suspend, ("person", Some.Creator.Person!.Value.ToString()));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from identity.people where suspended_at is not null"));
        await browser.PostAsync(Everyone, "Readmit");
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from identity.people where suspended_at is not null"));
    }

    [Fact]
    public async Task The_trail_is_read_page_by_page_and_a_wrong_question_is_answered_beside_its_field()
    {
        for (var i = 0; i < 60; i++) await Some.Must(new AddCategory(Some.Site, $"Category {i}"), Some.Administrator);
        using var browser = await AsAsync(Some.Administrator);

        var first = await browser.GetAsync(Audit + "?What=CategoryAdded");
        var second = await browser.GetAsync(Earlier().Match(first.Body).Groups[1].Value);

        Assert.Contains("added the category Category 59", first.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("added the category Category 0<", first.Body, StringComparison.Ordinal);
        Assert.Contains("added the category Category 0<", second.Body, StringComparison.Ordinal);
        var wrong = await browser.GetAsync(Audit + "?From=2026-02-02&To=2026-02-01");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("The last day lies before the first", wrong.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(Audit + "?What=Nothing&After=x")).Status);
    }

    [Fact]
    public async Task Without_its_token_a_form_does_nothing()
    {
        using var browser = await AsAsync(Some.Administrator);
        var form = await browser.FormAsync(Categories, "Category");

        var refused = await browser.SendAsync(form, ("CategoryName", "Forged"), ("__RequestVerificationToken", "x"));

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from sites.categories where name = 'Forged'"));
    }

    private Task<StudioClient> AsAsync(Actor actor) => Some.BrowserOfAsync(actor);

    [GeneratedRegex("id=\"one-time\" readonly value=\"([^\"]*)\"")]
    private static partial Regex Link();

    [GeneratedRegex("<a class=\"btn\" href=\"([^\"]*)\">Earlier</a>")]
    private static partial Regex Earlier();
}
