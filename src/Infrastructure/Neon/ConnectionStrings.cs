using Npgsql;

namespace QuestCms.Infrastructure.Neon;

/// <summary>Turns the address Neon gives (<c>postgresql://…</c>) or a key=value string into what Npgsql takes. What is wrong is said without the value.</summary>
public static class ConnectionStrings
{
    /// <summary>Connections at most, where nothing else is said.</summary>
    public const int DefaultPoolMax = 20;

    /// <summary>
    /// Statements a connection remembers as planned: the house asks a few hundred different ones, small ones, whose planning costs the server more than their answer.
    /// </summary>
    public const int MostPrepared = 300;

    /// <param name="verify"><c>sslmode=require</c> alone believes any certificate: raised to full verification.</param>
    /// <exception cref="FormatException">It is neither; the message never holds any part of it.</exception>
    public static string Parse(string value, int poolMax = DefaultPoolMax, bool verify = false)
    {
        NpgsqlConnectionStringBuilder builder;
        try
        {
            builder = value.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && value.Contains("://", StringComparison.Ordinal) ? FromUri(value) : new NpgsqlConnectionStringBuilder(value);
        }
        catch (Exception wrong) when (wrong is ArgumentException or UriFormatException or FormatException or OverflowException)
        {
            throw new FormatException("is neither a postgresql:// address nor a key=value connection string.");
        }
        if (string.IsNullOrEmpty(builder.Host)) throw new FormatException("names no host.");
        if (verify && builder.SslMode == SslMode.Require) builder.SslMode = SslMode.VerifyFull;
        // PgBouncer in transaction mode: a session belongs to nobody, so nothing may be reset or prepared on it.
        builder.MaxAutoPrepare = IsPooled(builder.Host) ? 0 : MostPrepared;
        builder.NoResetOnClose = true;
        builder.MaxPoolSize = poolMax;
        builder.GssEncryptionMode = GssEncryptionMode.Disable;
        return builder.ConnectionString;
    }

    /// <summary>The address past Neon's pooler, for migrations and LISTEN; the same one when it is not pooled.</summary>
    public static string Direct(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (!IsPooled(builder.Host)) return connectionString;
        var labels = builder.Host!.Split('.');
        labels[0] = labels[0][..^"-pooler".Length];
        builder.Host = string.Join('.', labels);
        return builder.ConnectionString;
    }

    private static bool IsPooled(string? host) => host?.Split('.')[0].EndsWith("-pooler", StringComparison.Ordinal) == true;

    private static NpgsqlConnectionStringBuilder FromUri(string value)
    {
        var uri = new Uri(value);
        var user = uri.UserInfo.Split(':', 2);
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = uri.IdnHost,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = Uri.UnescapeDataString(uri.AbsolutePath.TrimStart('/')),
        };
        foreach (var pair in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            var given = Uri.UnescapeDataString(pair[1]);
            switch (pair[0])
            {
                case "sslmode": builder.SslMode = Enum.Parse<SslMode>(given.Replace("-", "", StringComparison.Ordinal), ignoreCase: true); break;
                case "channel_binding": builder.ChannelBinding = Enum.Parse<ChannelBinding>(given, ignoreCase: true); break;
                case "application_name": builder.ApplicationName = given; break;
                case "connect_timeout": builder.Timeout = int.Parse(given); break;
                case "options": builder.Options = given; break;
            }
        }
        return builder;
    }
}
