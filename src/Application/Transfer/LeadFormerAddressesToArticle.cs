using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;

namespace QuestCms.Application.Transfer;

/// <summary>
/// Where an imported article stood before leads to it from its publication on, whether it was taken over or went through review: the paths its file named are stored
/// as former addresses, without slashes at their ends. One that is another article's, today's or a former one, stays that article's.
/// </summary>
internal sealed class LeadFormerAddressesToArticle(IQuestDb db) : INotificationHandler<Happened<ArticlePublished>>, INotificationHandler<Happened<FileImported>>
{
    /// <summary>Their name among a file's attributes.</summary>
    public const string FormerAddresses = "formerAddresses";

    public Task Handle(Happened<ArticlePublished> notification, CancellationToken cancellationToken) => LeadAsync(notification.News.Article, notification.News.Site, cancellationToken);

    // A file that names another former address of a piece readers see already.
    public Task Handle(Happened<FileImported> notification, CancellationToken cancellationToken) =>
        db.Articles.Local.FirstOrDefault(a => a.Id == notification.News.Article)?.LiveRevision is null ? Task.CompletedTask
            : LeadAsync(notification.News.Article, notification.News.Site, cancellationToken);

    private async Task LeadAsync(ArticleId article, SiteId site, CancellationToken ct)
    {
        var attributes = db.ImportedFiles.Local.FirstOrDefault(f => f.Article == article)?.Attributes
            ?? await db.ImportedFiles.AsNoTracking().Where(f => f.Article == article).Select(f => f.Attributes).FirstOrDefaultAsync(ct);
        var wanted = Former(attributes);
        if (wanted.Length == 0) return;
        var taken = await db.FormerSlugs.AsNoTracking().Where(f => f.Site == site && wanted.Contains(f.Slug)).Select(f => f.Slug)
            .Concat(db.PublishedArticles.AsNoTracking().Where(p => p.Site == site && wanted.Contains(p.Slug)).Select(p => p.Slug)).ToListAsync(ct);
        var here = db.FormerSlugs.Local.Select(f => f.Slug).Concat(db.PublishedArticles.Local.Select(p => p.Slug));
        foreach (var former in wanted.Except(taken).Except(here).ToList()) db.FormerSlugs.Add(FormerSlug.Of(site, former, article));
    }

    private static string[] Former(string? attributes)
    {
        if (attributes is null) return [];
        using var json = JsonDocument.Parse(attributes);
        return !json.RootElement.TryGetProperty(FormerAddresses, out var redirects) || redirects.ValueKind != JsonValueKind.Array ? []
            : [.. redirects.EnumerateArray().Where(r => r.ValueKind == JsonValueKind.String).Select(r => r.GetString()!.Trim('/')).Where(r => r.Length > 0 && !PlainText.HasForbidden(r)).Distinct(StringComparer.Ordinal)];
    }
}
