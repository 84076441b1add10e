namespace QuestCms.ArchitectureTests.Offenders.KnowsAPlug;

/// <summary>A use case that knows the host.</summary>
internal sealed class SubmitHandler(Microsoft.AspNetCore.Http.HttpContext context)
{
    public string Path => context.Request.Path;
}
