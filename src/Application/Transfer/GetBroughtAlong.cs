using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Transfer;

/// <summary>What an import brought along with an article and has no field here: notes, figures, names of its source. Empty for an article that began here.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetBroughtAlong(ArticleId Article) : IQuery<IReadOnlyList<BroughtAlong>>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <param name="Path">What it is called in its source.</param>
/// <param name="ImportedAt">When it came, or changed there and came again.</param>
public sealed record BroughtAlong(string Path, DateTimeOffset ImportedAt, IReadOnlyList<BroughtFact> Facts);

/// <param name="Name">In words.</param>
/// <param name="Value">As the source had it; plain text.</param>
public sealed record BroughtFact(string Name, string Value);

internal sealed class GetBroughtAlongHandler(IQuestDb db) : IQueryHandler<GetBroughtAlong, IReadOnlyList<BroughtAlong>>
{
    /// <summary>Sources and facts shown at most.</summary>
    private const int Most = 5, MostFacts = 80;

    public async Task<Result<IReadOnlyList<BroughtAlong>>> Handle(GetBroughtAlong query, CancellationToken ct)
    {
        var files = await db.ImportedFiles.AsNoTracking().Where(f => f.Article == query.Article).OrderBy(f => f.Id).Take(Most).Select(f => new { f.Path, f.ImportedAt, f.Attributes }).ToListAsync(ct);
        return files.Select(f => new BroughtAlong(f.Path, f.ImportedAt, Facts(f.Attributes))).ToList();
    }

    private static List<BroughtFact> Facts(string attributes)
    {
        using var json = JsonDocument.Parse(attributes);
        return [.. json.RootElement.EnumerateObject().Select(a => new BroughtFact(NameOf(a.Name), a.Value.ValueKind == JsonValueKind.Array ? string.Join(", ", a.Value.EnumerateArray().Select(v => v.Plain())) : a.Value.Plain()))
            .Where(f => f.Value.Length > 0).Take(MostFacts)];
    }

    private static string NameOf(string name) => name switch
    {
        "ai_score" => "AI score",
        "review_notes" => "Notes of review there",
        "reviewed_by" => "Reviewed there by",
        "status" => "State there",
        LeadFormerAddressesToArticle.FormerAddresses => "Former addresses",
        _ when name.Length > 0 => char.ToUpperInvariant(name[0]) + name[1..].Replace('_', ' '),
        _ => "Without a name",
    };
}
