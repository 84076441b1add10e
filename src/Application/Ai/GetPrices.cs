using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>What models cost, as it is kept and as an operator set it, one price on each line.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record GetPrices : IQuery<PricesInWords>;

public sealed record PricesInWords(string Kept, string AsSet);

internal sealed class GetPricesHandler(IQuestDb db, IModelPrices setting) : IQueryHandler<GetPrices, PricesInWords>
{
    public async Task<Result<PricesInWords>> Handle(GetPrices query, CancellationToken ct) =>
        new PricesInWords(string.Join('\n', (await db.PriceLists.AsNoTracking().FirstOrDefaultAsync(ct))?.Prices ?? []), string.Join('\n', setting.AsSet));
}
