using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QuestCms.Domain.Content;

/// <summary>
/// The bytes a seal is taken over, form 1: fields in fixed order, each as a 4-byte big-endian length in bytes and its UTF-8; lists begin with
/// their count in the same four bytes. No times, no names of things referred to. Test vectors stand in the unit tests.
/// </summary>
public static class CanonicalForm
{
    public const int Version = 1;

    public static byte[] Hash(Revision revision) => SHA256.HashData(Bytes(revision));

    public static byte[] Bytes(Revision revision) => Bytes(revision.Article, revision.Number, revision.Locale, revision.Content, revision.Pictures);

    /// <param name="pictures">As the revision froze them: the cover first, then those of the body in their order.</param>
    public static byte[] Bytes(ArticleId article, int number, string locale, ArticleContent content, IReadOnlyList<FrozenPicture> pictures)
    {
        using var bytes = new MemoryStream();
        Text(bytes, "quest-article-1");
        Text(bytes, article.ToString());
        Text(bytes, number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Text(bytes, locale);
        Text(bytes, Name(content.Kind));
        Text(bytes, content.Slug);
        Text(bytes, content.Title);
        Text(bytes, content.Summary);
        Text(bytes, content.Body);
        Text(bytes, content.SeoTitle);
        Text(bytes, content.SeoDescription);
        Text(bytes, content.Category?.ToString() ?? "");
        List(bytes, content.Tags.Order(StringComparer.Ordinal));
        List(bytes, content.Bylines.Select(b => b.ToString()));
        Length(bytes, pictures.Count);
        foreach (var picture in pictures)
        {
            Text(bytes, picture.Asset.ToString());
            Text(bytes, picture.Sha256);
            Text(bytes, picture.AltText);
            Text(bytes, picture.Credit);
        }
        return bytes.ToArray();
    }

    // Written out, so that renaming an enum member can never break a seal.
    private static string Name(ArticleKind kind) => kind switch
    {
        ArticleKind.Guide => "guide",
        ArticleKind.Tutorial => "tutorial",
        ArticleKind.News => "news",
        ArticleKind.Analysis => "analysis",
        ArticleKind.Comparison => "comparison",
        ArticleKind.Review => "review",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static void List(Stream bytes, IEnumerable<string> items)
    {
        var list = items.ToList();
        Length(bytes, list.Count);
        foreach (var item in list) Text(bytes, item);
    }

    private static void Text(Stream bytes, string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Length(bytes, utf8.Length);
        bytes.Write(utf8);
    }

    private static void Length(Stream bytes, int length)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(four, length);
        bytes.Write(four);
    }
}
