using System.Globalization;
using QuestCms.Application.Ai;

namespace QuestCms.Infrastructure.Replicate;

/// <summary>
/// US dollars for one picture, by model: <c>black-forest-labs/flux-1.1-pro=0.04@2026-11-01; black-forest-labs/flux-schnell=0.003@2026-11-01</c> (price@the date it
/// was looked up). A model without a price has no cost that could be told.
/// </summary>
public sealed class ReplicatePrices : IPicturePrices
{
    public static readonly ReplicatePrices None = new([]);
    private readonly Dictionary<string, decimal> _byModel;

    private ReplicatePrices(Dictionary<string, decimal> byModel) => _byModel = byModel;

    /// <exception cref="FormatException">Not of that form.</exception>
    public static ReplicatePrices Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return None;
        var prices = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var entry in setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry.Split('=', 2) is not [var model, var rest] || rest.Split('@', 2) is not [var price, var date]
                || !decimal.TryParse(price, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) || !DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", out _))
                throw new FormatException("REPLICATE_PRICES is not of the form owner/model=price@date; … in US dollars for a picture.");
            prices[model.Trim()] = dollars;
        }
        return new ReplicatePrices(prices);
    }

    public decimal? CostOf(string model) => _byModel.TryGetValue(model, out var price) ? price : null;
}
