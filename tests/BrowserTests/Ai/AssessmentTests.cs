using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Review;
using QuestCms.BrowserTests.Kit;
using QuestCms.BrowserTests.Routes;
using QuestCms.Web.Cli.StandIns;
using static Microsoft.Playwright.Assertions;

namespace QuestCms.BrowserTests.Ai;

/// <summary>A reviewer asks Claude what it thinks: it stands beside the piece as advice, and nothing typed meanwhile is lost.</summary>
public sealed class AssessmentTests(BrowserRun run, OwnApplication own) : InABrowser(run, own), IClassFixture<OwnApplication>
{
    [Fact]
    public async Task What_Claude_thinks_arrives_beside_the_piece_with_its_quotations_and_the_reason_typed_stays()
    {
        App.Claude.Play(new StandInScenario { Pace = 0, Hold = 3 });
        var article = await App.DraftAsync("Assessed by the sea", "The harbour master answers before noon and on weekdays only.\n");
        Assert.Null((await App.House.SendAsync(new SubmitArticleForReview(article, ""), await App.ActorAsync(Who.Creator))).Error);
        var round = await App.House.ReadAsync(db => db.ReviewRounds.Where(r => r.Article == article).Select(r => r.Id).SingleAsync());
        var page = await OpenAsync(Who.Reviewer, $"/studio/review/{round}");
        await page.GetByLabel("Reason, for the writers").FillAsync("Half a sentence");

        await page.Button("Ask Claude what it thinks").ClickAsync();
        await Expect(page.GetByText("Claude reads the whole piece.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Reason, for the writers")).ToHaveValueAsync("Half a sentence");
        await page.GetByLabel("Reason, for the writers").FillAsync("Half a sentence, and its end");
        App.Claude.GoOn();

        var assessment = page.Locator("#assessment");
        await Expect(assessment).ToContainTextAsync("7.2 of 10, advice");
        await Expect(assessment.Locator("dt")).ToHaveCountAsync(5);
        await Expect(assessment.Locator("q").First).ToHaveTextAsync("The harbour master answers before noon");
        await Expect(page.GetByLabel("Reason, for the writers")).ToHaveValueAsync("Half a sentence, and its end");
        Assert.Empty(await PageLaws.LookAsync(page));
    }

    [Fact]
    public async Task What_is_no_assessment_is_told_as_a_sentence()
    {
        App.Claude.Play(new StandInScenario { Name = "defaults", Pace = 0 });
        var article = await App.DraftAsync("Not assessed", "A sentence that waits for a judgement.\n");
        Assert.Null((await App.House.SendAsync(new SubmitArticleForReview(article, ""), await App.ActorAsync(Who.Creator))).Error);
        var round = await App.House.ReadAsync(db => db.ReviewRounds.Where(r => r.Article == article).Select(r => r.Id).SingleAsync());
        var page = await OpenAsync(Who.Reviewer, $"/studio/review/{round}");

        await page.Button("Ask Claude what it thinks").ClickAsync();

        await Expect(page.GetByText("Claude’s answer had not the shape that was asked for, so nothing of it is shown. Ask again.")).ToBeVisibleAsync();
        await Expect(page.Button("Ask Claude what it thinks")).ToBeVisibleAsync();
    }
}
