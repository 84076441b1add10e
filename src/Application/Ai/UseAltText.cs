using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Ai;

/// <summary>A writer takes one of Claude's descriptions as the alt text of the cover it describes; nothing of the article changes. Errors: NotFound; <c>proposal.writing</c>; <c>alt_text.none</c> when the line is none of the answer's.</summary>
[Requires(Permission.Write)]
public sealed record UseAltText(GenerationId Generation, string Text) : ICommand, IAbout<GenerationId>
{
    public GenerationId About => Generation;
}

internal sealed class UseAltTextValidator : AbstractValidator<UseAltText>
{
    public UseAltTextValidator() => RuleFor(c => c.Text).Text("The alt text", Asset.MaxAltText);
}

internal sealed class UseAltTextHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<UseAltText>
{
    private static readonly Error None = Error.Conflict("alt_text.none", "This line is none of Claude’s. The alt text is as it was.");

    public async Task<Result> Handle(UseAltText command, CancellationToken ct)
    {
        var generation = await db.Generations.FirstOrDefaultAsync(g => g.Id == command.Generation && g.Kind == GenerationKind.AltText, ct);
        if (generation is null || !AssetId.TryParse(generation.Brief.Picture, null, out var id)) return GenerationErrors.NotFound;
        if (!generation.HasEnded) return GenerationErrors.StillWriting;
        if (!LinesOf(generation.Text).Contains(command.Text)) return None;
        var asset = await db.Assets.FirstOrDefaultAsync(a => a.Id == id && a.Site == generation.Site, ct);
        if (asset is null) return AssetErrors.NotFound;
        asset.Describe(command.Text, asset.Credit, asset.Making.IsAi, acting.Me);
        if (generation.Proposal == ProposalState.Open) generation.Take(await db.Articles.Where(a => a.Id == generation.Article).Select(a => a.LastRevision).FirstAsync(ct), acting.Me, clock.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    /// <summary>The descriptions of an answer, each short enough to be one.</summary>
    internal static IReadOnlyList<string> LinesOf(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(l => l.Length <= Asset.MaxAltText).Take(5)];
}
