namespace QuestCms.ArchitectureTests.Offenders.UsesAHigherModule;

/// <summary>A lower module that reaches up.</summary>
internal sealed class Asset
{
    public QuestCms.Domain.Content.ArticleId UsedIn { get; }
}
