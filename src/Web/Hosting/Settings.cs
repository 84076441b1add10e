using QuestCms.Infrastructure.Neon;

namespace QuestCms.Web.Hosting;

/// <summary>Reads settings that have a form. What is wrong stops the start with one line that names the setting and never shows its value.</summary>
internal static class Settings
{
    public const int DefaultPort = 8080;

    /// <summary>Null when it is not set.</summary>
    /// <exception cref="SettingException">Not a whole number of that range.</exception>
    public static int? Number(IConfiguration configuration, string name, int least, int most)
    {
        if (configuration[name] is not { Length: > 0 } given) return null;
        return int.TryParse(given, out var number) && number >= least && number <= most ? number : throw new SettingException(name, $"is not a number from {least} to {most}.");
    }

    /// <summary>Null when it is not set.</summary>
    /// <exception cref="SettingException">None of the words.</exception>
    public static T? Word<T>(IConfiguration configuration, string name) where T : struct, Enum
    {
        if (configuration[name] is not { Length: > 0 } given) return null;
        return Enum.TryParse<T>(given, ignoreCase: true, out var word) && Enum.IsDefined(word) && !char.IsAsciiDigit(given[0]) ? word
            : throw new SettingException(name, $"is none of {string.Join(", ", Enum.GetNames<T>())}.");
    }

    /// <summary>A PostgreSQL address for Npgsql; null when it is not set.</summary>
    /// <exception cref="SettingException">Neither a postgresql:// address nor a key=value string.</exception>
    public static string? Address(IHostEnvironment environment, IConfiguration configuration, string name)
    {
        if (configuration[name] is not { } given || string.IsNullOrWhiteSpace(given)) return null;
        var connections = Number(configuration, "QUEST_DB_POOL_MAX", 1, 1000) ?? ConnectionStrings.DefaultPoolMax;
        var tls = configuration["QUEST_DB_TLS"];
        if (!string.IsNullOrEmpty(tls) && tls != "encrypt-only") throw new SettingException("QUEST_DB_TLS", "can only be encrypt-only.");
        try
        {
            return ConnectionStrings.Parse(given.Trim(), connections, verify: environment.IsProduction() && string.IsNullOrEmpty(tls));
        }
        catch (FormatException wrong)
        {
            throw new SettingException(name, wrong.Message);
        }
    }

    /// <summary>Where the house is found from outside, without a slash at the end: as it was given, else where the application that is open on this data says it is.</summary>
    /// <exception cref="SettingException">QUEST_PUBLIC_URL is no http(s) address.</exception>
    public static string PublicAddress(IConfiguration configuration) => GivenPublicAddress(configuration) ?? (Port(configuration) is null ? Open(configuration) : null) ?? $"http://localhost:{Port(configuration) ?? DefaultPort}";

    private static string? Open(IConfiguration configuration)
    {
        var file = Listening.AddressFile(configuration);
        return File.Exists(file) && Uri.TryCreate(File.ReadAllText(file), UriKind.Absolute, out var address) ? address.OriginalString.TrimEnd('/') : null;
    }

    /// <summary>The same as QUEST_PUBLIC_URL or the platform says it; null where neither does.</summary>
    /// <exception cref="SettingException">QUEST_PUBLIC_URL is no http(s) address.</exception>
    public static string? GivenPublicAddress(IConfiguration configuration)
    {
        if (configuration["QUEST_PUBLIC_URL"] is { Length: > 0 } url)
            return Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? url.TrimEnd('/') : throw new SettingException("QUEST_PUBLIC_URL", "is no http(s) address.");
        return configuration["RAILWAY_PUBLIC_DOMAIN"] is { Length: > 0 } domain ? $"https://{domain}" : null;
    }

    /// <summary>Null when it is not set.</summary>
    public static int? Port(IConfiguration configuration) => Number(configuration, "PORT", 1, 65535);
}
