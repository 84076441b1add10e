using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Identity;

namespace QuestCms.IntegrationTests.Media;

/// <summary>The library and the page of a picture as a browser without a script uses them.</summary>
public sealed class MediaPagesTests(SharedHouse shared) : InASharedHouse(shared)
{
    private static async Task<Answered> UploadAsync(StudioClient browser, bool json, params (string Name, byte[] Content)[] files)
    {
        var content = new MultipartFormDataContent { { new StringContent(await browser.TokenAsync("/studio/account/password")), "__RequestVerificationToken" }, { new StringContent("Typed credit"), "Credit" } };
        foreach (var (name, bytes) in files) content.Add(new ByteArrayContent(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "Files", name);
        return await browser.RawAsync("/studio/media", content, json);
    }

    [Fact]
    public async Task A_picture_is_brought_described_pointed_at_chosen_and_removed()
    {
        using var creator = await Some.BrowserOfAsync(Some.Creator);

        var brought = await UploadAsync(creator, json: false, ("tram.png", MediaHouse.NextPicture()));
        Assert.Equal(HttpStatusCode.Redirect, brought.Status);
        var page = brought.Location!;
        Assert.Contains("Typed credit", (await creator.GetAsync(page)).Body, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Redirect, (await creator.PostAsync(page, null, ("AltText", "A tram"), ("Credit", "Desk"), ("FocalX", "50"), ("FocalY", "50"), ("Point.x", "26"), ("Point.y", "98"))).Status);
        var id = Guid.Parse(page.Split('/')[^1]);
        Assert.Equal("10 50 A tram", await House.ScalarAsync<string>("select focal_x || ' ' || focal_y || ' ' || alt_text from media.assets where id = $1", id));
        var refused = await creator.PostAsync(page, null, ("AltText", "Typed alt"), ("Credit", ""), ("FocalX", "200"), ("FocalY", "50"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Typed alt", refused.Body, StringComparison.Ordinal);

        var article = await Some.DraftAsync("Gets it from the library");
        var library = await creator.GetAsync($"/studio/media?for={article}&q=tram");
        Assert.Contains("Use as cover", library.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await creator.PostAsync($"/studio/media?for={article}", "Cover", ("cover", id.ToString()))).Status);
        Assert.Equal(id, (await Some.OpenAsync(article)).Content.Cover?.Value);
        Assert.Contains($"/media/{id}/w400.webp", (await creator.GetAsync($"/studio/articles/{article}")).Body, StringComparison.Ordinal);

        var free = (await UploadAsync(creator, json: false, ("free.png", MediaHouse.NextPicture()))).Location!;
        Assert.Equal(HttpStatusCode.Redirect, (await creator.PostAsync(free, "Remove")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await creator.GetAsync(free)).Status);
    }

    [Fact]
    public async Task Several_at_once_tell_which_were_not_taken_and_a_script_is_answered_as_one()
    {
        using var creator = await Some.BrowserOfAsync(Some.Creator);

        Assert.Equal(HttpStatusCode.Redirect, (await UploadAsync(creator, json: false, ("a.png", MediaHouse.NextPicture()), ("b.png", "<svg/>"u8.ToArray()))).Status);
        Assert.Contains("Not taken: b.png: An SVG can hold programs", (await creator.GetAsync("/studio/media")).Body, StringComparison.Ordinal);

        var answer = await UploadAsync(creator, json: true, ("c.png", MediaHouse.NextPicture(1300, 700)));
        var one = JsonSerializer.Deserialize<JsonElement>(answer.Raw)[0];
        Assert.Equal($"/media/{one.GetProperty("id").GetString()}/w1200.webp", one.GetProperty("url").GetString());
        var refused = await UploadAsync(creator, json: true, ("d.png", "<svg/>"u8.ToArray()));
        Assert.Equal((HttpStatusCode.BadRequest, "asset.svg"), (refused.Status, JsonSerializer.Deserialize<JsonElement>(refused.Raw).GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_said_and_more_than_an_upload_is_not_read()
    {
        using var creator = await Some.BrowserOfAsync(Some.Creator);

        var large = await UploadAsync(creator, json: false, ("large.png", new byte[Domain.Media.Asset.MaxBytes + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.Status);
        Assert.Contains("The file is over 20 MB", large.Body, StringComparison.Ordinal);
        using var stranger = new StudioClient(House);
        var unknown = await stranger.RawAsync("/studio/media", new MultipartFormDataContent { { new ByteArrayContent(new byte[3_000_000]), "Files", "x.png" } }, json: false);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, unknown.Status); // who is not signed in brings no more than a form
    }
}
