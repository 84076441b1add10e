using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>What an operator set as prices of models; they hold where the administration keeps none, whatever their date.</summary>
public interface IModelPrices
{
    IReadOnlyList<ModelPrice> AsSet { get; }
}
