using System.Text;
using System.Xml;

namespace QuestCms.Application.Transfer;

/// <summary>
/// Reads the XML file WordPress exports (WXR), item by item, without holding more than one. No document type, no entity of its own, nothing fetched; elements nested deeper than any
/// export has, and a file longer than is read, end it with a sentence.
/// </summary>
public static class WordPressExport
{
    /// <summary>Characters of a file at most.</summary>
    public const long MostCharacters = 1_000_000_000;
    /// <summary>An export's own elements are six deep.</summary>
    private const int Deepest = 32;
    /// <summary>Characters of a field that is no text of a post.</summary>
    private const int MostOfField = 20_000;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        MaxCharactersInDocument = MostCharacters,
        MaxCharactersFromEntities = 1_000_000,
    };

    /// <exception cref="UnreadableExportException">It is no export of WordPress, or broken from some line on; what came before was answered.</exception>
    public static IEnumerable<ForeignItem> Read(Stream file)
    {
        using var xml = XmlReader.Create(file, Settings);
        var authors = new Dictionary<string, string>(StringComparer.Ordinal);
        var isOne = false;
        while (Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName is "wxr_version" || xml.NamespaceURI.StartsWith("http://wordpress.org/export/", StringComparison.Ordinal)) isOne = true;
            if (xml.LocalName == "author" && xml.Depth == 2)
            {
                var said = Fields(xml);
                if (authors.Count < 10_000) authors[said.GetValueOrDefault("author_login", "")] = said.GetValueOrDefault("author_display_name", "");
            }
            else if (xml.LocalName == "item" && xml.Depth == 2)
            {
                if (!isOne) throw new UnreadableExportException("The file is a feed and no export of WordPress: make one there under Tools, Export.");
                yield return WordPressItem.Read(Item(xml), authors);
            }
        }
        if (!isOne) throw new UnreadableExportException("The file is no export of WordPress: make one there under Tools, Export.");
    }

    private static bool Next(XmlReader xml)
    {
        try
        {
            var more = xml.Read();
            return !more || xml.Depth <= Deepest ? more : throw new UnreadableExportException($"From line {Line(xml):N0} on, elements stand deeper in each other than in any export. It was read up to there.");
        }
        catch (XmlException broken)
        {
            throw new UnreadableExportException(broken.Message.Contains("DTD", StringComparison.Ordinal) ? "The file declares a document type, which no export of WordPress does. It was not read."
                : $"The file is broken at line {broken.LineNumber:N0}: {ImportNotes.Shown(broken.Message)} It was read up to there.");
        }
    }

    private static int Line(XmlReader xml) => (xml as IXmlLineInfo)?.LineNumber ?? 0;

    private static WordPressFields Item(XmlReader xml)
    {
        var item = new WordPressFields();
        var depth = xml.Depth;
        if (xml.IsEmptyElement) return item;
        while (Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "category":
                    var (domain, nice) = (xml.GetAttribute("domain") ?? "", xml.GetAttribute("nicename") ?? "");
                    if (item.Terms.Count < 200) item.Terms.Add((domain, nice, Text(xml, 500).Text));
                    break;
                case "postmeta":
                    var meta = Fields(xml);
                    if (item.Meta.Count < 500) item.Meta.Add(new(meta.GetValueOrDefault("meta_key", ""), meta.GetValueOrDefault("meta_value", "")));
                    break;
                case "comment":
                    item.Comments++;
                    _ = Text(xml, 0);
                    break;
                default:
                    var name = NameOf(xml);
                    var (text, over) = Text(xml, name == "content" ? ForeignPostReader.MostCharacters : MostOfField);
                    if (over && name == "content") item.IsTooLong = true;
                    if (item.Named.Count < 200 || item.Named.ContainsKey(name)) item.Named[name] = text;
                    break;
            }
        }
        return item;
    }

    // Text and excerpt are both "encoded", told apart by their namespaces.
    private static string NameOf(XmlReader xml) =>
        xml.LocalName != "encoded" ? xml.LocalName : xml.NamespaceURI.Contains("excerpt", StringComparison.Ordinal) ? "excerpt" : "content";

    private static Dictionary<string, string> Fields(XmlReader xml)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var depth = xml.Depth;
        if (xml.IsEmptyElement) return found;
        while (Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            if (xml.NodeType == XmlNodeType.Element) found[xml.LocalName] = Text(xml, MostOfField).Text;
        return found;
    }

    // The words of an element, piece by piece: one of any length costs no more memory than is kept of it.
    private static (string Text, bool Over) Text(XmlReader xml, int most)
    {
        if (xml.IsEmptyElement) return ("", false);
        var depth = xml.Depth;
        var (text, over, piece) = (new StringBuilder(), false, new char[4096]);
        while (Next(xml) && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            for (int read; (read = Piece(xml, piece)) > 0;)
            {
                var fits = Math.Min(read, most - text.Length);
                text.Append(piece, 0, fits);
                over |= fits < read;
            }
        }
        return (text.ToString(), over);
    }

    private static int Piece(XmlReader xml, char[] piece)
    {
        try
        {
            return xml.ReadValueChunk(piece, 0, piece.Length);
        }
        catch (XmlException broken)
        {
            throw new UnreadableExportException($"The file is broken at line {broken.LineNumber:N0}: {ImportNotes.Shown(broken.Message)} It was read up to there.");
        }
    }
}

/// <summary>One item of the export, as it stands there.</summary>
internal sealed class WordPressFields
{
    public Dictionary<string, string> Named { get; } = new(StringComparer.Ordinal);
    public List<(string Domain, string Slug, string Name)> Terms { get; } = [];
    public List<KeyValuePair<string, string>> Meta { get; } = [];
    public int Comments { get; set; }
    public bool IsTooLong { get; set; }

    public string Of(string name) => Named.GetValueOrDefault(name, "").Trim();
}
