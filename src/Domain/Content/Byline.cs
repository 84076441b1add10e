using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>A name readers see above a piece. Apart from accounts: a desk or a guest has a byline and no sign-in; a person may have both.</summary>
public sealed class Byline : AggregateRoot
{
    public const int MaxName = 100;
    public const int MaxSlug = 96;
    public const int MaxAbout = 500;

    private Byline() { }

    public BylineId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Unique in the site.</summary>
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string About { get; private set; } = "";
    /// <summary>Null when nobody signs in under this name.</summary>
    public PersonId? Person { get; private set; }

    public static Byline Add(BylineId id, SiteId site, string slug, string name, string about, PersonId? person)
    {
        var byline = new Byline { Id = id, Site = site, Slug = slug, Name = name.Trim(), About = about.Trim(), Person = person };
        byline.Raise(new BylineAdded(id, site, byline.Name));
        return byline;
    }

    /// <summary>Another name, address or description. Readers' pieces are rewritten behind it, and the former address leads to the new one.</summary>
    public void Rename(string name, string slug, string about)
    {
        var (formerName, formerSlug) = (Name, Slug);
        if (name.Trim() == formerName && slug == formerSlug && about.Trim() == About) return;
        (Name, Slug, About) = (name.Trim(), slug, about.Trim());
        Changed();
        Raise(new BylineRenamed(Id, Site, formerName, formerSlug, Name, Slug));
    }
}

public sealed record BylineAdded(BylineId Byline, SiteId Site, string Name) : DomainEvent(Byline.Value, Site.Value);
public sealed record BylineRenamed(BylineId Byline, SiteId Site, string FormerName, string FormerSlug, string Name, string Slug) : DomainEvent(Byline.Value, Site.Value);
