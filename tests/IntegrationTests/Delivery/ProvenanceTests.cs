using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Delivery;
using QuestCms.Application.Review;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>What a provenance card says, that it says it of what readers see, and that nobody can make it say something else.</summary>
public sealed class ProvenanceTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task The_card_tells_of_the_revision_readers_see_and_anyone_can_check_it()
    {
        var article = await PublishedAsync("A signed piece");
        await Some.WriteAsync(article, "Changed since, and no reader's yet.", named: true);

        var card = await Some.CheckedAsync(article);

        var read = await Some.ReadAsync(article);
        var revision = await Some.RevisionAsync(article, 1);
        Assert.Equal(("quest-provenance-1", 1, 1, "A signed piece"), (Text(card, "form"), card.GetProperty("article").GetProperty("version").GetInt32(), card.GetProperty("article").GetProperty("revision").GetInt32(), Text(card.GetProperty("article"), "title")));
        var hashes = card.GetProperty("hashes");
        Assert.Equal((Hash(Text(read, "body")), Hash(revision.Content.Body), Convert.ToHexStringLower(CanonicalForm.Hash(revision))), (Text(hashes, "html"), Text(hashes, "markdown"), Text(hashes, "seal")));
        Assert.Equal(Hash(Text(await Some.ReadAsync(article, "?body=markdown"), "body")), Text(hashes, "markdown"));
        Assert.Equal("""[{"slug":"relocation-desk","name":"Relocation desk"}]""", card.GetProperty("authors").GetRawText());
        Assert.Equal(("review", 9, """["reviewer"]"""), (Text(card.GetProperty("review"), "kind"), card.GetProperty("review").GetProperty("score").GetInt32(), card.GetProperty("review").GetProperty("reviewers").GetRawText()));
        var hand = Assert.Single(card.GetProperty("words").GetProperty("byHand").EnumerateArray());
        Assert.Equal(("person", 1, card.GetProperty("words").GetProperty("total").GetInt32()), (Text(hand, "kind"), hand.GetProperty("share").GetInt32(), hand.GetProperty("words").GetInt32()));
    }

    [Fact]
    public async Task No_byte_of_it_can_be_changed()
    {
        var (answer, keys) = (await Some.CardAsync(await PublishedAsync("Whole")), await Some.KeysAsync());
        const string Sextets = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var from = answer.IndexOf("\"payload\"", StringComparison.Ordinal);
        Assert.NotNull(QuestProvenance.Check(answer, keys));

        for (var i = 0; i < answer.Length; i++)
        {
            // The last letter of base64 has bits that mean nothing: its highest one always means something.
            var other = i > from && Sextets.IndexOf(answer[i], StringComparison.Ordinal) is >= 0 and var at ? Sextets[at ^ 32] : (char)(answer[i] ^ 1);
            var changed = string.Concat(answer.AsSpan(0, i), [other], answer.AsSpan(i + 1));
            Assert.True(QuestProvenance.Check(changed, keys) is null, $"“{answer[i]}” became “{other}” at {i}, and nobody saw it.");
        }
    }

    [Fact]
    public async Task It_names_bylines_and_reviewers_and_nobody_else_and_no_address_of_anybody()
    {
        var article = await Some.DraftAsync("Who is named", "The fee is 110 euro. Applications open on 1 March.\n");
        var round = await Some.SubmittedAsync(article);
        var claims = await House.ReadAsync(db => db.Claims.AsNoTracking().Where(c => c.Article == article).OrderByDescending(c => c.Sentence).ToListAsync(Ct));
        await Some.Must(new CheckClaim(claims[0].Id, ClaimState.Verified, "Maria told me, maria@quest.test", null, "", claims[0].Version), Some.Reviewer);
        await Some.Must(new CheckClaim(claims[1].Id, ClaimState.Verified, "https://www.gov.pt/calendar", DateOnly.FromDateTime(House.Clock.GetUtcNow().UtcDateTime).AddMonths(2), "", claims[1].Version), Some.Reviewer);
        await Some.Must(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer);
        await Some.Must(new PublishArticle(article), Some.Publisher);

        var card = await Some.CheckedAsync(article);

        var said = card.GetRawText();
        Assert.DoesNotContain("@", said, StringComparison.Ordinal);
        foreach (var actor in new[] { Some.Creator, Some.Reviewer, Some.Publisher }) Assert.DoesNotContain(actor.Person!.Value.ToString(), said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("creator", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Maria", said, StringComparison.Ordinal);
        var told = card.GetProperty("claims");
        Assert.Equal((2, 2), (told.GetProperty("found").GetInt32(), told.GetProperty("verified").GetInt32()));
        Assert.Equal([("Applications open on 1 March.", "https://www.gov.pt/calendar"), ("The fee is 110 euro.", null)],
            told.GetProperty("list").EnumerateArray().Select(c => (Text(c, "sentence"), c.GetProperty("source").GetString())).Order());
    }

    [Fact]
    public async Task A_later_publication_with_other_words_is_a_correction_and_one_with_other_tags_is_none()
    {
        var article = await PublishedAsync("Corrected", "The fee is 110 euro. It is paid once.\n");
        Assert.Equal(0, Corrections(await Some.CheckedAsync(article)).GetProperty("count").GetInt32());
        await Some.ChangeAsync(article, c => c with { Tags = ["visa", "fees"] });
        await AgainAsync(article);
        Assert.Equal(0, Corrections(await Some.CheckedAsync(article)).GetProperty("count").GetInt32());

        await Some.WriteAsync(article, "The fee is 120 euro. It is paid once.\n");
        await AgainAsync(article);
        await Some.Must(new UnpublishArticle(article), Some.Publisher);
        await Some.ChangeAsync(article, c => c with { Title = "Corrected twice" });
        await AgainAsync(article);

        var told = Corrections(await Some.CheckedAsync(article));
        Assert.Equal(2, told.GetProperty("count").GetInt32());
        Assert.Equal(["The title was changed.", "One sentence was changed."], told.GetProperty("list").EnumerateArray().Select(c => Text(c, "what")));
        Assert.Equal([(4, 3), (3, 2)], told.GetProperty("list").EnumerateArray().Select(c => (c.GetProperty("revision").GetInt32(), c.GetProperty("before").GetInt32())));
        Assert.DoesNotContain("110", told.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("One sentence was changed.", await PageAsync("corrected"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_prompts_sources_and_pictures_of_models_are_told_in_the_card_and_on_the_page()
    {
        var picture = await Some.ReadyAsync("A tram");
        await House.SqlAsync("update media.assets set origin = 'Generated', is_ai = true, made_by_model = 'black-forest-labs/flux-1.1-pro' where id = $1", picture.Value);
        var article = await Some.DraftAsync("Made with models", "Write to three schools first. Then look for flats near the school.\n");
        await Some.ChangeAsync(article, c => c with { Cover = picture });
        var round = await Some.SubmittedAsync(article);
        var generation = await MadeByAsync(article, "claude-sonnet-5-5", "draft/2");
        await House.SqlAsync("update content.revisions set authorship = replace(authorship::text, $2, $3)::jsonb where article = $1", article.Value, Some.Creator.Person!.Value.ToString(), generation.ToString());
        await House.SqlAsync("update content.revisions set authorship = replace(authorship::text, '\"Person\"', '\"Generation\"')::jsonb where article = $1", article.Value);
        await Some.Must(new DecideOnRound(round, Verdict.Approved, 8, ""), Some.Reviewer);
        await Some.Must(new PublishArticle(article), Some.Publisher);

        var card = await Some.CheckedAsync(article);

        var hand = Assert.Single(card.GetProperty("words").GetProperty("byHand").EnumerateArray());
        Assert.Equal(("model", "claude-sonnet-5-5", """["draft/2"]"""), (Text(hand, "kind"), Text(hand, "model"), hand.GetProperty("prompts").GetRawText()));
        Assert.Equal(("https://www.gov.pt/visas", "Visas"), (Text(card.GetProperty("sources")[0], "address"), Text(card.GetProperty("sources")[0], "title")));
        Assert.Equal(1, card.GetProperty("sources").GetArrayLength());
        Assert.Equal((true, "A tram", "black-forest-labs/flux-1.1-pro"), (card.GetProperty("pictures")[0].GetProperty("cover").GetBoolean(), Text(card.GetProperty("pictures")[0], "alt"), Text(card.GetProperty("pictures")[0], "model")));
        var page = await PageAsync("made-with-models");
        foreach (var said in new[] { "Written by Relocation desk, reviewed by reviewer", "of the words first drafted by a model", "claude-sonnet-5-5", "The cover was made by black-forest-labs/flux-1.1-pro", $"{Cards.Articles}/{article}/provenance", "/api/provenance" })
            Assert.Contains(said, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_and_found_again_by_its_tag_and_gone_with_its_article()
    {
        var article = await PublishedAsync("Kept");
        using var client = House.CreateClient();
        var address = $"{Cards.Articles}/{article}/provenance";
        using var first = await client.GetAsync(address, Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again, Ct)).StatusCode);
        Assert.Contains($"article:{article}", first.Headers.GetValues("Cache-Tag").Single(), StringComparison.Ordinal);
        using var packed = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept-Encoding", "br" } } };
        var brotli = await client.SendAsync(packed, Ct);
        Assert.Equal("br", Assert.Single(brotli.Content.Headers.ContentEncoding));
        Assert.NotEqual(first.Headers.ETag, brotli.Headers.ETag);

        await Some.Must(new UnpublishArticle(article), Some.Publisher);

        Assert.Equal(HttpStatusCode.Gone, (await client.GetAsync(address, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Cards.Articles}/{Guid.CreateVersion7()}/provenance", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"{Cards.Articles}/{await Some.DraftAsync("Nobody's yet")}/provenance", Ct)).StatusCode);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from delivery.provenance where article = $1", article.Value));
    }

    private async Task<GenerationId> MadeByAsync(ArticleId article, string model, string prompt)
    {
        var now = TimeProvider.System.GetUtcNow();
        var generation = Generation.Request(GenerationId.New(now), Some.Site, article, GenerationKind.Draft, new Brief { Topic = "x" }, 0, 0, prompt, model, Some.Creator.Person!.Value, now);
        await House.ReadAsync(async db =>
        {
            db.Generations.Add(generation);
            db.Sources.Add(Source.Read(generation, "https://www.gov.pt/visas", "Visas", "Text", now));
            db.Sources.Add(Source.Read(generation, "https://wiki.internal/visas", "Ours", "Text", now));
            db.Sources.Add(Source.NotRead(generation, "https://www.gov.pt/closed", "It asked for a password.", now));
            return await db.SaveChangesAsync(Ct);
        });
        return generation.Id;
    }

    private async Task<ArticleId> PublishedAsync(string title, string body = "Write to three schools first. Then look for flats.\n")
    {
        var article = await Some.DraftAsync(title, body);
        await Some.ApprovedAsync(article, score: 9);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        return article;
    }

    private async Task AgainAsync(ArticleId article)
    {
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
    }

    private async Task<string> PageAsync(string slug)
    {
        using var client = House.CreateClient();
        return WebUtility.HtmlDecode(await client.GetStringAsync($"/sites/relocation/{slug}", Ct));
    }

    private static JsonElement Corrections(JsonElement card) => card.GetProperty("corrections");
    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
