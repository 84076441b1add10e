using System.Globalization;
using QuestCms.Application.Ai;

namespace QuestCms.Infrastructure.Claude;

/// <summary>
/// US dollars per million tokens, by model: <c>claude-sonnet-5-5=3/15@2026-10-01; claude-haiku-5-5=1/5@2026-10-01</c> (input/output@the date they were
/// looked up). A model without a price costs "tokens".
/// </summary>
public sealed class ClaudePrices : IModelPrices
{
    public static readonly ClaudePrices None = new([]);
    private readonly Dictionary<string, (decimal Input, decimal Output)> _byModel;

    private ClaudePrices(Dictionary<string, (decimal, decimal)> byModel) => _byModel = byModel;

    /// <exception cref="FormatException">Not of that form.</exception>
    public static ClaudePrices Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return None;
        var prices = new Dictionary<string, (decimal, decimal)>(StringComparer.Ordinal);
        foreach (var entry in setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=', 2) is not [var model, var rest] || rest.Split('@', 2) is not [var pair, var date] || pair.Split('/') is not [var input, var output]
                || !decimal.TryParse(input, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var i) || !decimal.TryParse(output, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var o)
                || !DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", out _))
                throw new FormatException("CLAUDE_PRICES is not of the form model=input/output@date; … in US dollars per million tokens.");
            prices[model.Trim()] = (i, o);
        }
        return new ClaudePrices(prices);
    }

    /// <summary>Null where no price is set. A dated model name has its family's price.</summary>
    public decimal? CostOf(string model, int inputTokens, int outputTokens)
    {
        var found = _byModel.TryGetValue(model, out var price) ? price
            : _byModel.Where(p => model.StartsWith(p.Key, StringComparison.Ordinal)).Select(p => ((decimal, decimal)?)p.Value).FirstOrDefault();
        return found is (var input, var output) ? (inputTokens * input + outputTokens * output) / 1_000_000m : null;
    }
}
