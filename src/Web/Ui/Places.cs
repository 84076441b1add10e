namespace QuestCms.Web.Ui;

/// <summary>How the layouts call places, pages and the house.</summary>
public static class Places
{
    public static string NameOf(Place place) => place switch
    {
        Place.MyWork => "My work",
        Place.None => "Quest",
        _ => place.ToString(),
    };

    public static string IconOf(Place place) => place switch
    {
        Place.MyWork => "home",
        Place.Articles => "list",
        Place.Review => "review",
        Place.Media => "media",
        Place.Generations or Place.Claude or Place.Prompts => "claude",
        Place.Claims => "check",
        Place.People => "people",
        Place.Settings => "gear",
        Place.Categories => "folder",
        Place.Redirects => "arrow",
        Place.Templates => "doc",
        Place.Keys => "key",
        Place.Webhooks => "link",
        Place.Mails => "mail",
        Place.House => "hist",
        Place.Sites => "globe",
        _ => "audit",
    };

    public static bool IsAdministration(Place place) => place >= Place.People;

    /// <summary>"Articles · Relocation · Quest"; outside Production the environment's name stands before it.</summary>
    public static string TitleOf(string? page, string? site, string? environment) =>
        string.Join(" · ", new[] { environment, page, site, "Quest" }.Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>The environment in words; null in Production, where nothing is to be said.</summary>
    public static string? EnvironmentOf(IHostEnvironment host) => host.IsProduction() ? null : host.EnvironmentName;
}
