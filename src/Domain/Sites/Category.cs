using QuestCms.Domain.Common;

namespace QuestCms.Domain.Sites;

/// <summary>A shelf of one site. An article stands on one, or on none.</summary>
public sealed class Category : AggregateRoot
{
    public const int MaxName = 80;
    public const int MaxSlug = 96;

    private Category() { }

    public CategoryId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Unique in the site.</summary>
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";

    public static Category Add(CategoryId id, SiteId site, string slug, string name)
    {
        var category = new Category { Id = id, Site = site, Slug = slug, Name = name.Trim() };
        category.Raise(new CategoryAdded(id, site, category.Name));
        return category;
    }

    /// <summary>Another name, another address, or both. Readers' pieces are rewritten behind it, and the former address leads to the new one.</summary>
    public void Rename(string name, string slug)
    {
        var (formerName, formerSlug) = (Name, Slug);
        if (name.Trim() == formerName && slug == formerSlug) return;
        (Name, Slug) = (name.Trim(), slug);
        Changed();
        Raise(new CategoryRenamed(Id, Site, formerName, formerSlug, Name, Slug));
    }
}

public sealed record CategoryAdded(CategoryId Category, SiteId Site, string Name) : DomainEvent(Category.Value, Site.Value);
public sealed record CategoryRenamed(CategoryId Category, SiteId Site, string FormerName, string FormerSlug, string Name, string Slug) : DomainEvent(Category.Value, Site.Value);
