namespace QuestCms.Application.Ai;

/// <summary>What one picture of a model costs today; a process boundary, because prices are the provider's.</summary>
public interface IPicturePrices
{
    /// <summary>US dollars; null where no price is set.</summary>
    decimal? CostOf(string model);
}
