namespace QuestCms.ArchitectureTests;

/// <summary>
/// The module table: who owns a room in every layer, lowest first, and whose rooms it may enter. It drives the module rules and the cycle check, and a
/// test holds docs/architecture.md to it.
/// </summary>
internal static class ModuleMap
{
    public static readonly IReadOnlyDictionary<string, string[]> MayUse = new Dictionary<string, string[]>
    {
        ["Identity"] = [],
        ["Sites"] = ["Identity"],
        ["Media"] = ["Sites", "Identity"],
        ["Content"] = ["Media", "Sites", "Identity"],
        ["Ai"] = ["Content", "Media", "Sites", "Identity"],
        ["Review"] = ["Ai", "Content", "Media", "Sites", "Identity"],
        ["Delivery"] = ["Review", "Content", "Media", "Sites", "Identity"],
        ["Transfer"] = ["Delivery", "Review", "Ai", "Content", "Media", "Sites", "Identity"],
        ["Insights"] = ["Delivery", "Review", "Ai", "Content", "Media", "Sites", "Identity"],
        ["Audit"] = ["Transfer", "Delivery", "Review", "Ai", "Content", "Media", "Sites", "Identity"],
        ["Watch"] = ["Audit", "Delivery", "Identity"],
    };

    public static readonly IReadOnlyDictionary<string, string> Owns = new Dictionary<string, string>
    {
        ["Identity"] = "people, sign-in, house administrators, mails",
        ["Sites"] = "sites, memberships (person, site, role), categories, house style, site keys",
        ["Media"] = "assets, renditions, alt texts",
        ["Content"] = "articles, working copies, revisions, authorship, bylines, templates, checks, draft search, bin",
        ["Ai"] = "briefs, prompts and their golden sets, generations, proposals, allowances, assessments, sources, what agents bring, what is to be looked at again",
        ["Review"] = "rounds, decisions, scores, claims, seals",
        ["Delivery"] = "publish, schedule, unpublish, archive; the published view, its rewriting, redirects, the event log, webhooks",
        ["Transfer"] = "import, export; one file is one message and one transaction",
        ["Insights"] = "what a person has on their desk; queries only",
        ["Audit"] = "the trail; events and ids of all",
        ["Watch"] = "what the house looks like from inside, and who is told when it is not well",
    };

    public static IEnumerable<string> Modules => MayUse.Keys;

    public static IEnumerable<string> Forbidden(string module) => Modules.Where(m => m != module && !MayUse[module].Contains(m));

    /// <summary>The table as docs/architecture.md shows it.</summary>
    public static string AsMarkdown() =>
        "| module | owns | may use |\n| --- | --- | --- |\n"
        + string.Join('\n', Modules.Select(m => $"| {m} | {Owns[m]} | {(MayUse[m].Length == 0 ? "–" : string.Join(", ", MayUse[m]))} |")) + "\n";
}
