using System.Text;
using NetVips;
using QuestCms.Application.Media;
using QuestCms.Domain.Media;
using QuestCms.Infrastructure.Pictures;
using QuestCms.TestKit;

namespace QuestCms.UnitTests.Pictures;

public sealed class VipsPicturesTests : IDisposable
{
    private readonly VipsPictures _pictures = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _pictures.Dispose();

    private async Task<LookedAt> LookAsync(byte[] file)
    {
        var looked = await _pictures.LookAsync(file, Ct);
        Assert.True(looked.Error is null, looked.Error?.Code);
        return looked.Value;
    }

    [Theory]
    [InlineData(".png", "image/png")]
    [InlineData(".jpg", "image/jpeg")]
    [InlineData(".webp", "image/webp")]
    [InlineData(".avif", "image/avif")]
    [InlineData(".gif", "image/gif")]
    public async Task Five_kinds_are_taken_and_known_by_their_bytes(string ending, string type)
    {
        var looked = await LookAsync(SomePictures.As(ending, 64, 48));

        Assert.Equal((type, 64, 48), (looked.Picture.ContentType, looked.Picture.Width, looked.Picture.Height));
        Assert.Equal(("w400.webp", 64, 48), (looked.First.Rendition.Name, looked.First.Rendition.Width, looked.First.Rendition.Height));
    }

    public static TheoryData<string, byte[], string> Hostile()
    {
        byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
        var jpeg = SomePictures.As(".jpg", 320, 240);
        var webp = SomePictures.As(".webp", 320, 240);
        var avif = SomePictures.As(".avif", 320, 240);
        var png = SomePictures.Png(320, 240);
        return new TheoryData<string, byte[], string>
        {
            { "nothing", [], "asset.empty" },
            { "over 20 MB", new byte[Asset.MaxBytes + 1], "asset.too_large" },
            { "words", Text("Just words."), "asset.not_a_picture" },
            { "a page", Text("<!doctype html><html><script>alert(1)</script></html>"), "asset.not_a_picture" },
            { "an SVG", Text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"></svg>"), "asset.svg" },
            { "an SVG behind a comment", Text("\uFEFF<?xml version=\"1.0\"?><!-- a picture --><SVG/>"), "asset.svg" },
            { "an SVG in UTF-16", Encoding.Unicode.GetBytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "asset.svg" },
            { "a PDF", Text("%PDF-1.7\n1 0 obj"), "asset.not_a_picture" },
            { "a ZIP", [0x50, 0x4B, 3, 4, 20, 0, 0, 0], "asset.not_a_picture" },
            { "a program", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1, 0], "asset.not_a_picture" },
            { "a TIFF", [0x49, 0x49, 42, 0, 8, 0, 0, 0, 0, 0], "asset.not_a_picture" },
            { "a HEIC", [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8], "asset.heic" },
            { "a film", [0, 0, 0, 20, .. "ftypisom"u8, 0, 0, 0, 0, .. "mp42"u8], "asset.not_a_picture" },
            { "a page that begins as a JPEG", [0xFF, 0xD8, 0xFF, .. Text("<script>alert(1)</script>")], "asset.broken" },
            { "a program that begins as a GIF", Text("GIF89a/*\u0001\u0001*/=1;alert(1)//"), "asset.broken" },
            { "a PNG without a picture", [.. png[..8], .. Text("nothing of the kind")], "asset.broken" },
            { "half a JPEG", jpeg[..(jpeg.Length / 2)], "asset.broken" },
            { "half a WebP", webp[..(webp.Length / 2)], "asset.broken" },
            { "half an AVIF", avif[..(avif.Length / 2)], "asset.broken" },
            { "half a PNG", png[..(png.Length / 2)], "asset.broken" },
            { "a picture of 900 million pixels in a small file", SomePictures.Bomb(30_000, 30_000), "asset.too_many_pixels" },
            { "a row of 60 million pixels", SomePictures.Bomb(60_000_000, 1), "asset.too_many_pixels" },
            { "less than it says", SomePictures.Bomb(2_000, 2_000), "asset.broken" },
        };
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task What_is_no_picture_or_no_whole_one_is_refused_with_a_sentence(string what, byte[] file, string code)
    {
        var error = (await _pictures.LookAsync(file, Ct)).Error;

        Assert.True(error?.Code == code, $"{what}: {error?.Code ?? "taken"}");
        Assert.EndsWith(".", error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_hangs_on_a_picture_does_not_come_with_it()
    {
        byte[] both = [.. SomePictures.As(".jpg", 320, 240), .. "<html><script>alert(1)</script></html>"u8, .. SomePictures.Png()];

        var looked = await LookAsync(both);

        Assert.Equal(-1, looked.First.Content.AsSpan().IndexOf("<script"u8));
        Assert.Equal((320, 240), (looked.Picture.Width, looked.Picture.Height));
    }

    [Fact]
    public async Task A_turned_photograph_is_turned_back_and_forgets_where_it_was_taken()
    {
        var file = SomePictures.TurnedPhotograph(64, 48);
        Assert.True(file.AsSpan().IndexOf("HOME-OF-SOMEBODY"u8) > 0);

        var looked = await LookAsync(file);

        Assert.Equal((48, 64), (looked.Picture.Width, looked.Picture.Height));
        foreach (var plan in RenditionPlans.Of(48, 64, FocalPoint.Middle))
        {
            var made = (await _pictures.MakeAsync(file, plan, FocalPoint.Middle, Ct)).Value;
            using var seen = Image.NewFromBuffer(made.Content);
            Assert.True(made.Content.AsSpan().IndexOf("HOME-OF-SOMEBODY"u8) < 0 && !seen.GetFields().Any(f => f.StartsWith("exif", StringComparison.Ordinal)), plan.Name);
            if (plan.Cut == RenditionCut.Whole) Assert.True(IsRed(seen, 24, 4) && !IsRed(seen, 24, 60), $"{plan.Name} lies on its side.");
        }
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(100, false)]
    public async Task A_crop_keeps_the_focal_point_in_sight(int x, bool red)
    {
        // Very wide: a crop sees one half alone.
        var file = SomePictures.Png(1200, 200);
        var focal = new FocalPoint(x, 50);
        foreach (var plan in RenditionPlans.Of(1200, 200, focal).Where(p => p.Cut != RenditionCut.Whole))
        {
            var made = (await _pictures.MakeAsync(file, plan, focal, Ct)).Value;
            using var seen = Image.NewFromBuffer(made.Content);
            Assert.Equal((plan.Width, plan.Height), (seen.Width, (int?)seen.Height));
            Assert.Equal(red, IsRed(seen, seen.Width / 2, seen.Height / 2));
        }
    }

    [Fact]
    public async Task Every_rendition_is_what_its_plan_says()
    {
        var file = SomePictures.As(".webp", 900, 700);
        foreach (var plan in RenditionPlans.Of(900, 700, FocalPoint.Middle))
        {
            var made = (await _pictures.MakeAsync(file, plan, FocalPoint.Middle, Ct)).Value;
            Assert.Equal((plan.Name, plan.ContentType, plan.Width, made.Content.Length), (made.Rendition.Name, made.Rendition.ContentType, made.Rendition.Width, made.Rendition.Bytes));
            Assert.Equal(plan.ContentType, FileKind.Of(made.Content).Value.ContentType);
        }
    }

    private static bool IsRed(Image picture, int x, int y) => picture.Getpoint(x, y) is [> 128, _, < 128, ..];
}
