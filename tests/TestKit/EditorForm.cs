using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace QuestCms.TestKit;

/// <summary>The form of the editor's page as a browser would send it: its fields, the token that posts it, the text and its working version.</summary>
public sealed record EditorForm(Guid Article, string Token, IReadOnlyList<(string Name, string Value)> Fields)
{
    public string Body => Field("Body").ReplaceLineEndings("\n");
    public int Version => int.Parse(Field("Version"));

    /// <exception cref="InvalidOperationException">The page has no such form.</exception>
    public static EditorForm Of(Guid article, string page)
    {
        using var document = new HtmlParser().ParseDocument(page);
        var form = document.QuerySelector<IHtmlFormElement>("form#article") ?? throw new InvalidOperationException("The page is not the editor.");
        var fields = form.Elements.SelectMany(Sent).ToList();
        return new EditorForm(article, fields.Single(f => f.Name == "__RequestVerificationToken").Value, fields);
    }

    private string Field(string name) => Fields.Single(f => f.Name == name).Value;

    private static IEnumerable<(string Name, string Value)> Sent(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Name.Length: > 0 } input => [(input.Name, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } area => [(area.Name, area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [(select.Name, select.Value ?? "")],
        _ => [],
    };
}
