using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Ganss.Xss;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;

namespace QuestCms.Infrastructure.Rendering;

/// <summary>Markdig, HTML off, then HtmlSanitizer's allow-list, always both: Markdig alone lets <c>javascript:</c> links through. One render per core at once.</summary>
internal sealed class MarkdownRenderer : IRenderer, IDisposable
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().UseFootnotes()
        .UseAutoLinks().UseEmphasisExtras().UseAutoIdentifiers(AutoIdentifierOptions.GitHub).Build();
    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();
    private readonly SemaphoreSlim _places = new(Environment.ProcessorCount);

    public int Version => 1;

    public Task<Result<Rendered>> RenderAsync(string markdown, CancellationToken ct) => RenderAsync(markdown, null, ct);

    public Task<Result<Rendered>> RenderTintedAsync(string markdown, TintedText tint, CancellationToken ct) => RenderAsync(markdown, tint, ct);

    public async Task<Result<List<Range>>> BlocksAsync(string markdown, CancellationToken ct)
    {
        if (MarkdownLimits.Refuse(markdown) is { } refusal) return refusal;
        await _places.WaitAsync(ct);
        try
        {
            return await Task.Run(() => MarkdownBlocks.Of(markdown, Markdown.Parse(markdown, Pipeline)), ct);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private async Task<Result<Rendered>> RenderAsync(string markdown, TintedText? tint, CancellationToken ct)
    {
        if (MarkdownLimits.Refuse(markdown) is { } refusal) return refusal;
        await _places.WaitAsync(ct);
        try
        {
            // Off the request's thread: a text at the limits takes most of a second.
            return await Task.Run(() => Render(markdown, tint), ct);
        }
        catch (ArgumentException tooDeep) when (tooDeep.Message.Contains("nested", StringComparison.OrdinalIgnoreCase))
        {
            return Error.Field("body", "body.too_tangled", "The text is nested too deeply to be shown. It is kept as you typed it.");
        }
        finally
        {
            _places.Release();
        }
    }

    private static Rendered Render(string markdown, TintedText? tint)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var table in document.Descendants<Table>()) SayAlignmentByClass(table);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Max(heading.Level, 2); // the one first heading of the page is the title
        var safe = Sanitizer.Sanitize(document.ToHtml(Pipeline));
        var body = new HtmlParser().ParseDocument($"<body>{safe}</body>").Body!;
        PrefixIds(body);
        foreach (var anchor in body.QuerySelectorAll<IHtmlAnchorElement>("a[href]"))
            if (anchor.GetAttribute("href")!.StartsWith("http", StringComparison.OrdinalIgnoreCase)) anchor.SetAttribute("rel", "noopener nofollow ugc");
        foreach (var image in body.QuerySelectorAll("img")) image.SetAttribute("loading", "lazy");
        var headings = body.QuerySelectorAll("h1, h2, h3, h4").Select(h => new RenderedHeading(h.LocalName[1] - '0', h.Id ?? "", h.TextContent.Trim())).ToList();
        var plain = PlainTextOf(body);
        if (tint is not null) Tint(body, tint);
        return new Rendered(body.InnerHtml, plain, headings);
    }

    // Markdig writes a column's alignment as a style, which the content security policy and the allow-list refuse.
    private static void SayAlignmentByClass(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
        {
            for (var i = 0; i < row.Count && i < table.ColumnDefinitions.Count; i++)
            {
                if (table.ColumnDefinitions[i].Alignment is not (TableColumnAlign.Right or TableColumnAlign.Center)) continue;
                row[i].GetAttributes().AddClass(table.ColumnDefinitions[i].Alignment is TableColumnAlign.Right ? "n" : "c");
            }
        }
        foreach (var column in table.ColumnDefinitions) column.Alignment = null;
    }

    // An id of a heading must never be taken for one of the page: prefixed, and the footnotes' links with them.
    private static void PrefixIds(IElement body)
    {
        foreach (var element in body.QuerySelectorAll("[id]")) element.Id = "h-" + element.Id;
        foreach (var link in body.QuerySelectorAll("a[href^='#']")) link.SetAttribute("href", "#h-" + link.GetAttribute("href")![1..]);
    }

    private static string PlainTextOf(IElement body) =>
        string.Join('\n', body.Children.Select(block => string.Join(' ', block.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))).Trim();

    private static void Tint(IElement body, TintedText tint)
    {
        var texts = body.GetDescendants().OfType<IText>().Where(t => t.Data.Trim().Length > 0).ToList();
        var over = tint.Over(texts.ConvertAll(t => t.Data));
        for (var i = 0; i < texts.Count; i++)
        {
            var (node, at) = (texts[i], 0);
            var parts = body.Owner!.CreateDocumentFragment();
            foreach (var span in over[i].Where(s => s.Tint != Domain.Content.Tint.Human))
            {
                if (span.Start > at) parts.AppendChild(body.Owner.CreateTextNode(node.Data[at..span.Start]));
                var mark = body.Owner.CreateElement("span");
                mark.ClassName = span.Tint switch { Domain.Content.Tint.Machine => "o-m", Domain.Content.Tint.Edited => "o-e", _ => "o-p" };
                mark.TextContent = node.Data.Substring(span.Start, span.Length);
                parts.AppendChild(mark);
                at = span.Start + span.Length;
            }
            if (at == 0) continue;
            if (at < node.Data.Length) parts.AppendChild(body.Owner.CreateTextNode(node.Data[at..]));
            node.Parent!.ReplaceChild(parts, node);
        }
    }

    private static HtmlSanitizer MakeSanitizer()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.ExceptWith(["form", "button", "style", "textarea", "select", "option", "fieldset", "legend", "label", "keygen", "datalist", "output", "progress", "meter", "menu", "menuitem", "map", "area", "input"]);
        sanitizer.AllowedTags.Add("input"); // a task list's box, forced to what it is below
        sanitizer.AllowedAttributes.ExceptWith(["style", "name", "action", "method", "background", "dynsrc", "lowsrc", "target", "usemap", "tabindex", "accesskey", "draggable", "contenteditable"]);
        sanitizer.AllowedAttributes.UnionWith(["class", "id", "checked", "disabled", "type"]);
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.UnionWith(["http", "https", "mailto"]);
        sanitizer.AllowDataAttributes = false;
        sanitizer.PostProcessNode += (_, e) =>
        {
            if (e.Node is not IHtmlInputElement box) return;
            box.Type = "checkbox";
            box.IsDisabled = true;
        };
        return sanitizer;
    }
}
