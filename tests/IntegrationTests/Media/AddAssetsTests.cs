using QuestCms.Application.Media;
using QuestCms.Domain.Media;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Media;

public sealed class AddAssetsTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static BroughtFile File(byte[] content, string name = "tram.png") => new(name, new MemoryStream(content));

    [Fact]
    public async Task Pictures_are_kept_and_what_is_none_is_named_with_its_reason()
    {
        var (first, second) = (MediaHouse.NextPicture(), MediaHouse.NextPicture(1000, 500));

        var answer = (await House.SendAsync(new AddAssets(Some.Site, [File(first, "a.jpg"), File("<svg/>"u8.ToArray(), "b.png"), File(second, "c.png"), File(first, "again.png")], "A tram", "Desk"), Some.Creator)).Value;

        Assert.Equal(["a.jpg", "c.png"], answer.Added.Select(a => a.Name));
        Assert.Equal(("b.png", "asset.svg"), (answer.Refused.Single().Name, answer.Refused.Single().Error.Code));
        Assert.Equal($"/media/{answer.Added[1].Id}/w1200.webp", answer.Added[1].Address);
        var kept = await Some.AssetAsync(answer.Added[0].Id);
        Assert.Equal(("image/png", "A tram", "Desk", AssetOrigin.Upload), (kept.ContentType, kept.AltText, kept.Credit, kept.Making.Origin)); // known by its bytes, whatever its name says
    }

    [Fact]
    public async Task Nothing_kept_is_a_refusal_and_nothing_is_stored()
    {
        var before = await House.ScalarAsync<long>("select count(*) from work.operations");

        Assert.Equal("asset.not_a_picture", (await House.SendAsync(new AddAssets(Some.Site, [File("words"u8.ToArray())]), Some.Creator)).Error?.Code);
        Assert.Equal("file.missing", (await House.SendAsync(new AddAssets(Some.Site, []), Some.Creator)).Error?.Fields[0].Code);
        Assert.Equal("file.too_many", (await House.SendAsync(new AddAssets(Some.Site, [.. Enumerable.Range(0, 11).Select(_ => File([1]))]), Some.Creator)).Error?.Fields[0].Code);
        Assert.Equal("altText", (await House.SendAsync(new AddAssets(Some.Site, [File(MediaHouse.NextPicture())], new string('x', 501)), Some.Creator)).Error?.Fields[0].Path);

        Assert.Equal(before, await House.ScalarAsync<long>("select count(*) from work.operations"));
    }

    [Fact]
    public async Task A_file_without_an_end_is_not_read_to_its_end()
    {
        var endless = new Endless();

        Assert.Equal("asset.too_large", (await House.SendAsync(new AddAssets(Some.Site, [new BroughtFile("endless.png", endless)]), Some.Creator)).Error?.Code);
        Assert.InRange(endless.Read_, Asset.MaxBytes, Asset.MaxBytes + 200_000);
    }

    [Fact]
    public async Task The_same_picture_on_two_sites_is_an_asset_of_each()
    {
        var file = MediaHouse.NextPicture();

        var here = await House.SendAsync(new AddAssets(Some.Site, [File(file)]), Some.Creator);
        var there = await House.SendAsync(new AddAssets(Some.OtherSite, [File(file)]), Some.Stranger);

        Assert.NotEqual(here.Value.Added[0].Id, there.Value.Added[0].Id);
    }

    private sealed class Endless : MemoryStream
    {
        public long Read_ { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Read_ += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
