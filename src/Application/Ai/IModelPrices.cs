namespace QuestCms.Application.Ai;

/// <summary>What a model costs today; a process boundary, because prices are the provider's.</summary>
public interface IModelPrices
{
    /// <summary>US dollars; null where no price is set.</summary>
    decimal? CostOf(string model, int inputTokens, int outputTokens);
}
