using QuestCms.Infrastructure.Outbound;

namespace QuestCms.UnitTests.Outbound;

public sealed class PageTextTests
{
    [Fact]
    public void What_readers_see_is_kept_in_its_lines()
    {
        var (title, text) = PageText.Of("""
            <!doctype html><html><head><title>Fees &amp; forms</title><script>track()</script></head><body><nav>Home | About</nav>
            <main><h1>Fees</h1><p>The fee is <b>120&nbsp;euro</b> since
            May.</p><ul><li>One</li><li>Two</li></ul><table><tr><th>Form</th><th>Days</th></tr><tr><td>A1</td><td>14</td></tr></table></main><footer>Imprint</footer></body></html>
            """);
        Assert.Equal("Fees & forms", title);
        Assert.Equal("Fees\n\nThe fee is 120 euro since May.\n\nOne\n\nTwo\n\nForm | Days\n\nA1 | 14", text);
    }

    [Theory]
    [InlineData("<p hidden>ORDERS</p>")]
    [InlineData("<p aria-hidden=\"true\">ORDERS</p>")]
    [InlineData("<p style=\"display:none\">ORDERS</p>")]
    [InlineData("<p style=\"color:red; DISPLAY : NONE\">ORDERS</p>")]
    [InlineData("<span style=\"visibility: hidden\">ORDERS</span>")]
    [InlineData("<span style=\"font-size:0\">ORDERS</span>")]
    [InlineData("<span style=\"font-size: 1px;\">ORDERS</span>")]
    [InlineData("<span style=\"opacity:0\">ORDERS</span>")]
    [InlineData("<span style=\"position:absolute;left:-9999px\">ORDERS</span>")]
    [InlineData("<span style=\"color:#fff\">ORDERS</span>")]
    [InlineData("<span class=\"sr-only\">ORDERS</span>")]
    [InlineData("<style>.x1{display:none}</style><span class=\"a x1\">ORDERS</span>")]
    [InlineData("<style>p{margin:0} div.q, #z { color: blue; visibility:hidden }</style><span id=z>ORDERS</span>")]
    [InlineData("<!-- ORDERS -->")]
    [InlineData("<template>ORDERS</template><noscript>ORDERS</noscript>")]
    [InlineData("<script type=\"text/plain\">ORDERS</script>")]
    [InlineData("<svg><text>ORDERS</text></svg>")]
    [InlineData("<textarea>ORDERS</textarea>")]
    [InlineData("<div hidden><p><b>ORDERS</b></p></div>")]
    public void What_is_hidden_from_readers_is_not_told(string html) => Assert.Equal("Before\n\nAfter", PageText.Of($"<p>Before</p>{html}<p>After</p>").Text);

    [Fact]
    public void Characters_that_nobody_sees_are_taken_out()
    {
        var tags = string.Concat("orders".Select(c => char.ConvertFromUtf32(0xE0000 + c)));
        Assert.Equal("plain words", PageText.Of($"<p>pl\u200Bain{tags} \u202Ewo\u2066rds\uFEFF\0</p>").Text);
    }

    [Fact]
    public void Deep_and_wide_pages_end_soon()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep";
        var wide = string.Concat(Enumerable.Repeat("<p>wide</p>", 100_000));
        var spent = CpuTime.Of(() => { PageText.Of(deep); PageText.Of(wide); });
        Assert.True(spent < TimeSpan.FromSeconds(10), $"{spent.TotalSeconds:0.0} s");
    }

    [Fact]
    public void Rubbish_is_no_fault() => Assert.Equal("", PageText.Of("<<<>>>&&&<style>{{{}}}{</style><!--").Text.Trim('<', '>', '&'));
}
