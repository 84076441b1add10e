using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Common;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Delivery;

/// <summary>One key signs for all replicas; another takes its place when it is told to or can't be opened, and what was signed stays proven.</summary>
public sealed class RotateProvenanceKeyTests(SharedHouse shared) : InASharedHouse(shared)
{
    [Fact]
    public async Task Replicas_that_need_the_first_key_at_once_sign_with_one_and_change_it_together()
    {
        await using var replica = House.Replica(workers: false);
        await House.SqlAsync("delete from delivery.provenance; delete from planning.signing_keys; delete from delivery.provenance_keys");
        var (here, there) = (Signer(House), Signer(replica));

        var first = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? here : there).SignAsync(Encoding.UTF8.GetBytes($"{i}"), Ct)));

        Assert.Single(first.Select(s => s.Key).Distinct());
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from planning.signing_keys"));
        var second = (await House.SendAsync(new RotateProvenanceKey(Revoked: false), Actor.Shell)).Value;
        Assert.NotEqual(first[0].Key, second);
        Assert.Equal([second, second], [(await here.SignAsync("a"u8.ToArray(), Ct)).Key, (await there.SignAsync("b"u8.ToArray(), Ct)).Key]);
    }

    [Fact]
    public async Task A_card_of_the_former_key_is_proven_by_its_public_half_and_its_private_half_is_erased()
    {
        var article = await PublishedAsync("Signed before");
        var answer = await Some.CardAsync(article);

        await House.SendAsync(new RotateProvenanceKey(Revoked: false), Actor.Shell);

        var former = Cards.KeyOf(answer);
        Assert.NotNull(QuestProvenance.Check(answer, await Some.KeysAsync()));
        Assert.NotEqual(former, Cards.KeyOf(await Some.CardAsync(await PublishedAsync("Signed after"))));
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from planning.signing_keys where closed is not null and not signs"));
        Assert.NotNull(JsonDocument.Parse(await Some.KeysAsync()).RootElement.GetProperty("keys").EnumerateArray().Single(k => k.GetProperty("kid").GetString() == former).GetProperty("retiredAt").GetString());
    }

    [Fact]
    public async Task A_key_that_cannot_be_opened_gives_way_to_another_and_what_it_signed_stays_proven()
    {
        var answer = await Some.CardAsync(await PublishedAsync("Signed elsewhere"));
        await using var restored = House.Replica(workers: false);
        await House.SqlAsync("update planning.signing_keys set closed = $1 where signs", new byte[] { 9, 240, 201, 240, 1, 2, 3 });

        var signed = await Signer(restored).SignAsync("a"u8.ToArray(), Ct);

        Assert.NotEqual(Cards.KeyOf(answer), signed.Key);
        Assert.NotNull(QuestProvenance.Check(answer, await Some.KeysAsync()));
        Assert.Equal(signed.Key, (await Signer(House).SignAsync("b"u8.ToArray(), Ct)).Key);
    }

    [Fact]
    public async Task What_a_revoked_key_signed_proves_nothing_until_it_is_signed_anew()
    {
        var article = await PublishedAsync("Signed with a stolen key");
        var answer = await Some.CardAsync(article);

        var key = (await House.SendAsync(new RotateProvenanceKey(Revoked: true), Actor.Shell)).Value;
        Assert.Null(QuestProvenance.Check(answer, await Some.KeysAsync()));

        for (ArticleId? last = null; (await House.SendAsync(new MakeMissingCard(last), Actor.Worker)).Value is { } made; last = made) { }

        var anew = await Some.CardAsync(article);
        Assert.Equal(key, Cards.KeyOf(anew));
        Assert.Equal("Signed with a stolen key", QuestProvenance.Check(anew, await Some.KeysAsync())?.GetProperty("article").GetProperty("title").GetString());
    }

    [Fact]
    public async Task The_private_half_is_nowhere_in_what_readers_roles_see()
    {
        await PublishedAsync("Private");
        var columns = await House.ScalarAsync<string>("select string_agg(table_name || '.' || column_name, ' ' order by column_name) from information_schema.columns where table_schema = 'delivery' and table_name = 'provenance_keys'");
        Assert.Equal("provenance_keys.id provenance_keys.made_at provenance_keys.retired_at provenance_keys.revoked_at provenance_keys.x", columns);
    }

    private static ICardSigner Signer(TestHouse house) => house.Services.GetRequiredService<ICardSigner>();

    private async Task<ArticleId> PublishedAsync(string title)
    {
        var article = await Some.DraftAsync(title);
        await Some.ApprovedAsync(article);
        await Some.Must(new PublishArticle(article), Some.Publisher);
        return article;
    }
}
