using QuestCms.Infrastructure.Accounts;

namespace QuestCms.UnitTests.Accounts;

/// <summary>Codes of an app, by the examples of RFC 6238 and RFC 4648.</summary>
public sealed class AppCodesTests
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void A_code_is_what_every_app_shows(long seconds, string code) => Assert.Equal(code, AppCodes.At("12345678901234567890"u8.ToArray(), seconds / 30));

    [Theory]
    [InlineData("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "12345678901234567890")]
    [InlineData("mzxw6ytboi======", "foobar")]
    [InlineData("", "")]
    public void A_key_is_read_as_apps_read_it(string key, string bytes) => Assert.Equal(bytes, System.Text.Encoding.ASCII.GetString(AppCodes.BytesOf(key)!));

    [Fact]
    public void What_is_no_key_is_none() => Assert.Null(AppCodes.BytesOf("0189"));

    [Theory]
    [InlineData("123 456", "123456", true)]
    [InlineData(" 123-456 ", "123456", true)]
    [InlineData("bcdfg hjkmn", "BCDFG-HJKMN", false)]
    [InlineData("BCDFG-HJKMN", "BCDFG-HJKMN", false)]
    [InlineData("12345", "12345", false)]
    public void A_code_is_taken_as_people_type_it(string typed, string kept, bool ofApp) => Assert.Equal(new TypedCode(kept, ofApp), TypedCode.Of(typed));
}
