using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class HtmlTextTests
{
    [Fact]
    public void What_is_put_in_is_encoded_and_what_stands_there_is_markup()
    {
        var (html, title, quoted) = (new HtmlText(), "</h1><script>alert('1')</script>", "a\" onload=\"b");

        html.Add($"""<h1 title="{quoted}">{title}</h1>{3}{(string?)null}""");

        Assert.Equal("<h1 title=\"a&quot; onload=&quot;b\">&lt;/h1&gt;&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;</h1>3", html.ToString());
    }

    [Fact]
    public void What_is_trusted_stays_as_it_is_and_every_character_comes_through()
    {
        var html = new HtmlText();

        html.Add($"<p>„{new TrustedHtml("<b>ö</b>")}“</p>");
        html.Trust("<hr>");

        Assert.Equal("<p>„<b>ö</b>“</p><hr>", html.ToString());
    }

    [Fact]
    public void A_tag_helper_writes_as_it_does_in_a_page()
    {
        Assert.StartsWith("<span class=\"score good\"><span class=\"sr\">Score </span>9<svg", HtmlText.Of(new ScoreTagHelper { Of = 9 }).Text, StringComparison.Ordinal);
        Assert.Equal("never", HtmlText.Of(new MomentTagHelper(TimeProvider.System)).Text);
    }
}
