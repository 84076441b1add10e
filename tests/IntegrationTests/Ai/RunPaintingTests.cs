using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Content;
using QuestCms.Web.Cli.StandIns;

namespace QuestCms.IntegrationTests.Ai;

/// <summary>However a picture ends, the row says so in a sentence, nothing is paid twice, nothing partial is told as done, and the article is as it was.</summary>
public sealed class RunPaintingTests(PainterHouse shared) : WithPainter(shared)
{
    [Fact]
    public async Task A_picture_is_in_the_library_before_it_is_told_as_done_and_the_article_is_as_it_was()
    {
        var article = await Some.DraftAsync("A whole picture");
        var before = await Some.OpenAsync(article);
        var begun = Replicate.Begun;
        var id = await AskAsync(article, "A wooden desk by a window. Morning light.", "watercolour");

        var generation = await RunAsync(id);

        Assert.Equal((GenerationState.Finished, null, Price, "image/1", "black-forest-labs/flux-1.1-pro"), (generation.State, generation.Say, generation.Cost, generation.Prompt, generation.Model));
        Assert.Equal(begun + 1, Replicate.Begun);
        var painting = await PaintingAsync(id);
        var asset = await House.ReadAsync(db => db.Assets.AsNoTracking().SingleAsync(a => a.Id == painting.Asset, Ct));
        Assert.Equal((1344, 768, "image/webp", "Flux 1.1 Pro by way of Replicate", "A wooden desk by a window"), (asset.Width, asset.Height, asset.ContentType, asset.Credit, asset.AltText));
        Assert.Equal((AssetOrigin.Generated, true, "watercolour"), (asset.Making.Origin, asset.Making.IsAi, asset.Making.Style));
        Assert.StartsWith("A wooden desk by a window. Morning light. Watercolour painting", asset.Making.Prompt, StringComparison.Ordinal);
        Assert.Equal(("black-forest-labs/flux-1.1-pro", "16:9", asset.Making.Prompt), (Replicate.LastModel, Replicate.LastInput.GetProperty("aspect_ratio").GetString(), Replicate.LastInput.GetProperty("prompt").GetString()));
        var after = await Some.OpenAsync(article);
        Assert.Equal((before.Version, before.Content.Cover, before.Content.Body), (after.Version, after.Content.Cover, after.Content.Body));
    }

    [Fact]
    public async Task The_faster_model_answers_a_list_and_costs_less()
    {
        Play("listed");
        var generation = await RunAsync(await AskAsync(await Some.DraftAsync("Fast"), fast: true));

        Assert.Equal((GenerationState.Finished, 0.003m, "black-forest-labs/flux-schnell"), (generation.State, generation.Cost, generation.Model));
    }

    [Theory]
    [InlineData("failed", "Replicate could not paint this picture", 1, false)]
    [InlineData("filtered", "The model’s filter kept this picture back", 1, false)]
    [InlineData("canceled", "Replicate gave this picture up", 1, true)]
    [InlineData("aborted", "Replicate gave this picture up", 1, false)]
    [InlineData("nothing", "Replicate says that the picture is ready and shows none", 1, true)]
    [InlineData("ftp", "Replicate says that the picture is ready and shows none", 1, true)]
    [InlineData("private", "Replicate named a place for the picture that this house does not go to", 1, true)]
    [InlineData("redirected", "Replicate named a place for the picture that this house does not go to", 1, true)]
    [InlineData("expired", "Replicate no longer gives the file of the picture out", 1, true)]
    [InlineData("forbidden", "Replicate no longer gives the file of the picture out", 1, true)]
    [InlineData("html", "What Replicate sent was not kept: This is no picture", 1, true)]
    [InlineData("cut", "What Replicate sent was not kept: The file begins like a picture", 1, true)]
    [InlineData("endless", "What Replicate sent as the picture is over 20 MB", 1, true)]
    [InlineData("failing", "Replicate did not say whether it began the picture", 0, true)]
    [InlineData("gateway", "Replicate did not say whether it began the picture", 0, true)]
    [InlineData("reset", "Replicate did not say whether it began the picture", 0, true)]
    [InlineData("lost", "Replicate did not say whether it began the picture", 1, true)]
    [InlineData("invalid", "Replicate’s answer could not be read", 1, true)]
    [InlineData("shape", "Replicate’s answer could not be read", 1, true)]
    [InlineData("defaults", "Replicate’s answer could not be read", 1, true)]
    [InlineData("unauthorised", "Replicate does not take the token of this house", 0, false)]
    [InlineData("unpaid", "Replicate wants its account filled", 0, false)]
    [InlineData("no_model", "Replicate has no model Flux 1.1 Pro for this house", 0, false)]
    [InlineData("refused", "Replicate could not take this request", 0, false)]
    [InlineData("limit_long", "Replicate takes no more requests from this house just now", 0, false)]
    public async Task What_is_no_picture_is_never_taken_for_one_and_is_paid_once_at_most(string scenario, string says, int begun, bool paid)
    {
        var (before, asked) = (Replicate.Begun, Replicate.Asked);

        var generation = await PaintAsync(scenario);

        Assert.Equal(GenerationState.Failed, generation.State);
        Assert.StartsWith(says, generation.Say, StringComparison.Ordinal);
        Assert.Equal((before + begun, asked + 1), (Replicate.Begun, Replicate.Asked)); // what may be paid is asked once
        Assert.Equal((paid ? Price : 0, ""), (generation.Cost, generation.Text));
        Assert.Null((await PaintingAsync(generation.Id)).Asset);
        Assert.NotNull(generation.EndedAt);
    }

    [Theory]
    [InlineData("limit", 20)]
    [InlineData("limit_date", -1)] // by the provider's clock, which is not the house's here: at once
    [InlineData("limit_words", 30)]
    [InlineData("limit_odd", 10)]
    public async Task A_limit_puts_the_job_off_and_holds_nothing(string scenario, int seconds)
    {
        Play(scenario, times: 1);
        var id = await AskAsync(await Some.DraftAsync($"Put off {scenario}"));
        var begun = Replicate.Begun;

        var waiting = await StepAsync(id);

        Assert.Equal((GenerationState.Queued, begun), (waiting.State, Replicate.Begun));
        if (seconds > 0) Assert.InRange(await DueInAsync(id), seconds - 5, seconds + 0.5);
        Assert.Equal(GenerationState.Finished, (await RunAsync(id)).State);
        Assert.Equal(begun + 1, Replicate.Begun);
    }

    [Fact]
    public async Task One_that_never_ends_is_cancelled_after_five_minutes()
    {
        Play("never");
        var id = await AskAsync(await Some.DraftAsync("Never ends"));
        Assert.Equal(GenerationState.Running, (await StepAsync(id)).State);
        Assert.Equal(GenerationState.Running, (await StepAsync(id)).State);
        Assert.InRange(await DueInAsync(id), -5, 1.5);
        var cancelled = Replicate.Cancelled;

        House.Clock.Move(TimeSpan.FromMinutes(5));
        var ended = await StepAsync(id);

        Assert.Equal((GenerationState.Failed, Price, cancelled + 1), (ended.State, ended.Cost, Replicate.Cancelled));
        Assert.StartsWith("The picture was not ready after 5 minutes", ended.Say, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unseen")]
    [InlineData("garbled")]
    public async Task While_it_cannot_be_seen_it_is_looked_for_and_brought_home_afterwards(string scenario)
    {
        var id = await AskAsync(await Some.DraftAsync($"Not seen {scenario}"));
        await StepAsync(id);
        Play(scenario);
        Assert.Equal(GenerationState.Running, (await StepAsync(id)).State);
        Assert.Equal(GenerationState.Running, (await StepAsync(id)).State);

        Replicate.Scenario = new PainterScenario { Looks = 1 };
        House.Clock.Move(TimeSpan.FromMinutes(8)); // longer than a painting may take: it is paid and may be ready
        Assert.Equal(GenerationState.Finished, (await RunAsync(id)).State);

        Play(scenario);
        var lost = await AskAsync(await Some.DraftAsync($"Never seen {scenario}"));
        await StepAsync(lost);
        House.Clock.Move(Painting.LongestUnseen);
        var ended = await StepAsync(lost);
        Assert.Equal(GenerationState.Failed, ended.State);
        Assert.StartsWith("Replicate could not be asked about the picture for 45 minutes", ended.Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_at_first_is_fetched_again()
    {
        Play("expired", times: 2);
        var fetched = Replicate.Fetched;

        var generation = await RunAsync(await AskAsync(await Some.DraftAsync("Late file"), "A late file"));

        Assert.Equal((GenerationState.Finished, fetched + 3), (generation.State, Replicate.Fetched));
    }

    [Fact]
    public async Task After_a_restart_it_is_looked_up_again_and_not_paid_again()
    {
        var id = await AskAsync(await Some.DraftAsync("Restarted"), "A restart");
        await StepAsync(id);
        var begun = Replicate.Begun;
        var prediction = (await PaintingAsync(id)).Prediction;

        Assert.NotNull(prediction);
        Assert.Equal(GenerationState.Finished, (await RunAsync(id)).State);
        Assert.Equal((begun, prediction), (Replicate.Begun, (await PaintingAsync(id)).Prediction));

        var calls = Replicate.Asked;
        var before = await RowAsync(id);
        Assert.Equal((before.Version, calls), ((await StepAsync(id)).Version, Replicate.Asked)); // carried out once more it changes nothing
    }

    [Fact]
    public async Task Found_being_begun_an_earlier_process_died_over_it_and_it_is_not_begun_again()
    {
        var id = await AskAsync(await Some.DraftAsync("Died over it"));
        await House.SqlAsync("update ai.generations set state = 'Running' where id = $1", id.Value);
        var asked = Replicate.Asked;

        var generation = await StepAsync(id);

        Assert.Equal((GenerationState.Interrupted, Price, asked), (generation.State, generation.Cost, Replicate.Asked));
        Assert.StartsWith("The server was restarted", generation.Say, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_it_is_cancelled_at_the_provider_and_before_its_beginning_costs_nothing()
    {
        Play("never");
        var id = await AskAsync(await Some.DraftAsync("Stopped"));
        await StepAsync(id);
        var cancelled = Replicate.Cancelled;
        await Some.Must(new StopGeneration(id), Some.Creator);
        var ended = await StepAsync(id);
        Assert.Equal((GenerationState.Cancelled, Price, cancelled + 1), (ended.State, ended.Cost, Replicate.Cancelled));

        var waiting = await AskAsync(await Some.DraftAsync("Stopped at once"));
        var asked = Replicate.Asked;
        await Some.Must(new StopGeneration(waiting), Some.Creator);
        var never = await StepAsync(waiting);
        Assert.Equal((GenerationState.Cancelled, 0m, asked), (never.State, never.Cost, Replicate.Asked));
    }

    [Fact]
    public async Task The_switch_of_the_house_stops_it()
    {
        Play("never");
        var id = await AskAsync(await Some.DraftAsync("Switched off"));
        await StepAsync(id);
        await Some.Must(new TurnAiOff("A trial"), Actor.Shell);
        try
        {
            var ended = await StepAsync(id);
            Assert.Equal(GenerationState.Cancelled, ended.State);
            Assert.StartsWith("AI was switched off", ended.Say, StringComparison.Ordinal);
            Assert.Equal("ai.off", (await House.SendAsync(new PaintPicture(ended.Article, GenerationId.New(TimeProvider.System.GetUtcNow()), "A desk", "minimal", false), Some.Creator)).Error?.Code);
        }
        finally
        {
            await Some.Must(new TurnAiOn(), Actor.Shell);
        }
    }
}
