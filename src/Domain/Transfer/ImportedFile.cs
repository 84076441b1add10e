using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Transfer;

/// <summary>Which article a file became. Its identity is site and path; run again, only a changed file changes anything.</summary>
public sealed class ImportedFile : AggregateRoot
{
    private ImportedFile() { }

    public ImportedFileId Id { get; private set; }
    public SiteId Site { get; private set; }
    /// <summary>Relative to the import's root, with forward slashes.</summary>
    public string Path { get; private set; } = "";
    public ArticleId Article { get; private set; }
    /// <summary>SHA-256 of the file's bytes as last imported.</summary>
    public byte[] Sha256 { get; private set; } = [];
    /// <summary>The article's working version after the import; a higher one means that a person changed it since.</summary>
    public int WorkingVersion { get; private set; }
    /// <summary>Front matter that has no field of its own: JSON object of name to value.</summary>
    public string Attributes { get; private set; } = "{}";
    public DateTimeOffset ImportedAt { get; private set; }

    public static ImportedFile Record(ImportedFileId id, SiteId site, string path, ArticleId article, byte[] sha256, int workingVersion, string attributes, DateTimeOffset now)
    {
        var file = new ImportedFile { Id = id, Site = site, Path = path, Article = article, Sha256 = sha256, WorkingVersion = workingVersion, Attributes = attributes, ImportedAt = now };
        file.Raise(new FileImported(site, article, path));
        return file;
    }

    public void Again(byte[] sha256, int workingVersion, string attributes, DateTimeOffset now)
    {
        (Sha256, WorkingVersion, Attributes, ImportedAt) = (sha256, workingVersion, attributes, now);
        Changed();
        Raise(new FileImported(Site, Article, Path));
    }
}

public sealed record FileImported(SiteId Site, ArticleId Article, string Path) : DomainEvent(Article.Value, Site.Value);
