using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>A house administrator keeps what models cost, one price on each line; later requests are reserved and settled by it, earlier ones keep theirs. Errors: <c>prices.malformed</c>, <c>prices.too_many</c>.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record ChangePrices(string Prices) : ICommand;

internal sealed class ChangePricesValidator : AbstractValidator<ChangePrices>
{
    public ChangePricesValidator() => RuleFor(c => c.Prices).Text("The list of prices", PriceList.MaxLength);
}

internal sealed class ChangePricesHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<ChangePrices>
{
    public async Task<Result> Handle(ChangePrices command, CancellationToken ct)
    {
        var list = await db.PriceLists.FirstOrDefaultAsync(ct);
        if (list is null) db.PriceLists.Add(list = PriceList.Empty());
        var changed = list.Change(command.Prices, acting.Actor.Person, clock.GetUtcNow());
        if (changed.Refused) return changed;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
