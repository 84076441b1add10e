namespace QuestCms.ArchitectureTests.Offenders.KnowsAVendor;

/// <summary>A domain type that knows a vendor.</summary>
internal sealed class Article
{
    public MediatR.Unit Nothing { get; }
}
