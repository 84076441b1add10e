using System.Text;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>
/// Reads the addresses of a brief before the model is asked, all at once, and adds the rows to the save that settles the request. A page read for the same article within a day is not asked
/// again; one that can't be read is told to the writer, and the rest goes on without it.
/// </summary>
internal sealed class SourceReading(IQuestDb db, ISourceReader reader, TimeProvider clock)
{
    private static readonly TimeSpan KeepsFor = TimeSpan.FromDays(1);

    public async Task<IReadOnlyList<Source>> ReadAsync(Generation asked, CancellationToken ct)
    {
        var addresses = Source.AddressesIn(asked.Brief.Sources).Take(Source.Most).ToList();
        if (addresses.Count == 0) return [];
        var since = clock.GetUtcNow() - KeepsFor;
        var earlier = await db.Sources.AsNoTracking().Where(s => s.Article == asked.Article && s.ReadAt >= since && s.Say == null).ToListAsync(ct);
        var read = await Task.WhenAll(addresses.Select(address => OneAsync(asked, address, earlier.FirstOrDefault(s => s.Address == address), ct)));
        db.Sources.AddRange(read);
        return read;
    }

    /// <summary>The request with what was read, each page as material of its own.</summary>
    public static WriterRequest Told(WriterRequest request, IReadOnlyList<Source> sources)
    {
        if (!sources.Any(s => s.WasRead)) return request;
        var prompt = new StringBuilder(request.Prompt);
        foreach (var source in sources.Where(s => s.WasRead))
            prompt.AppendLine($"The page at {source.Address}:").AppendLine("<material>").AppendLine(Quoted($"{source.Title}\n\n{source.Text}")).AppendLine("</material>");
        return request with { Prompt = prompt.ToString() };
    }

    /// <summary>What the writer has to know of it; null when all were read.</summary>
    public static string? Missing(IReadOnlyList<Source> sources)
    {
        var missing = sources.Where(s => !s.WasRead).ToList();
        return missing.Count == 0 ? null : $"Written without {(missing.Count == 1 ? "one source" : $"{missing.Count} sources")}: {string.Join(" ", missing.Select(s => s.Say))} Paste what matters from it into the brief and ask again, or go on.";
    }

    /// <summary>Characters that a brief's addresses may add to the request.</summary>
    public static int MostCharacters(Brief brief) => Math.Min(Source.Most, Source.AddressesIn(brief.Sources).Count) * (Source.MaxText + Source.MaxTitle + Source.MaxAddress);

    private async Task<Source> OneAsync(Generation asked, string address, Source? earlier, CancellationToken ct)
    {
        if (earlier is not null) return Source.Again(asked, earlier, clock.GetUtcNow());
        var page = await reader.ReadAsync(new Uri(address), ct);
        return page.Error is { } error ? Source.NotRead(asked, address, error.Message, clock.GetUtcNow()) : Source.Read(asked, address, page.Value.Title, page.Value.Text, clock.GetUtcNow());
    }

    private static string Quoted(string text) => text.Replace("<material>", "", StringComparison.OrdinalIgnoreCase).Replace("</material>", "", StringComparison.OrdinalIgnoreCase);
}
