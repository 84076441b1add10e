using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>What lies in the bin of a site, put there last first, by key. Error: a malformed place (Invalid).</summary>
/// <param name="Size">1 to 100.</param>
/// <param name="After">The place to go on from: <see cref="Page{T}.Next"/> of the page before.</param>
[Requires(Permission.ReadSite), OpenToKeys(Permission.PreviewAsAgent)]
public sealed record ListBin(SiteId Site, string? After = null, int Size = 50) : IQuery<Bin>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <param name="MayDelete">This person may delete for ever.</param>
public sealed record Bin(Page<BinnedArticle> Page, bool MayWrite, bool MayDelete);

/// <param name="Version">The article's entity tag.</param>
/// <param name="DeletedFrom">From this day on it is deleted for ever.</param>
/// <param name="WasLive">Readers saw it once: its address goes on saying "gone".</param>
public sealed record BinnedArticle(ArticleId Id, int Version, string Title, ArticleKind Kind, int Words, DateTimeOffset BinnedAt, DateTimeOffset DeletedFrom, bool WasLive);

internal sealed class ListBinValidator : AbstractValidator<ListBin>
{
    public ListBinValidator()
    {
        RuleFor(q => q.After).Must(a => a is null || ListBinHandler.Place(a) is not null).WithErrorCode("after.malformed").WithMessage("This address of a page is cut off. Begin at the first page.");
        RuleFor(q => q.Size).InclusiveBetween(1, 100);
    }
}

internal sealed class ListBinHandler(IQuestDb db, Acting acting, IRoles roles) : IQueryHandler<ListBin, Bin>
{
    public async Task<Result<Bin>> Handle(ListBin query, CancellationToken ct)
    {
        var all = db.Articles.AsNoTracking().Where(a => a.Site == query.Site && a.BinnedAt != null && a.DeletedAt == null);
        if (query.After is { } after && Place(after) is var (at, id)) all = all.Where(a => a.BinnedAt <= at && (a.BinnedAt < at || a.Id < id));
        var rows = await all.OrderByDescending(a => a.BinnedAt).ThenByDescending(a => a.Id).Take(query.Size + 1)
            .Select(a => new { a.Id, a.Version, a.Working.Title, a.Working.Kind, a.Figures.Words, a.BinnedAt, WasLive = a.FirstPublishedAt != null }).ToListAsync(ct);
        var shown = rows.Take(query.Size).Select(r => new BinnedArticle(r.Id, r.Version, r.Title, r.Kind, r.Words, r.BinnedAt!.Value, r.BinnedAt.Value + Article.KeptInBin, r.WasLive)).ToList();
        var next = rows.Count > query.Size ? string.Create(CultureInfo.InvariantCulture, $"{shown[^1].BinnedAt.UtcTicks}_{shown[^1].Id.Value:N}") : null;
        var mine = acting.Actor.Person is { } me ? await roles.OfAsync(me, ct) : null;
        return new Bin(new Page<BinnedArticle>(shown, next), mine?.May(Permission.Write, query.Site) is true, mine?.May(Permission.AdministerSite, query.Site) is true);
    }

    internal static (DateTimeOffset At, ArticleId Id)? Place(string after) =>
        after.Split('_') is [var ticks, var id] && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParseExact(id, "N", out var guid)
            ? (new DateTimeOffset(t, TimeSpan.Zero), ArticleId.From(guid)) : null;
}
