using QuestCms.Application.Ai;
using QuestCms.Domain.Ai;

namespace QuestCms.Infrastructure.Claude;

/// <summary>
/// US dollars per million tokens, by model: <c>claude-sonnet-5-5=3/15@2026-10-01; claude-haiku-5-5=1/5@2026-10-01</c> (input/output@the date they were
/// looked up). A model without a price costs "tokens".
/// </summary>
public sealed class ClaudePrices : IModelPrices
{
    public static readonly ClaudePrices None = new([]);

    private ClaudePrices(IReadOnlyList<ModelPrice> asSet) => AsSet = asSet;

    public IReadOnlyList<ModelPrice> AsSet { get; }

    /// <exception cref="FormatException">Not of that form.</exception>
    public static ClaudePrices Parse(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting)) return None;
        var prices = setting.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => ModelPrice.Read(entry) ?? throw new FormatException("CLAUDE_PRICES is not of the form model=input/output@date; … in US dollars per million tokens."));
        return new ClaudePrices([.. prices]);
    }
}
