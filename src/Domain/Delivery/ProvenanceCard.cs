using QuestCms.Domain.Content;

namespace QuestCms.Domain.Delivery;

/// <summary>
/// How a published article was made, signed, as readers get it: made once, in the save that publishes it, and gone with the published row. Bytes are UTF-8; tags are entity tags
/// without quotes, each of exactly its bytes.
/// </summary>
public sealed class ProvenanceCard
{
    private ProvenanceCard() { }

    public ArticleId Article { get; private set; }
    /// <summary>Of which publication of the article it tells.</summary>
    public int Version { get; private set; }
    /// <summary>The key it is signed with.</summary>
    public string Key { get; private set; } = "";
    public SignedCard Signed { get; private set; } = new();

    public static ProvenanceCard Of(ArticleId article) => new() { Article = article };

    /// <summary>It tells of this publication from now on.</summary>
    public void Tell(int version, string key, SignedCard signed) => (Version, Key, Signed) = (version, key, signed);
}

/// <summary>The answer itself: a JWS with the card beside its payload, plain and packed.</summary>
public sealed record SignedCard
{
    public string Json { get; init; } = "";
    public string JsonTag { get; init; } = "";
    public byte[] JsonBrotli { get; init; } = [];
    public string JsonBrotliTag { get; init; } = "";
    public byte[] JsonGzip { get; init; } = [];
    public string JsonGzipTag { get; init; } = "";
}
