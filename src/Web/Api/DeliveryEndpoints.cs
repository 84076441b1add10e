namespace QuestCms.Web.Api;

/// <summary>The delivery API.</summary>
internal static class DeliveryEndpoints
{
    public static void AddPublicApi(this IServiceCollection services)
    {
    }

    public static void MapDelivery(this WebApplication app)
    {
    }
}
