using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>One public site that reads from the hub.</summary>
public sealed class Site : AggregateRoot
{
    public const int MaxName = 100;
    public const int MaxSlug = 40;
    public const int MaxStrapline = 300;

    private Site() { }

    public SiteId Id { get; private set; }
    /// <summary>In addresses: lower-case letters, digits and hyphens; unique in the house; never changes.</summary>
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    /// <summary>One sentence for the site's home page and its feeds.</summary>
    public string Strapline { get; private set; } = "";
    /// <summary>BCP 47, the language of its articles.</summary>
    public string Locale { get; private set; } = "en";
    /// <summary>Published articles may be read without a key.</summary>
    public bool AnonymousReading { get; private set; } = true;
    /// <summary>Which pages of other hosts may read the API with a script, as "https://www.example.org"; none named: any, where reading is anonymous, and otherwise none.</summary>
    public string[] Origins { get; private set; } = [];
    /// <summary>A CDN stands before the site that is purged by cache tags: it may keep answers for minutes.</summary>
    public bool HasTaggedCdn { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    public static Site Found(SiteId id, string slug, string name, string strapline, string locale, DateTimeOffset now)
    {
        var site = new Site { Id = id, Slug = slug, Name = name.Trim(), Strapline = strapline.Trim(), Locale = locale, CreatedAt = now };
        site.Raise(new SiteFounded(id, slug, site.Name));
        return site;
    }

    /// <summary>How the site is called and read from now on. The news names the fields that differ, as the API calls them; where none does, nothing is told.</summary>
    public void Change(SiteTerms terms)
    {
        var fields = new List<string>();
        void Note(bool differs, string field)
        {
            if (differs) fields.Add(field);
        }
        Note(terms.Name.Trim() != Name, "name");
        Note(terms.Strapline.Trim() != Strapline, "strapline");
        Note(terms.Locale != Locale, "locale");
        Note(terms.AnonymousReading != AnonymousReading, "anonymousReading");
        Note(!terms.Origins.SequenceEqual(Origins), "origins");
        Note(terms.HasTaggedCdn != HasTaggedCdn, "cdn");
        if (fields.Count == 0) return;
        (Name, Strapline, Locale, AnonymousReading, Origins, HasTaggedCdn) = (terms.Name.Trim(), terms.Strapline.Trim(), terms.Locale, terms.AnonymousReading, [.. terms.Origins], terms.HasTaggedCdn);
        Changed();
        Raise(new SiteChanged(Id, string.Join(", ", fields), AnonymousReading));
    }
}

/// <summary>What an administrator says of a site. Its slug is not among it: it never changes.</summary>
/// <param name="Locale">BCP 47.</param>
/// <param name="Origins">As <see cref="SiteOrigins"/> writes them.</param>
public sealed record SiteTerms(string Name, string Strapline, string Locale, bool AnonymousReading, IReadOnlyList<string> Origins, bool HasTaggedCdn);

public sealed record SiteFounded(SiteId Site, string Slug, string Name) : DomainEvent(Site.Value, Site.Value);
/// <param name="Fields">Names of what differs, parted by ", ".</param>
public sealed record SiteChanged(SiteId Site, string Fields, bool AnonymousReading) : DomainEvent(Site.Value, Site.Value);
