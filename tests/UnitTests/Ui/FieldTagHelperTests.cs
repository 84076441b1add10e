using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using QuestCms.Web.Ui;

namespace QuestCms.UnitTests.Ui;

public sealed class FieldTagHelperTests
{
    [Fact]
    public async Task Label_control_and_help_are_tied_together() => Assert.Equal(
        """<div class="field" id="field-title"><label for="Input_Title">Title &amp; more</label><input aria-describedby="Input_Title-help" class="in topic" id="Input_Title" maxlength="200" name="Input.Title" type="text" value="Moving &quot;to&quot; &lt;Lisbon&gt;" />"""
        + """<span class="help" id="Input_Title-help">At most 200.</span></div>""",
        await Rendered.Html(
            new FieldTagHelper { ViewContext = Rendered.Page(), For = Rendered.Model("Input.Title", "Moving \"to\" <Lisbon>"), Label = "Title & more", Help = "At most 200." },
            "", ("class", "topic"), ("maxlength", "200")));

    [Fact]
    public async Task A_refused_field_keeps_what_was_typed_and_says_why()
    {
        var page = Rendered.Page();
        page.ViewData.ModelState.SetModelValue("Title", "typed <b>", "typed <b>");
        page.ViewData.ModelState.AddModelError("title", "Too long & more.");
        var html = await Rendered.Html(new FieldTagHelper { ViewContext = page, For = Rendered.Model("Title", "stored"), Label = "Title" });
        Assert.Contains("""<input aria-describedby="Title-error" aria-invalid="true" class="in" id="Title" name="Title" type="text" value="typed &lt;b&gt;" />""", html, StringComparison.Ordinal);
        Assert.Contains("""<p class="error" id="Title-error"><svg""", html, StringComparison.Ordinal);
        Assert.EndsWith("</svg>Too long &amp; more.</p></div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_names_the_last_part_finds_its_field()
    {
        var page = Rendered.Page();
        page.ViewData.ModelState.SetModelValue("Input.SeoTitle", "typed", "typed");
        page.ViewData.ModelState.AddModelError("seoTitle", "Too long.");
        var html = await Rendered.Html(new FieldTagHelper { ViewContext = page, For = Rendered.Model("Input.SeoTitle", "stored"), Label = "Title" });
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"typed\"", html, StringComparison.Ordinal);
        Assert.Contains("</svg>Too long.</p>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        var page = Rendered.Page();
        page.ViewData.ModelState.SetModelValue("Password", "secret", "secret");
        var html = await Rendered.Html(new FieldTagHelper { ViewContext = page, Name = "Password", Value = "secret", Label = "Password", Type = "password" });
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_helped_first_and_keeps_its_first_line_end()
    {
        var html = await Rendered.Html(new FieldTagHelper { ViewContext = Rendered.Page(), Name = "note", Value = "\none </textarea>", Label = "Note", Help = "Help.", Rows = 3 });
        Assert.Equal(
            "<div class=\"field\" id=\"field-note\"><label for=\"note\">Note</label><span class=\"help\" id=\"note-help\">Help.</span>"
            + "<textarea aria-describedby=\"note-help\" class=\"in\" id=\"note\" name=\"note\" rows=\"3\">\n&#xA;one &lt;/textarea&gt;</textarea></div>", html);
    }

    [Fact]
    public async Task A_choice_shows_the_value_chosen()
    {
        List<SelectListItem> options = [new("Portugal", "pt"), new("Spain <es>", "es")];
        var html = await Rendered.Html(new FieldTagHelper { ViewContext = Rendered.Page(), For = Rendered.Model("Category", "es"), Label = "Category", Options = options });
        Assert.Contains("""<select class="in" id="Category" name="Category"><option value="pt">Portugal</option><option selected="" value="es">Spain &lt;es&gt;</option></select>""", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task A_switch_is_a_checkbox_within_its_label(bool on, bool isChecked)
    {
        var html = await Rendered.Html(new FieldTagHelper { ViewContext = Rendered.Page(), For = Rendered.Model("Stay", on), Label = "Stay", Type = "switch" });
        var mark = isChecked ? "checked=\"\" " : "";
        Assert.Equal($"""<div class="field" id="field-stay"><label class="switch" for="Stay"><input {mark}id="Stay" name="Stay" role="switch" type="checkbox" value="true" />Stay</label></div>""", html);
    }

    [Fact]
    public async Task Attributes_written_by_razor_are_not_encoded_twice()
    {
        var html = await Rendered.Html(
            new FieldTagHelper { ViewContext = Rendered.Page(), Name = "q", Label = "Q", Type = "date", For = null }, "<i>after</i>", ("placeholder", new HtmlString("a &amp; b")));
        Assert.Contains("placeholder=\"a &amp; b\"", html, StringComparison.Ordinal);
        Assert.EndsWith("/><i>after</i></div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_is_written_as_its_control_reads_it()
    {
        var at = new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero);
        Assert.Contains("value=\"2026-11-23T07:00\"", await Rendered.Html(
            new FieldTagHelper { ViewContext = Rendered.Page(), For = Rendered.Model("At", at), Label = "At", Type = "datetime-local" }), StringComparison.Ordinal);
        Assert.Contains("value=\"2026-11-23\"", await Rendered.Html(
            new FieldTagHelper { ViewContext = Rendered.Page(), For = Rendered.Model("At", at), Label = "At", Type = "date" }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_without_a_name_is_a_fault() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => Rendered.Html(new FieldTagHelper { ViewContext = Rendered.Page(), Label = "Nameless" }));

    [Fact]
    public async Task Refusals_lead_to_their_fields()
    {
        var page = Rendered.Page();
        page.ViewData.ModelState.AddModelError("title", "Too <long>.");
        page.ViewData.ModelState.AddModelError("category", "Choose one.");
        var html = await Rendered.Html(new RefusalsTagHelper { ViewContext = page });
        Assert.StartsWith("<div class=\"notice refused\" role=\"alert\"><svg", html, StringComparison.Ordinal);
        Assert.Contains("<div>2 fields to mend; what you typed is still here.</div>", html, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#field-title\">Too &lt;long&gt;.</a></li>", html, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#field-category\">Choose one.</a></li>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_that_only_repeats_its_field_is_said_once()
    {
        var page = Rendered.Page();
        page.ViewData.ModelState.AddModelError("title", "Too long.");
        var html = await Rendered.Html(new RefusalsTagHelper { ViewContext = page, Text = "Too long." });
        Assert.DoesNotContain("<ul>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_refusal_nothing_is_written() => Assert.Equal("", await Rendered.Html(new RefusalsTagHelper { ViewContext = Rendered.Page() }));
}
