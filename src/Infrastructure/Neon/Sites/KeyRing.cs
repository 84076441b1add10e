using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

/// <summary>Keys by their prefix, checked against the kept hash in constant time. What is no key takes the way of one that is not there.</summary>
internal sealed class KeyRing(NpgsqlDataSource database, TimeProvider clock) : IKeyRing
{
    private const int MostRemembered = 2_000;
    private const int UseEverySeconds = 60;
    private static readonly byte[] NoHash = new byte[SHA256.HashSizeInBytes];
    private readonly ConcurrentDictionary<string, Remembered> _byPrefix = [];
    private readonly ConcurrentDictionary<SiteKeyId, Remembered> _byId = [];
    private readonly ConcurrentDictionary<SiteKeyId, DateTimeOffset> _used = [];

    private sealed record Remembered(KeyGrant? Grant, byte[] Hash, DateTimeOffset At);

    public async Task<KeyGrant?> OpenAsync(string given, CancellationToken ct)
    {
        var hash = KeySecret.HashOf(given);
        var prefix = KeySecret.PrefixOf(given) ?? string.Concat("no_", Convert.ToHexStringLower(hash.AsSpan(0, 5)));
        var found = await RememberAsync(_byPrefix, prefix, "k.prefix = $1", prefix, ct);
        var isSame = CryptographicOperations.FixedTimeEquals(hash, found.Hash);
        if (!isSame || found.Grant is not { } grant) return null;
        // The message it sends is asked about by id in the same moment: the look was the same.
        if (!_byId.TryGetValue(grant.Key, out var known) || known.At < found.At) _byId[grant.Key] = found;
        await NoteUseAsync(grant.Key, ct);
        return grant;
    }

    public async Task<KeyGrant?> OfAsync(SiteKeyId key, CancellationToken ct) => (await RememberAsync(_byId, key, "k.id = $1", key.Value, ct)).Grant;

    private async Task<Remembered> RememberAsync<T>(ConcurrentDictionary<T, Remembered> memory, T what, string where, object value, CancellationToken ct) where T : notnull
    {
        var now = clock.GetUtcNow();
        if (memory.TryGetValue(what, out var known) && now - known.At is var age && age >= TimeSpan.Zero && age < IKeyRing.Longest) return known;
        if (memory.Count >= MostRemembered) memory.Clear();
        return memory[what] = await ReadAsync(where, value, now, ct);
    }

    private async Task<Remembered> ReadAsync(string where, object value, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select k.id, k.site, s.slug, k.name, k.scopes, k.hash from sites.keys k join sites.sites s on s.id = k.site where {where} and k.revoked_at is null");
        command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return new Remembered(null, NoHash, now);
        var scopes = reader.GetFieldValue<string[]>(4).Select(Enum.Parse<KeyScope>).ToList();
        return new Remembered(new KeyGrant(SiteKeyId.From(reader.GetGuid(0)), SiteId.From(reader.GetGuid(1)), reader.GetString(2), reader.GetString(3), scopes), reader.GetFieldValue<byte[]>(5), now);
    }

    // The version does not move: who used a key when is no change of the key.
    private async Task NoteUseAsync(SiteKeyId key, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (_used.TryGetValue(key, out var last) && (now - last).TotalSeconds < UseEverySeconds) return;
        if (_used.Count >= MostRemembered) _used.Clear();
        _used[key] = now;
        await using var command = database.CreateCommand("update sites.keys set last_used_at = $2 where id = $1 and (last_used_at is null or last_used_at < $2 - make_interval(secs => $3))");
        command.Parameters.Add(new NpgsqlParameter { Value = key.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = now.ToUniversalTime() });
        command.Parameters.Add(new NpgsqlParameter { Value = (double)UseEverySeconds });
        await command.ExecuteNonQueryAsync(ct);
    }
}
