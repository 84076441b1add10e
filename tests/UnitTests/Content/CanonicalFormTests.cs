using System.Security.Cryptography;
using QuestCms.Domain.Content;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Content;

/// <summary>Vectors of form 1, made by another program: a seal of years ago must be found again bit by bit.</summary>
public sealed class CanonicalFormTests
{
    private static readonly ArticleId Id = ArticleId.From(Guid.Parse("01920000-0000-7000-8000-000000000001"));
    private static readonly AssetId Cover = AssetId.From(Guid.Parse("01920000-0000-7000-8000-0000000000d1"));
    private static readonly FrozenPicture Tram = new(Cover, string.Concat(Enumerable.Repeat("ab", 32)), "A tram on a hill", "Desk");

    private static readonly ArticleContent Content = new()
    {
        Title = "Moving to Lisbon",
        Summary = "Ça coûte.",
        Body = "Write first.\n",
        Slug = "moving-to-lisbon",
        Category = CategoryId.From(Guid.Parse("01920000-0000-7000-8000-0000000000c1")),
        Tags = ["visa", "Portugal"],
        Bylines = [BylineId.From(Guid.Parse("01920000-0000-7000-8000-0000000000b1"))],
    };

    private static string HashOf(ArticleContent content, params FrozenPicture[] pictures) => Convert.ToHexStringLower(SHA256.HashData(CanonicalForm.Bytes(Id, 3, "en", content, pictures)));

    [Fact]
    public void A_text_without_a_picture_has_the_seal_it_always_had() => Assert.Equal("ce41ca3b40715755606b556a489ad8638c9795ab34dc311858f96b1dfaa6e2d0", HashOf(Content));

    [Fact]
    public void A_picture_is_sealed_with_its_bytes_and_its_words() => Assert.Equal("36e91435aff6c20060197056e58967d0908451d52057ef33344725fbed24e05a", HashOf(Content with { Cover = Cover }, Tram));

    [Fact]
    public void Another_byte_another_word_another_order_is_another_seal()
    {
        var other = new FrozenPicture(AssetId.From(Guid.Parse("01920000-0000-7000-8000-0000000000d2")), Tram.Sha256, "", "");
        var seals = new[]
        {
            HashOf(Content), HashOf(Content, Tram), HashOf(Content, Tram with { AltText = "A tram" }), HashOf(Content, Tram with { Credit = "" }), HashOf(Content, Tram with { Sha256 = new string('0', 64) }),
            HashOf(Content, other), HashOf(Content, Tram, other), HashOf(Content, other, Tram),
        };

        Assert.Equal(seals.Length, seals.Distinct().Count());
    }
}

public sealed class PicturesInTextTests
{
    private static readonly AssetId One = AssetId.From(Guid.Parse("01920000-0000-7000-8000-0000000000d1"));
    private static readonly AssetId Two = AssetId.From(Guid.Parse("01920000-0000-7000-8000-0000000000d2"));

    [Fact]
    public void The_cover_stands_first_and_each_picture_once()
    {
        var body = $"![a](/media/{Two}/w1200.webp)\n\n[the same](/media/{Two}/w800.webp) ![b](/media/{One}/w400.webp) ![c](https://elsewhere.example/x.png) ![d](/media/no-id/x.png)";

        Assert.Equal([Two, One], PicturesInText.Of(null, body));
        Assert.Equal([One, Two], PicturesInText.Of(One, body));
        Assert.Equal([One], new ArticleContent { Cover = One }.Pictures);
        Assert.Empty(PicturesInText.Of(null, "No picture."));
    }

    [Fact]
    public void No_text_has_more_than_are_shown() =>
        Assert.Equal(PicturesInText.Most, PicturesInText.Of(null, string.Concat(Enumerable.Range(0, 200).Select(_ => $"![](/media/{Guid.CreateVersion7()}/w400.webp)\n"))).Length);
}
