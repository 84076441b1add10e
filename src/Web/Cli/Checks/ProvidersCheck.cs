using System.Runtime.CompilerServices;
using QuestCms.Infrastructure;
using QuestCms.Infrastructure.Claude;
using QuestCms.Infrastructure.Replicate;

namespace QuestCms.Web.Cli.Checks;

/// <summary>Claude and Replicate: whether there is a key, and with <c>--live</c> whether it opens. Without either the house goes on, so a missing key is noted and nothing more.</summary>
internal sealed class ProvidersCheck(ClaudeOptions claude, ReplicateOptions replicate, ProviderLook? live) : ICheck
{
    public async IAsyncEnumerable<Found> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (claude.ApiKey is null) yield return new("claude", Finding.Noted, "No key is set: the features of Claude say so, and a template gives the outline.", "Set CLAUDE_API_KEY.");
        else if (live is null) yield return new("claude", Finding.Fine, $"A key is set; {claude.Model}, and {claude.FastModel} for what is quick. --live tries them.");
        else
            foreach (var model in new[] { claude.Model, claude.FastModel }.Distinct())
                yield return Of("claude", await live.ClaudeAsync(model, ct), "Look at CLAUDE_API_KEY, CLAUDE_MODEL and CLAUDE_FAST_MODEL, and at the account's console.");
        if (claude.ApiKey is not null && claude.Prices == ClaudePrices.None) yield return new("claude", Finding.Noted, "No prices are set: cost shows as tokens.", "Set CLAUDE_PRICES with the date you looked them up.");

        if (replicate.Token is null) yield return new("replicate", Finding.Noted, "No token is set: pictures are not painted, the house cover stands in.", "Set REPLICATE_API_TOKEN.");
        else if (live is null) yield return new("replicate", Finding.Fine, $"A token is set; {replicate.Model}, and {replicate.FastModel} for what is quick. --live tries them.");
        else
            foreach (var model in new[] { replicate.Model, replicate.FastModel }.Distinct())
                yield return Of("replicate", await live.ReplicateAsync(model, ct), "Look at REPLICATE_API_TOKEN, REPLICATE_MODEL and REPLICATE_FAST_MODEL, and at the account's page.");
    }

    private static Found Of(string check, ProviderAnswer answer, string todo)
    {
        var limits = answer.Limits.Count == 0 ? "" : $" Limits: {string.Join("; ", answer.Limits.Select(l => $"{l.Key} {l.Value}"))}.";
        return new(check, answer.Works ? Finding.Fine : Finding.Wrong, answer.Says + limits, answer.Works ? null : todo);
    }
}
