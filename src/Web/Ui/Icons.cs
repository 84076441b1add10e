using System.Collections.Frozen;

namespace QuestCms.Web.Ui;

/// <summary>The icons of the house, drawn on 16 × 16 with one stroke of 1.5; always beside a word.</summary>
internal static class Icons
{
    public static readonly FrozenDictionary<string, string> Drawings = new Dictionary<string, string>
    {
        ["arrow"] = """<path d="M3 8h10M9 4l4 4-4 4"/>""",
        ["audit"] = """<path d="M3.5 2.5h9v11h-9zM6 5.5h4M6 8h4M6 10.5h2.5"/>""",
        ["back"] = """<path d="M13 8H3M7 4 3 8l4 4"/>""",
        ["bad"] = """<circle cx="8" cy="8" r="6"/><path d="M8 4.8v3.8M8 11h.01"/>""",
        ["bold"] = """<path d="M4.5 3h4a2.4 2.4 0 0 1 0 4.8h-4zM4.5 7.8h4.7a2.6 2.6 0 0 1 0 5.2H4.5z"/>""",
        ["check"] = """<path d="M3 8.5 6.5 12 13 4.5"/>""",
        ["claude"] = """<path d="M8 2v12M2.8 5l10.4 6M13.2 5 2.8 11"/>""",
        ["clock"] = """<circle cx="8" cy="8" r="6"/><path d="M8 4.6V8l2.2 1.4"/>""",
        ["close"] = """<path d="m4 4 8 8M12 4l-8 8"/>""",
        ["doc"] = """<path d="M4 2h5.5L12.5 5v9H4zM9 2v3.5h3.5"/>""",
        ["eye"] = """<path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z"/><circle cx="8" cy="8" r="1.8"/>""",
        ["find"] = """<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 3 3"/>""",
        ["folder"] = """<path d="M2 4h4.5L8 5.8h6v7.2H2z"/>""",
        ["gear"] = """<circle cx="8" cy="8" r="2.2"/><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M3.6 12.4 5 11M11 5l1.4-1.4"/>""",
        ["globe"] = """<circle cx="8" cy="8" r="6"/><path d="M2 8h12M8 2c2 2 2.5 4 2.5 6S10 12 8 14c-2-2-2.5-4-2.5-6S6 4 8 2z"/>""",
        ["head"] = """<path d="M4 3v10M12 3v10M4 8h8"/>""",
        ["hist"] = """<path d="M2.5 8a5.5 5.5 0 1 0 1.8-4.1L2.5 5.5M2.5 2.5v3h3M8 5.2V8l2 1.3"/>""",
        ["home"] = """<path d="M2.5 7 8 2.5 13.5 7v6.5h-4v-4h-3v4h-4z"/>""",
        ["ital"] = """<path d="M7 3h5M4 13h5M9.8 3 6.2 13"/>""",
        ["key"] = """<circle cx="5.2" cy="10.8" r="2.7"/><path d="m7.2 8.8 6-6M11 5l1.8 1.8"/>""",
        ["link"] = """<path d="M6.5 9.5 9.5 6.5M7 4.5 8.7 2.8a2.6 2.6 0 0 1 3.7 3.7L10.6 8.2M9 11.5l-1.7 1.7a2.6 2.6 0 0 1-3.7-3.7L5.4 7.8"/>""",
        ["list"] = """<path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01"/>""",
        ["mail"] = """<path d="M2 3.5h12v9H2zM2 4.5l6 4.5 6-4.5"/>""",
        ["media"] = """<path d="M2.5 3h11v10h-11zM2.5 11l3.5-4 3 3.5 2-2 2.5 2.5M10.5 6h.01"/>""",
        ["menu"] = """<path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11"/>""",
        ["note"] = """<circle cx="8" cy="8" r="6"/><path d="M8 7.4v3.6M8 5h.01"/>""",
        ["okc"] = """<circle cx="8" cy="8" r="6"/><path d="m5.3 8.2 1.9 1.9 3.5-4"/>""",
        ["pen"] = """<path d="M10.8 2.8 13.2 5.2 5.4 13l-3 .6.6-3z"/>""",
        ["people"] = """<circle cx="6" cy="5.4" r="2.4"/><path d="M1.8 13c.3-2.6 2-4 4.2-4s3.9 1.4 4.2 4M10.4 3.2a2.4 2.4 0 0 1 0 4.4M12 9.4c1.3.6 2.1 1.8 2.3 3.6"/>""",
        ["plus"] = """<path d="M8 3v10M3 8h10"/>""",
        ["quote"] = """<path d="M3 11c2 0 3-1.5 3-3.5V5H3v3h3M9.5 11c2 0 3-1.5 3-3.5V5h-3v3h3"/>""",
        ["review"] = """<path d="M2.5 8.5 6 12l7.5-8"/>""",
        ["say"] = """<path d="M2.5 3h11v8h-6l-3 2.5V11h-2z"/>""",
        ["side"] = """<path d="M2.5 3h11v10h-11zM9.8 3v10"/>""",
        ["stop"] = """<path d="M4 4h8v8H4z"/>""",
        ["table"] = """<path d="M2.5 3h11v10h-11zM2.5 6.5h11M6.5 3v10"/>""",
        ["tag"] = """<path d="M2.5 2.5h5l6 6-5 5-6-6zM5 5h.01"/>""",
        ["text"] = """<path d="M3 4V3h10v1M8 3v10M6 13h4"/>""",
        ["warn"] = """<path d="M8 2.2 14.3 13.2H1.7zM8 6.5v3M8 11.4h.01"/>""",
    }.ToFrozenDictionary();

    /// <summary>The icon drawn in its place: no sheet, no request, and a fragment fetched later carries its own.</summary>
    public static string Svg(string name) => Drawings.TryGetValue(name, out var drawing)
        ? $"""<svg class="i" viewBox="0 0 16 16" aria-hidden="true">{drawing}</svg>"""
        : throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such icon; those there are stand in Ui/Icons.cs.");
}
