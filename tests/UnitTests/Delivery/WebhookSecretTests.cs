using System.Text;
using QuestCms.Domain.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class WebhookSecretTests
{
    // The vector of the specification's own libraries.
    [Fact]
    public void It_signs_as_the_libraries_of_the_specification_do()
    {
        var secret = WebhookSecret.Read("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")!;
        Assert.Equal("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", secret.Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));
    }

    [Fact]
    public void It_is_read_as_it_was_shown_and_its_text_never_says_it()
    {
        var secret = WebhookSecret.Of(Enumerable.Range(0, 32).Select(n => (byte)n).ToArray());
        Assert.Equal(secret.Reveal(), WebhookSecret.Read(secret.Reveal())!.Reveal());
        Assert.StartsWith("whsec_", secret.Reveal(), StringComparison.Ordinal);
        Assert.Equal("whsec_…", secret.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_!!!!")]
    [InlineData("whsec_AAAA")] // three bytes
    [InlineData("plJ3nmyCDGBKInavdOK15jsl")]
    public void What_is_none_is_not_read(string text) => Assert.Null(WebhookSecret.Read(text));

    [Theory]
    [InlineData(23)]
    [InlineData(65)]
    public void It_has_24_to_64_bytes(int bytes) => Assert.Throws<ArgumentException>(() => WebhookSecret.Of(new byte[bytes]));
}
