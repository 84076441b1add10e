using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.UnitTests.Sites;

public sealed class KeySecretTests
{
    private static readonly KeySecret Secret = KeySecret.Of([.. Enumerable.Range(0, KeySecret.RandomBytes).Select(i => (byte)i)]);

    [Fact]
    public void It_is_found_by_its_prefix_and_says_nothing_else_by_itself()
    {
        Assert.Equal("qk_0001020304", Secret.Prefix);
        Assert.Equal("qk_0001020304_05060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324", Secret.Reveal());
        Assert.Equal("qk_0001020304…", $"{Secret}");
        Assert.Equal(KeySecret.HashOf(Secret.Reveal()), Secret.Hash());
        Assert.Equal(Secret.Prefix, KeySecret.PrefixOf(Secret.Reveal()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("qk_")]
    [InlineData("qk_0001020304_05060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232")]
    [InlineData("qk_0001020304_05060708090A0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324")]
    [InlineData("sk_0001020304_05060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324")]
    [InlineData("qk_0001020304-05060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f2021222324")]
    public void What_has_another_form_is_none(string given) => Assert.Null(KeySecret.PrefixOf(given));

    [Fact]
    public void A_key_reads_whatever_else_it_may_and_is_revoked_once()
    {
        var now = new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero);
        var key = SiteKey.Issue(SiteKeyId.New(now), SiteId.New(now), " Research ", [KeyScope.Write, KeyScope.Write], Secret, null, now);

        Assert.Equal(("Research", "read, write"), (key.Name, Assert.IsType<SiteKeyIssued>(Assert.Single(key.TakeEvents())).Scopes));
        key.Revoke(PersonId.New(now), now.AddDays(1));
        key.Revoke(null, now.AddDays(2));
        Assert.IsType<SiteKeyRevoked>(Assert.Single(key.TakeEvents()));
        Assert.Equal(now.AddDays(1), key.RevokedAt);
    }

    [Fact]
    public void No_scope_gives_what_a_role_gives()
    {
        var byRoles = Enum.GetValues<Permission>().Where(p => Enum.GetValues<Role>().Any(r => RolePermissions.Give([r], p)));
        Assert.DoesNotContain(byRoles, p => ScopePermissions.Give(Enum.GetValues<KeyScope>(), p));
    }
}
