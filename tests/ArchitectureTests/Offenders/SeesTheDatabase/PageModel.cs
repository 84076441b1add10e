namespace QuestCms.ArchitectureTests.Offenders.SeesTheDatabase;

/// <summary>A page that sees the database.</summary>
internal sealed class PageModel(QuestCms.Infrastructure.Neon.QuestDb db)
{
    public bool HasDatabase => db is not null;
}
