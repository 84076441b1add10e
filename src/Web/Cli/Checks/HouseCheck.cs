using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using QuestCms.Application.Media;
using QuestCms.Infrastructure.Accounts;
using QuestCms.Web.Hosting;

namespace QuestCms.Web.Cli.Checks;

/// <summary>Where pictures lie, under which address the house is found, and what protects its keys.</summary>
internal sealed class HouseCheck(IConfiguration configuration, IHostEnvironment environment, IMediaStorage? storage) : ICheck
{
    public async IAsyncEnumerable<Found> LookAsync([EnumeratorCancellation] CancellationToken ct)
    {
        if (storage is not null) yield return await StorageAsync(storage, ct);

        if (Settings.GivenPublicAddress(configuration) is not { } address)
            yield return new("public address", environment.IsProduction() ? Finding.Wrong : Finding.Noted, "No setting says under which address the house is found: links in mails lead to this machine.", "Set QUEST_PUBLIC_URL; Railway sets RAILWAY_PUBLIC_DOMAIN by itself once the service has a domain.");
        else if (environment.IsProduction() && !address.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            yield return new("public address", Finding.Wrong, $"{address} is not https: nobody can sign in there.", "Set QUEST_PUBLIC_URL to the https address.");
        else yield return new("public address", Finding.Fine, address);

        if (KeyCertificate.From(configuration) is not [var certificate, ..])
            yield return new("keys", Finding.Noted, "The data-protection keys lie in the database as they are: who reads the database or a backup can open them.", "Set QUEST_KEY_CERTIFICATE; docs/configuration.md says how one is made.");
        else yield return new("keys", Finding.Fine, $"A certificate protects the data-protection keys (until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}; it protects beyond that day too).");
    }

    private static async Task<Found> StorageAsync(IMediaStorage storage, CancellationToken ct)
    {
        var under = $"doctor-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        try
        {
            await using (var probe = new MemoryStream([1, 2, 3])) await storage.PutAsync($"{under}/probe", probe, ct);
            await using (var back = await storage.OpenAsync($"{under}/probe", ct))
                if (back is null) return new("storage", Finding.Wrong, $"What is put into the {storage.Kind} is not there afterwards.", "Look at QUEST_STORAGE.");
            await storage.DeleteAllAsync(under, ct);
            return new("storage", Finding.Fine, $"Pictures lie in the {storage.Kind}; one can be put there, read and removed.");
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException or Npgsql.NpgsqlException)
        {
            return new("storage", Finding.Wrong, $"Nothing can be put into the {storage.Kind} ({closed.GetType().Name}).", "Look at QUEST_STORAGE: the place must exist, have room, and be writable for this user.");
        }
    }
}
