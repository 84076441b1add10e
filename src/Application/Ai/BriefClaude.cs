using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>
/// A creator begins an article with a brief for Claude, who writes the draft or first an outline to adjust: the article, the request and its job are stored together or not at all. Where Claude can't be
/// asked the article begins all the same, and the answer says why. Errors: those of <see cref="StartArticle"/>, a brief over its limits (Invalid).
/// </summary>
[Requires(Permission.Write)]
public sealed record BriefClaude(SiteId Site, ArticleId Id, string Title, ArticleKind Kind, CategoryId? Category, BylineId[] Bylines, string[] Tags, GenerationId Generation, Brief Brief, bool OutlineFirst = false)
    : ICommand<Briefed>, IAbout<SiteId>, IBeginning
{
    public SiteId About => Site;
}

/// <summary><paramref name="NotAsked"/> says why Claude was not asked; null when it was.</summary>
public sealed record Briefed(string? NotAsked);

internal sealed class BriefClaudeValidator : AbstractValidator<BriefClaude>
{
    public BriefClaudeValidator()
    {
        RuleFor(c => c.Brief).SetValidator(new BriefRules());
        RuleFor(c => c.Brief.Topic).NotEmpty().WithErrorCode("topic.missing").WithMessage(BriefRules.TopicMissing);
        Include(new BeginningRules());
    }
}

internal sealed class BriefClaudeHandler(IQuestDb db, ArticleStarter starter, GenerationStarter claude, TimeProvider clock)
    : ICommandHandler<BriefClaude, Briefed>
{
    public async Task<Result<Briefed>> Handle(BriefClaude command, CancellationToken ct)
    {
        if (await db.Articles.AnyAsync(a => a.Id == command.Id, ct)) return new Briefed(null); // the same form again
        var now = clock.GetUtcNow();
        var started = await starter.StartAsync(command, "", now, ct);
        if (started.Error is { } refusal) return refusal;
        var unavailable = await claude.StartAsync(new Asking(command.Generation, command.Site, command.Id, command.Title, command.Kind, command.OutlineFirst ? GenerationKind.Outline : GenerationKind.Draft, command.Brief, 0, 0), ct);
        await db.SaveChangesAsync(ct);
        return new Briefed(unavailable?.Message);
    }
}
