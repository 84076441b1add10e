using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;
using QuestCms.Web.Ui;

namespace QuestCms.Web.Pages.Studio.Generations;

/// <summary>One request to Claude, with everything that is recorded of it.</summary>
public sealed class StoryModel(IMediator mediator) : StudioPage(mediator)
{
    [BindProperty(SupportsGet = true)] public GenerationId Id { get; set; }

    public GenerationStory Story { get; private set; } = null!;

    /// <summary>The parts of the brief that say something.</summary>
    public IEnumerable<(string Name, string Text)> Asked => new[]
    {
        ("Topic", Story.Brief.Topic), ("Readers", Story.Brief.Audience), ("Angle", Story.Brief.Angle), ("Length", !Story.IsAgents && Story.Kind is GenerationKind.Draft or GenerationKind.Outline ? $"about {Figures.Of(Story.Brief.Words, "word")}" : ""),
        ("Must say", Story.Brief.MustSay), ("Must not say", Story.Brief.MustNotSay), ("Sources", Story.Brief.Sources), (Story.IsAgents ? "Why" : Story.Kind == GenerationKind.Image ? "What it shows" : "What to do", Story.Brief.Instruction), ("What it could choose from", Story.Brief.Choices), ("House style", Story.Brief.Style), (Generation.IsSuggestion(Story.Kind) || Story.Kind == GenerationKind.Claims ? "The text" : "The passage", Story.Brief.Context),
    }.Where(part => part.Item2.Length > 0);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => Redisplay(ct);

    protected override Task<IActionResult> Redisplay(CancellationToken ct) => Show(new GetGenerationStory(Id), story => Story = story, ct);
}
