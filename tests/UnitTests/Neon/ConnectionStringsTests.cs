using Npgsql;
using QuestCms.Infrastructure.Neon;

namespace QuestCms.UnitTests.Neon;

public sealed class ConnectionStringsTests
{
    private const string Pooled = "postgresql://us%40er:p%40ss%2Fw%3Ard@ep-cool-darkness-a1b2c3-pooler.eu-central-1.aws.neon.tech/quest%20db?sslmode=require&channel_binding=require";

    [Fact]
    public void An_address_from_Neon_becomes_what_Npgsql_takes()
    {
        var at = Read(Pooled);

        Assert.Equal(("us@er", "p@ss/w:rd", "quest db", 5432), (at.Username, at.Password, at.Database, at.Port));
        Assert.Equal("ep-cool-darkness-a1b2c3-pooler.eu-central-1.aws.neon.tech", at.Host);
        Assert.Equal((SslMode.Require, ChannelBinding.Require), (at.SslMode, at.ChannelBinding));
    }

    [Fact]
    public void Through_a_pooler_nothing_is_prepared_or_reset_and_the_pool_has_its_limit()
    {
        var at = new NpgsqlConnectionStringBuilder(ConnectionStrings.Parse(Pooled, poolMax: 7));

        Assert.Equal((0, true, 7), (at.MaxAutoPrepare, at.NoResetOnClose, at.MaxPoolSize));
    }

    [Fact]
    public void The_direct_address_is_the_same_without_the_pooler()
    {
        var direct = new NpgsqlConnectionStringBuilder(ConnectionStrings.Direct(ConnectionStrings.Parse(Pooled)));

        Assert.Equal("ep-cool-darkness-a1b2c3.eu-central-1.aws.neon.tech", direct.Host);
        Assert.Equal("p@ss/w:rd", direct.Password);
        var plain = ConnectionStrings.Parse("Host=localhost;Database=quest");
        Assert.Equal(plain, ConnectionStrings.Direct(plain));
    }

    [Theory]
    [InlineData("sslmode=verify-full", SslMode.VerifyFull)]
    [InlineData("sslmode=verify-ca", SslMode.VerifyCA)]
    [InlineData("sslmode=DISABLE", SslMode.Disable)]
    [InlineData("unheard_of=1&sslmode=require", SslMode.Require)]
    public void The_words_of_libpq_are_understood_and_unknown_ones_passed_over(string query, SslMode mode) =>
        Assert.Equal(mode, Read($"postgres://quest@localhost:6543/quest?{query}").SslMode);

    [Theory]
    [InlineData("require", SslMode.VerifyFull)]
    [InlineData("disable", SslMode.Disable)]
    [InlineData("verify-ca", SslMode.VerifyCA)]
    public void Encryption_alone_is_raised_to_full_verification_where_that_is_asked(string given, SslMode mode) =>
        Assert.Equal(mode, new NpgsqlConnectionStringBuilder(ConnectionStrings.Parse($"postgresql://quest@localhost/quest?sslmode={given}", verify: true)).SslMode);

    [Theory]
    [InlineData("Host=localhost;Username=quest;Password=geheim;Database=quest")]
    [InlineData("host=localhost;user id=quest;password=geheim;database=quest;port=5433")]
    public void A_key_value_string_is_taken_as_it_is(string given) => Assert.Equal(("quest", "geheim", "quest"), (Read(given).Username, Read(given).Password, Read(given).Database));

    [Theory]
    [InlineData("geheim")]
    [InlineData("postgresql://quest:geheim@")]
    [InlineData("postgresql://quest:geheim@localhost:99999/quest")]
    [InlineData("postgresql://quest:geheim@localhost/quest?sslmode=geheim")]
    [InlineData("postgresql://quest:geheim@localhost/quest?connect_timeout=geheim")]
    [InlineData("Password=geheim;Nonsense=1")]
    [InlineData("Password=geheim")]
    public void What_is_neither_is_refused_without_showing_any_of_it(string given) =>
        Assert.DoesNotContain("geheim", Assert.Throws<FormatException>(() => ConnectionStrings.Parse(given)).Message, StringComparison.Ordinal);

    private static NpgsqlConnectionStringBuilder Read(string given) => new(ConnectionStrings.Parse(given));
}
