namespace QuestCms.Web.Live;

/// <summary>Live streams of the studio.</summary>
internal static class LiveEndpoints
{
    public static void MapLive(this WebApplication app)
    {
    }
}
