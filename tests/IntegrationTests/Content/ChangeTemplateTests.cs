using System.Net;
using QuestCms.Application.Content;
using QuestCms.Domain.Content;
using QuestCms.IntegrationTests.Ai;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Identity;

namespace QuestCms.IntegrationTests.Content;

public sealed class ChangeTemplateTests(ClaudeHouse shared) : WithClaude(shared)
{
    private const string Page = "/studio/administration/templates";
    private static readonly TemplateSection[] Own = [new("What it costs us", "Figures first."), new("Who helps", "")];

    [Fact]
    public async Task New_articles_the_outline_in_the_editor_and_claude_follow_the_sites_own_sections_and_the_request_says_which()
    {
        await Some.Must(new ChangeTemplate(Some.Site, ArticleKind.Guide, Own), Some.Administrator);

        var form = (await House.SendAsync(new GetNewArticleForm(Some.Site), Some.Creator)).Value;
        Assert.Equal(Own, form.Templates.Single(t => t.Kind == ArticleKind.Guide).Sections);
        Assert.Equal(Template.Of(ArticleKind.News).Sections, form.Templates.Single(t => t.Kind == ArticleKind.News).Sections);
        var begun = Some.NextId();
        await Some.Must(new StartArticle(Some.Site, begun, "From the template", ArticleKind.Guide, Some.Category, [Some.Byline], [], FromTemplate: true), Some.Creator);
        Assert.Equal("## What it costs us\n\n> Figures first.\n\n## Who helps\n", (await Some.OpenAsync(begun)).Content.Body);

        Claude.Speak("answer");
        var draft = await RunAsync(await AskAsync(await Some.DraftAsync("By the site's own")));
        Assert.Equal("What it costs us | Figures first.\nWho helps", draft.Brief.Sections);
        Assert.Contains("## Who helps", draft.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("## Step by step", draft.Text, StringComparison.Ordinal);

        await Some.Must(new GiveTemplateBack(Some.Site, ArticleKind.Guide), Some.Administrator);
    }

    [Fact]
    public async Task What_is_no_template_is_refused_and_nothing_is_kept()
    {
        var error = (await House.SendAsync(new ChangeTemplate(Some.Site, ArticleKind.Review, [new("Twice", ""), new("twice", "")]), Some.Administrator)).Error;
        Assert.Equal("template.twice", error?.Code);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from content.templates where kind = 'Review'"));
    }

    [Fact]
    public async Task On_the_page_rows_are_moved_added_and_removed_without_a_script_and_nothing_is_kept_before_it_is_said()
    {
        using var browser = await Some.BrowserOfAsync(Some.Administrator);
        (string, string)[] rows = [("Kind", "Tutorial"), ("Headings", "First"), ("Guidance", "One."), ("Headings", "Second"), ("Guidance", "Two.")];

        var form = await browser.FormAsync(Page + "?Kind=Tutorial");
        Task<Answered> Rows(string move) => browser.SendAsync(form with { Action = Page + "?handler=Rows" }, [.. rows, ("move", move)]);

        var moved = await Rows("up:1");
        Assert.True(moved.Body.IndexOf("value=\"Second\"", StringComparison.Ordinal) < moved.Body.IndexOf("value=\"First\"", StringComparison.Ordinal));
        Assert.Contains("Nothing is kept until you say so", moved.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"Second\"", (await Rows("out:1")).Body, StringComparison.Ordinal);
        Assert.Contains("id=\"heading-2\"", (await Rows("add")).Body, StringComparison.Ordinal);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from content.templates where kind = 'Tutorial'"));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SendAsync(form, [.. rows, ("Headings", ""), ("Guidance", "")])).Status);
        Assert.Contains("This site’s own", (await browser.GetAsync(Page + "?Kind=Tutorial")).Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(["First", "Second"], (await House.SendAsync(new GetTemplates(Some.Site), Some.Administrator)).Value.Single(t => t.IsOwn).Template.Sections.Select(s => s.Heading));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.PostAsync(Page + "?Kind=Tutorial", "Back")).Status);
    }
}

public sealed class GiveTemplateBackTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task The_houses_sections_hold_again_and_the_trail_says_both()
    {
        await Some.Must(new GiveTemplateBack(Some.Site, ArticleKind.News), Some.Administrator); // none of its own: nothing to do
        await Some.Must(new ChangeTemplate(Some.Site, ArticleKind.News, [new("Only this", "")]), Some.Administrator);
        await Some.Must(new GiveTemplateBack(Some.Site, ArticleKind.News), Some.Administrator);

        Assert.All((await House.SendAsync(new GetTemplates(Some.Site), Some.Administrator)).Value, t => Assert.False(t.IsOwn));
        Assert.Equal("TemplateChanged TemplateDropped", await House.ScalarAsync<string>("select string_agg(what, ' ' order by at, id) from audit.entries where what like 'Template%' and details->>'kind' = 'News'"));
    }
}

public sealed class GetTemplatesTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Each_kind_has_one_and_another_site_keeps_the_houses()
    {
        await Some.Must(new ChangeTemplate(Some.Site, ArticleKind.Analysis, [new("Only this", "")]), Some.Administrator);

        Assert.Equal(Enum.GetValues<ArticleKind>(), (await House.SendAsync(new GetTemplates(Some.Site), Some.Administrator)).Value.Select(t => t.Template.Kind));
        Assert.All((await House.SendAsync(new GetTemplates(Some.OtherSite), Some.Stranger)).Value, t => Assert.False(t.IsOwn));
    }
}

public sealed class GetOutlineTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task It_is_that_of_the_articles_kind_or_of_the_kind_asked_for()
    {
        var article = await Some.DraftAsync("Outlined");
        Assert.StartsWith("## Who this is for", (await House.SendAsync(new GetOutline(article), Some.Creator)).Value, StringComparison.Ordinal);
        Assert.StartsWith("## What changed", (await House.SendAsync(new GetOutline(article, ArticleKind.News), Some.Creator)).Value, StringComparison.Ordinal);
    }
}
