using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// An agent leaves sources beside an article: addresses, notes, or both. They are shown to its writers as what an agent said, fetched by nobody and given to no model unless a writer hands them over (<see cref="HandSourceToClaude"/>). One that is
/// there already is not added again. Errors: none named, over 20 at once or 100 in all, an address that is not http or https, limits.
/// </summary>
[Requires(Permission.ProposeAsAgent)]
public sealed record AttachSources(ArticleId Article, IReadOnlyList<AgentSource> Sources) : ICommand<int>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>One source; either part may be empty.</summary>
public sealed record AgentSource(string Address, string Note);

internal sealed class AttachSourcesValidator : AbstractValidator<AttachSources>
{
    public AttachSourcesValidator()
    {
        RuleFor(c => c.Sources).NotEmpty().WithErrorCode(AgentErrors.NoSources.Code).WithMessage(AgentErrors.NoSources.Message);
        RuleFor(c => c.Sources).Must(s => s.Count <= AgentNote.MostAtOnce).WithErrorCode("sources.too_many").WithMessage($"{AgentNote.MostAtOnce} sources at once are the most.");
        RuleForEach(c => c.Sources).ChildRules(source =>
        {
            source.RuleFor(s => s.Address).Text("An address", AgentNote.MaxAddress)
                .Must(a => a is null or "" || IsWeb(a)).WithErrorCode("address.malformed").WithMessage("An address begins with http:// or https:// and holds no name or password.");
            source.RuleFor(s => s.Note).Text("A note", AgentNote.MaxText);
            source.RuleFor(s => s).Must(s => !string.IsNullOrWhiteSpace(s.Address) || !string.IsNullOrWhiteSpace(s.Note)).WithErrorCode(AgentErrors.NoSources.Code).WithMessage(AgentErrors.NoSources.Message);
        }).OverridePropertyName("sources");
    }

    private static bool IsWeb(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { UserInfo: "", Host.Length: > 0 } && !address.Any(char.IsControl);
}

internal sealed class AttachSourcesHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<AttachSources, int>
{
    public async Task<Result<int>> Handle(AttachSources command, CancellationToken ct)
    {
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article && a.BinnedAt == null).Select(a => new { a.Site }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        var there = await db.AgentNotes.AsNoTracking().Where(n => n.Article == command.Article && n.Kind == AgentNoteKind.Source).Select(n => new { n.Address, n.Text }).ToListAsync(ct);
        var known = there.Select(n => (n.Address, n.Text)).ToHashSet();
        var fresh = command.Sources.Select(s => (Address: s.Address.Trim(), Text: PlainText.WithLf(s.Note).Trim())).Distinct().Where(s => !known.Contains(s)).ToList();
        if (fresh.Count == 0) return 0;
        if (known.Count + fresh.Count > AgentNote.MostSources) return AgentErrors.TooManySources(AgentNote.MostSources);

        var now = clock.GetUtcNow();
        foreach (var (address, text) in fresh) db.AgentNotes.Add(AgentNote.Source(AgentNoteId.New(now), article.Site, command.Article, address, text, acting.Agent, acting.Actor.Name, now));
        await db.SaveChangesAsync(ct);
        return fresh.Count;
    }
}
