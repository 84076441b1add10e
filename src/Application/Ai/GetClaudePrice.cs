using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>What asking Claude costs today: US dollars per million tokens read and written, so that the editor can say it before a call.</summary>
[Requires(Permission.ReadSite)]
public sealed record GetClaudePrice(ArticleId Article) : IQuery<ClaudePrice>, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

/// <summary>Null where no price is set.</summary>
public sealed record ClaudePrice(decimal? Reading, decimal? Writing);

internal sealed class GetClaudePriceHandler(ModelPricing pricing, WriterModels models, TimeProvider clock) : IQueryHandler<GetClaudePrice, ClaudePrice>
{
    private const int Million = 1_000_000;

    public async Task<Result<ClaudePrice>> Handle(GetClaudePrice query, CancellationToken ct)
    {
        var (prices, now) = (await pricing.LoadAsync(ct), clock.GetUtcNow());
        return new ClaudePrice(prices.CostOf(models.Default, Million, 0, now), prices.CostOf(models.Default, 0, Million, now));
    }
}
