using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>The prices that hold: the administration's by their day, else the operator's.</summary>
internal sealed class ModelPricing(IQuestDb db, IModelPrices setting)
{
    public async Task<PricesThatHold> LoadAsync(CancellationToken ct) => new((await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(ct))?.Prices ?? [], setting.AsSet);
}

internal sealed record PricesThatHold(IReadOnlyList<ModelPrice> Kept, IReadOnlyList<ModelPrice> AsSet)
{
    /// <summary>US dollars at that moment; null where no price holds.</summary>
    public decimal? CostOf(string model, int inputTokens, int outputTokens, DateTimeOffset at) =>
        (PriceList.On(Kept, model, DateOnly.FromDateTime(at.UtcDateTime)) ?? PriceList.On(AsSet, model, DateOnly.MaxValue))?.CostOf(inputTokens, outputTokens);
}
