using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Ai;

/// <summary>
/// Every article and every sentence of a site that came from a model, a prompt version or a source, in what readers see and in the working text, twenty articles at a time. Only proposals that
/// were taken count. Errors: nothing or too little to look for, a malformed place (Invalid).
/// </summary>
/// <param name="Value">The model's name; the prompt's as <c>draft/2</c>; at least four characters of an address or of a source's words.</param>
/// <param name="After">The place to go on from: <see cref="Page{T}.Next"/> of the page before.</param>
[Requires(Permission.Recall)]
public sealed record RecallSentences(SiteId Site, RecallBy By, string Value, string? After) : IQuery<Page<RecalledArticle>>, IAbout<SiteId>
{
    /// <summary>Characters of <see cref="Value"/>.</summary>
    public const int MostOfValue = 200;

    public SiteId About => Site;
}

/// <param name="LiveRevision">What readers see; null when they see nothing.</param>
/// <param name="Generations">How many taken proposals of it match.</param>
/// <param name="Sentences">Empty when none of their words stands any more.</param>
public sealed record RecalledArticle(ArticleId Article, string Title, WorkingState State, int? LiveRevision, bool IsArchived, int Generations, IReadOnlyList<RecalledSentence> Sentences)
{
    /// <summary>Since when it is to be looked at again because of this; null when it is not.</summary>
    public DateTimeOffset? ToLookAgainSince { get; init; }
}

/// <param name="OfThem">So many of its words came from there.</param>
public sealed record RecalledSentence(TextField Field, string Text, int Words, int OfThem, bool IsLive, bool IsInWork, GenerationId Generation);

internal sealed class RecallSentencesValidator : AbstractValidator<RecallSentences>
{
    private const int LeastOfSource = 4;

    public RecallSentencesValidator()
    {
        RuleFor(q => q.By).IsInEnum().WithMessage("Choose by what to look.");
        RuleFor(q => q.Value).Text("What to look for", RecallSentences.MostOfValue);
        RuleFor(q => q.Value).Must((q, v) => v is not null && v.Trim().Length >= (q.By == RecallBy.Source ? LeastOfSource : 1)).WithErrorCode("recall.too_short")
            .WithMessage(q => q.By == RecallBy.Source ? $"Give at least {LeastOfSource} characters of an address or of the source’s words." : "Say which one.");
        RuleFor(q => q.After).Must(a => a is null || Guid.TryParseExact(a, "N", out _)).WithErrorCode("after.malformed").WithMessage("This address of a page is cut off. Begin at the first page.");
    }
}

internal sealed class RecallSentencesHandler(IQuestDb db, IRecallSearch search) : IQueryHandler<RecallSentences, Page<RecalledArticle>>
{
    private const int PageSize = 20;

    public async Task<Result<Page<RecalledArticle>>> Handle(RecallSentences query, CancellationToken ct)
    {
        var after = query.After is null ? (ArticleId?)null : ArticleId.From(Guid.ParseExact(query.After, "N"));
        var found = await search.FindAsync(query.Site, query.By, query.Value.Trim(), after, PageSize + 1, ct);
        var shown = found.Take(PageSize).ToList();
        var ids = shown.Select(f => f.Article).ToList();
        var articles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        var revisions = await (from article in db.Articles.AsNoTracking()
                               join revision in db.Revisions.AsNoTracking() on article.Id equals revision.Article
                               where ids.Contains(article.Id) && (revision.Number == article.LiveRevision || revision.Number == article.LastRevision)
                               select new { revision.Article, revision.Number, revision.Content, revision.Authorship }).ToListAsync(ct);
        var from = AskToLookAgain.Origin(query.By, query.Value);
        var open = await db.LooksAgain.AsNoTracking().Where(l => ids.Contains(l.Article) && l.LookedAt == null && l.From == from).ToDictionaryAsync(l => l.Article, l => (DateTimeOffset?)l.AskedAt, ct);
        var items = shown.Where(f => articles.ContainsKey(f.Article)).Select(f =>
        {
            var article = articles[f.Article];
            TracedText? Revision(int? number) => revisions.Where(r => r.Article == f.Article && r.Number == number).Select(r => new TracedText(r.Content, r.Authorship)).FirstOrDefault();
            var who = f.Generations.Select(g => g.Value).ToHashSet();
            return new RecalledArticle(f.Article, article.Working.ShownTitle, article.State, article.LiveRevision, article.ArchivedAt is not null, f.Generations.Count,
                Both(Sentences(Revision(article.LiveRevision), who), Sentences(Working(article, Revision(article.LastRevision)), who)))
            { ToLookAgainSince = open.GetValueOrDefault(f.Article) };
        }).ToList();
        return new Page<RecalledArticle>(items, found.Count > PageSize ? shown[^1].Article.Value.ToString("N") : null);
    }

    private static IReadOnlyList<OriginSentence> Sentences(TracedText? text, HashSet<Guid> who) => text is null ? [] : SentencesOf.In(text.Content, text.Authorship, who);

    // What was typed since the last revision is traced against it, as it will be when it is frozen.
    private static TracedText? Working(Article article, TracedText? last) => last is null || article.ChangedBy is not { } by || last.Content.SameTextAs(article.Working) ? last
        : new TracedText(article.Working, AuthorshipTracer.Trace(article.Working, new Origin(OriginKind.Person, by.Value), new TraceSources(last)));

    // A sentence that stands in both is told once, in the order of the working text; what only readers see follows.
    private static List<RecalledSentence> Both(IReadOnlyList<OriginSentence> live, IReadOnlyList<OriginSentence> working)
    {
        var left = live.ToList();
        var all = new List<RecalledSentence>();
        foreach (var sentence in working)
        {
            var same = left.FindIndex(l => l.Field == sentence.Field && l.Text == sentence.Text);
            if (same >= 0) left.RemoveAt(same);
            all.Add(Of(sentence, same >= 0, isInWork: true));
        }
        all.AddRange(left.Select(l => Of(l, isLive: true, isInWork: false)));
        return all;
    }

    private static RecalledSentence Of(OriginSentence s, bool isLive, bool isInWork) => new(s.Field, s.Text, s.Words, s.OfThem, isLive, isInWork, GenerationId.From(s.Who));
}
