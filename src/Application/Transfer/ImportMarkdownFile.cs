using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;

namespace QuestCms.Application.Transfer;

/// <summary>
/// An administrator brings one Markdown file into a site: one file, one message, one save. The file's identity is site and path. Run again, an unchanged
/// file changes nothing, a changed one becomes a new revision, and an article that a person changed since is left alone. Errors: <c>body.too_large</c>
/// (a file over 2 MB), <c>body.too_tangled</c>, <c>import.path</c>, <c>slug.taken</c>, <c>changed_meanwhile</c>.
/// </summary>
/// <param name="Path">Relative to the import's root, with forward slashes; at most 500 characters.</param>
/// <param name="Listing">Every file under the root, relative, so that missing images are known.</param>
/// <param name="Reserved">Slugs given to earlier files of the same run; they count as taken even where a dry run stored nothing.</param>
/// <param name="Publish">Take it over: readers see it, with the post's own date. No review is claimed.</param>
/// <param name="DryRun">Read and report; store nothing.</param>
[Requires(Permission.AdministerSite)]
public sealed record ImportMarkdownFile(SiteId Site, string Path, byte[] Bytes, IReadOnlySet<string> Listing, IReadOnlySet<string> Reserved, bool Publish = false, bool DryRun = false)
    : ICommand<ImportedPost>, IAbout<SiteId>
{
    /// <summary>A file over this many bytes is refused.</summary>
    public const int MostBytes = PostReader.MostBytes;

    /// <summary>Pictures of an export that were brought in before (<see cref="ImportPicture"/>), by the file they lay in.</summary>
    public IReadOnlyDictionary<string, AssetId> Pictures { get; init; } = new Dictionary<string, AssetId>();

    public SiteId About => Site;
}

/// <summary>What the import of one file came to.</summary>
public enum ImportOutcome { Created, Updated, Published, Unchanged, LeftAlone }

/// <summary>The outcome, the article's slug, whether readers see this state of the file, and what became of each part.</summary>
/// <param name="Say">Why it was left alone; null otherwise.</param>
public sealed record ImportedPost(ImportOutcome Outcome, string Slug, bool Live, FileReport Report, string? Say = null);

internal sealed class ImportMarkdownFileValidator : AbstractValidator<ImportMarkdownFile>
{
    public ImportMarkdownFileValidator()
    {
        RuleFor(c => c.Path).Text("The path", 500).Must(p => !string.IsNullOrWhiteSpace(p)).WithErrorCode("import.path").WithMessage("The path is missing.");
        RuleFor(c => c.Bytes).Must(b => b is { Length: <= PostReader.MostBytes }).WithErrorCode(TextRules.TooLargeCode).WithMessage("The file is over 2 MB.");
    }
}

internal sealed class ImportMarkdownFileHandler(IQuestDb db, Acting acting, RevisionFreezer freezer, ImportedContent contents, Takeover takeover, IRenderer renderer, TimeProvider clock)
    : ICommandHandler<ImportMarkdownFile, ImportedPost>
{
    public async Task<Result<ImportedPost>> Handle(ImportMarkdownFile command, CancellationToken ct)
    {
        var file = await db.ImportedFiles.FirstOrDefaultAsync(f => f.Site == command.Site && f.Path == command.Path, ct);
        var article = file is null ? null : await db.Articles.FirstOrDefaultAsync(a => a.Id == file.Article, ct);
        var same = file is not null && file.Sha256.AsSpan().SequenceEqual(SHA256.HashData(command.Bytes));
        if (article is not null && same && (!command.Publish || article.LiveRevision == article.LastRevision))
            return new ImportedPost(ImportOutcome.Unchanged, article.Working.Slug, article.LiveRevision is not null, FileReport.Empty(command.Path));
        if (article is not null && WhyAlone(article, file!) is { } why)
            return new ImportedPost(ImportOutcome.LeftAlone, article.Working.Slug, article.LiveRevision is not null, FileReport.Empty(command.Path), why);

        var taken = await db.Articles.AsNoTracking().Where(a => a.Site == command.Site && a.BinnedAt == null && (file == null || a.Id != file.Article)).Select(a => a.Working.Slug).ToListAsync(ct);
        var (post, report) = PostReader.Read(new SourceFile(command.Path, command.Bytes, command.Listing, taken.Concat(command.Reserved).ToHashSet()) { Pictures = command.Pictures });
        var rendered = await renderer.RenderAsync(post.Body, ct);
        if (rendered.Error is { } tangled) return tangled;

        var now = clock.GetUtcNow();
        var slug = article?.Working.Slug ?? post.Slug;
        var publish = command.Publish && post.Published;
        if (same && !publish) return new ImportedPost(ImportOutcome.Unchanged, slug, article!.LiveRevision is not null, report);
        if (command.DryRun) return new ImportedPost(article is null ? ImportOutcome.Created : same ? ImportOutcome.Published : ImportOutcome.Updated, slug, publish, report);

        var content = await contents.OfAsync(command.Site, post, slug, now, ct);
        var outcome = ImportOutcome.Published;
        Revision? revision = null;
        if (article is null)
        {
            var locale = await db.Sites.AsNoTracking().Where(s => s.Id == command.Site).Select(s => s.Locale).FirstAsync(ct);
            article = Article.Draft(ArticleId.New(now), command.Site, locale, content, acting.Me, now);
            db.Articles.Add(article);
            (outcome, revision) = (ImportOutcome.Created, await FreezeAsync(article, now, ct));
            db.ImportedFiles.Add(ImportedFile.Record(ImportedFileId.New(now), command.Site, command.Path, article.Id, post.Sha256, article.WorkingVersion, post.Attributes, now));
        }
        else if (!same)
        {
            var before = article.WorkingVersion;
            if (article.Save(content, before, null, [], acting.Me, now).Error is { } refusal) return refusal;
            if (article.WorkingVersion != before) revision = await FreezeAsync(article, now, ct);
            outcome = revision is null ? ImportOutcome.Unchanged : ImportOutcome.Updated;
            file!.Again(post.Sha256, article.WorkingVersion, post.Attributes, now);
        }
        if (publish && (revision is not null || article.LiveRevision != article.LastRevision)
            && (await takeover.PublishAsync(article, revision, post, now, ct)).Error is { } error) return error;
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (UniqueViolationException)
        {
            return CommonErrors.ChangedMeanwhile; // another import, or a person, took the same slug or name in this moment
        }
        return new ImportedPost(outcome, slug, article.LiveRevision is not null, report);
    }

    private static string? WhyAlone(Article article, ImportedFile file) =>
        article.BinnedAt is not null ? "The article is in the bin; it was left there."
        : article.ArchivedAt is not null ? "The article is in the archive; it was left there."
        : article.State == WorkingState.InReview ? "The article is in review; it was left alone."
        : article.WorkingVersion != file.WorkingVersion ? "A person changed the article since the last import; it was left alone." : null;

    private Task<Revision> FreezeAsync(Article article, DateTimeOffset now, CancellationToken ct) =>
        freezer.FreezeAsync(article, Occasion.Import, new Origin(OriginKind.Import), acting.Me, now, ct);
}
