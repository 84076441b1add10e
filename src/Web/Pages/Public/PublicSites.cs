using QuestCms.Web.Api.Delivery.Feeds;

namespace QuestCms.Web.Pages.Public;

/// <summary>Registers what the public pages and feeds are made with.</summary>
internal static class PublicSites
{
    public static void AddPublicSites(this IServiceCollection services) => services.AddSingleton<SiteFrames>().AddSingleton<SiteReading>().AddSingleton<SiteHtml>().AddSingleton<PieceHtml>().AddSingleton<ArticlePages>().AddSingleton(new SiteMapSize());
}
