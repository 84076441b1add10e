namespace QuestCms.Web.Hosting;

/// <summary>Addresses that leave the house: from QUEST_PUBLIC_URL or the platform's domain where one is set, so that nobody's Host header gets into a page that others read.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    private readonly string? _given = Settings.GivenPublicAddress(configuration);

    /// <summary>A setting says it: no page depends on the host that was asked.</summary>
    public bool IsGiven => _given is not null;

    /// <summary>Null where no setting says it.</summary>
    public Uri? Given => _given is null ? null : new Uri(_given);

    /// <summary>A passkey belongs to a name, and opens at that name and below it; a number of a machine has none.</summary>
    public bool HoldsPasskeys(HttpRequest request)
    {
        var (host, name) = (request.Host.Host, Given?.IdnHost ?? request.Host.Host);
        return Uri.CheckHostName(name) == UriHostNameType.Dns && (host.Equals(name, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase));
    }

    /// <param name="request">Says the host where no setting does.</param>
    /// <param name="path">From the root, beginning with a slash.</param>
    public string Of(HttpRequest request, string path) => (_given ?? $"{request.Scheme}://{request.Host}") + path;
}
