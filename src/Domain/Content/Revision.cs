using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>Why a revision was frozen.</summary>
public enum Occasion { NamedSave, Submission, ProposalTaken, Import, Restore, ChangeOfWriter, Pause, Template }

/// <summary>
/// A text as it stood, immutable and numbered within its article. It says who or what wrote it, on which revision it is based, when and why,
/// and for every word where it comes from.
/// </summary>
public sealed class Revision : AggregateRoot
{
    private Revision() { }

    public RevisionId Id { get; private set; }
    public ArticleId Article { get; private set; }
    public SiteId Site { get; private set; }
    public int Number { get; private set; }
    public Occasion Occasion { get; private set; }
    /// <summary>Who or what wrote what is new in it.</summary>
    public OriginKind Origin { get; private set; }
    /// <summary>Id of the generation or import behind it; null when a person wrote it.</summary>
    public Guid? OriginId { get; private set; }
    /// <summary>Number of the revision it was made from; null for the first.</summary>
    public int? BasedOn { get; private set; }
    public string Locale { get; private set; } = "en";
    public ArticleContent Content { get; private set; } = new();
    public Authorship Authorship { get; private set; } = Authorship.Empty;
    public ArticleFigures Figures { get; private set; } = new();
    /// <summary>The pictures it shows, with what was said of them then.</summary>
    public FrozenPicture[] Pictures { get; private set; } = [];
    /// <summary>Everyone with a hand in it since the revision before.</summary>
    public PersonId[] Hands { get; private set; } = [];
    /// <summary>Null when a program froze it.</summary>
    public PersonId? FrozenBy { get; private set; }
    /// <summary>The site key of the program that froze it; null when a person did.</summary>
    public SiteKeyId? FrozenByKey { get; private set; }
    public DateTimeOffset FrozenAt { get; private set; }

    /// <summary>Freezes the article's working copy under the next number.</summary>
    public static Revision Freeze(RevisionId id, Article article, Occasion occasion, Origin origin, Authorship authorship, ArticleFigures figures,
        IReadOnlyList<FrozenPicture> pictures, Who by, DateTimeOffset now)
    {
        var hands = by.Person is not { } person || article.Hands.Contains(person) || occasion is Occasion.ChangeOfWriter or Occasion.Pause ? article.Hands : [.. article.Hands, person];
        int? basedOn = article.LastRevision > 0 ? article.LastRevision : null;
        var revision = new Revision
        {
            Id = id,
            Article = article.Id,
            Site = article.Site,
            Locale = article.Locale,
            Content = article.Working,
            Occasion = occasion,
            Origin = origin.Kind,
            OriginId = origin.Kind == OriginKind.Person ? null : origin.Who,
            BasedOn = basedOn,
            Authorship = authorship,
            Figures = figures,
            Pictures = [.. pictures],
            Hands = hands,
            FrozenBy = by.Person,
            FrozenByKey = by.Key,
            FrozenAt = now,
            Number = article.TakeRevisionNumber(figures),
        };
        revision.Raise(new RevisionFrozen(article.Id, article.Site, revision.Number, occasion.ToString(), by.Person));
        return revision;
    }

    /// <summary>The working copy as it stands, to be shown and never to be stored: it has no number.</summary>
    public static Revision Standing(Article article, Authorship authorship, ArticleFigures figures, IReadOnlyList<FrozenPicture> pictures) => new()
    {
        Article = article.Id,
        Site = article.Site,
        Locale = article.Locale,
        Content = article.Working,
        Authorship = authorship,
        Figures = figures,
        Pictures = [.. pictures],
    };
}
