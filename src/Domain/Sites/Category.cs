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
}

public sealed record CategoryAdded(CategoryId Category, SiteId Site, string Name) : DomainEvent(Category.Value, Site.Value);
