using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;

namespace QuestCms.Application.Transfer;

/// <summary>One thing to be kept: where, under which identity, the state it was found in, and how it is read once the slugs of others are known.</summary>
internal sealed record ToKeep(SiteId Site, string Path, byte[] Sha256, IReadOnlySet<string> Reserved, bool Publish, bool DryRun, Func<IReadOnlySet<string>, (ReadPost Post, FileReport Report)> Read)
{
    /// <summary>The id the article keeps; null: it gets one.</summary>
    public Guid? Id { get; init; }
    /// <summary>Its source put it out of the way.</summary>
    public bool IsArchived { get; init; }
}

/// <summary>
/// Makes an article of what was read, or changes the one it became before: the law of every import. Unchanged, it changes nothing; changed there, it is a new revision; changed
/// here by a person, it is left alone. One save, and the last thing it does.
/// </summary>
internal sealed class PostKeeper(IQuestDb db, Acting acting, RevisionFreezer freezer, ImportedContent contents, Takeover takeover, IRenderer renderer, TimeProvider clock)
{
    public async Task<Result<ImportedPost>> KeepAsync(ToKeep wish, CancellationToken ct)
    {
        var file = await db.ImportedFiles.FirstOrDefaultAsync(f => f.Site == wish.Site && f.Path == wish.Path, ct);
        var article = file is null ? null : await db.Articles.FirstOrDefaultAsync(a => a.Id == file.Article, ct);
        var same = file is not null && file.Sha256.AsSpan().SequenceEqual(wish.Sha256);
        var comesDown = wish.Publish && wish.IsArchived && article?.LiveRevision is not null;
        if (article is not null && same && !comesDown && (!wish.Publish || wish.IsArchived || article.LiveRevision == article.LastRevision))
            return new ImportedPost(ImportOutcome.Unchanged, article.Working.Slug, article.LiveRevision is not null, FileReport.Empty(wish.Path));
        if (article is not null && WhyAlone(article, file!) is { } why) return LeftAlone(article.Working.Slug, article.LiveRevision is not null, wish.Path, why);
        if (article is null && wish.Id is { } kept && await db.Articles.AnyAsync(a => a.Id == ArticleId.From(kept), ct))
            return LeftAlone("", false, wish.Path, "An article with this id is here already and did not come from this import.");

        var taken = await db.Articles.AsNoTracking().Where(a => a.Site == wish.Site && a.BinnedAt == null && (file == null || a.Id != file.Article)).Select(a => a.Working.Slug).ToListAsync(ct);
        var (post, report) = wish.Read(taken.Concat(wish.Reserved).ToHashSet());
        var rendered = await renderer.RenderAsync(post.Body, ct);
        if (rendered.Error is { } tangled) return tangled;

        var now = clock.GetUtcNow();
        var slug = article?.Working.Slug ?? post.Slug;
        var publish = wish.Publish && post.Published;
        if (same && !publish && !comesDown) return new ImportedPost(ImportOutcome.Unchanged, slug, article!.LiveRevision is not null, report);
        if (wish.IsArchived && !wish.Publish && article?.LiveRevision is not null) report = report.With(new(ReportKind.Kept, 0, "still shown", "It was archived there, and readers here see it still. Import again with --publish, or take it down here."));
        if (wish.DryRun) return new ImportedPost(article is null ? ImportOutcome.Created : same && publish ? ImportOutcome.Published : ImportOutcome.Updated, slug, publish, report);

        var content = await contents.OfAsync(wish.Site, post, slug, now, ct);
        var (outcome, revision) = (ImportOutcome.Published, (Revision?)null);
        if (article is null)
        {
            article = await DraftAsync(wish, post, content, now, ct);
            (outcome, revision) = (ImportOutcome.Created, await FreezeAsync(article, post, now, ct));
            db.ImportedFiles.Add(ImportedFile.Record(ImportedFileId.New(now), wish.Site, wish.Path, article.Id, post.Sha256, article.WorkingVersion, post.Attributes, now));
        }
        else if (!same || comesDown)
        {
            if (IsArchivedByImport(article, file!)) article.TakeFromArchive(acting.Me);
            var before = article.WorkingVersion;
            if (article.Save(content, before, null, [], acting.Me, now).Error is { } refusal) return refusal;
            if (article.WorkingVersion != before) revision = await FreezeAsync(article, post, now, ct);
            outcome = revision is null && post.Came is null ? ImportOutcome.Unchanged : ImportOutcome.Updated;
            file!.Again(post.Sha256, article.WorkingVersion, post.Attributes, now);
        }
        if (publish && (revision is not null || article.LiveRevision != article.LastRevision) && (await takeover.PublishAsync(article, revision, post, now, ct)).Error is { } error) return error;
        if (wish.IsArchived && (wish.Publish || article.LiveRevision is null) && (await takeover.ArchiveAsync(article, now, ct)).Error is { } inTheWay) return inTheWay;
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

    private static ImportedPost LeftAlone(string slug, bool live, string path, string why) => new(ImportOutcome.LeftAlone, slug, live, FileReport.Empty(path), why);

    private static string? WhyAlone(Article article, ImportedFile file) =>
        article.BinnedAt is not null ? "The article is in the bin; it was left there."
        : article.ArchivedAt is not null && !IsArchivedByImport(article, file) ? "The article is in the archive; it was left there."
        : article.State == WorkingState.InReview ? "The article is in review; it was left alone."
        : article is { FirstPublishedAt: not null, LiveRevision: null } && !IsArchivedByImport(article, file) ? "A person took the article from readers since; it was left alone."
        : article.WorkingVersion != file.WorkingVersion ? "A person changed the article since the last import; it was left alone." : null;

    // It went there with the import itself, and no person put it there since.
    private static bool IsArchivedByImport(Article article, ImportedFile file) => article.ArchivedAt is { } archived && archived == file.ImportedAt;

    private async Task<Article> DraftAsync(ToKeep wish, ReadPost post, ArticleContent content, DateTimeOffset now, CancellationToken ct)
    {
        var locale = await db.Sites.AsNoTracking().Where(s => s.Id == wish.Site).Select(s => s.Locale).FirstAsync(ct);
        var article = Article.Draft(wish.Id is { } id ? ArticleId.From(id) : ArticleId.New(now), wish.Site, locale, content, acting.Me, now);
        if (post.Came?.CreatedAt is { } created && created < now) article.IsAsOldAs(created, post.Came.ChangedAt is { } changed && changed < now ? changed : created);
        db.Articles.Add(article);
        return article;
    }

    private async Task<Revision> FreezeAsync(Article article, ReadPost post, DateTimeOffset now, CancellationToken ct) =>
        await freezer.FreezeAsync(article, Occasion.Import, post.Came?.Model is { } model ? await WriterAsync(article, model, post, now, ct) : new Origin(OriginKind.Import), acting.Me, now, ct);

    // What a model wrote elsewhere is a request that was answered and taken before it came here.
    private async Task<Origin> WriterAsync(Article article, ForeignModel model, ReadPost post, DateTimeOffset now, CancellationToken ct)
    {
        var name = PostFields.Cut(PlainText.Clean(model.Name).Text.Trim() is { Length: > 0 } said ? said : "a model", Generation.MaxModel);
        var known = await db.Generations.FirstOrDefaultAsync(g => g.Article == article.Id && g.Prompt == Generation.BroughtPrompt && g.Model == name, ct);
        if (known is not null) return known.WordsOf();
        var brief = new Brief { Topic = post.Title, Instruction = PostFields.Cut(PlainText.Clean(PlainText.WithLf(model.Prompt)).Text, Brief.MaxLength / 2) };
        var at = post.Came!.CreatedAt is { } created && created < now ? created : now;
        var made = Generation.Bring(GenerationId.New(now), article.Site, article.Id, brief, name, at, article.LastRevision + 1);
        db.Generations.Add(made);
        return made.WordsOf();
    }
}
