using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using NSec.Cryptography;
using Npgsql;
using QuestCms.Application.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>
/// One key signs for all replicas: whoever needs it first makes it, an index lets one be. It lies closed in the database, opened with the data-protection keys of the house; where it can't be
/// opened (restored beside another key ring), another one takes its place and the old one's public half goes on proving what it signed. It is asked for with each card, so that a key that was
/// changed on one replica is changed on all.
/// </summary>
internal sealed partial class CardSigner(NpgsqlDataSource database, IDataProtectionProvider protection, TimeProvider clock, ILogger<CardSigner> log) : ICardSigner
{
    private const int Tries = 5;
    private static readonly SignatureAlgorithm Ed25519 = SignatureAlgorithm.Ed25519;
    private readonly IDataProtector _box = protection.CreateProtector("delivery.provenance.v1");
    private volatile OpenKey? _open;

    private sealed record OpenKey(string Id, byte[] Seed, string Protected);

    public async Task<SignedPayload> SignAsync(ReadOnlyMemory<byte> payload, CancellationToken ct)
    {
        var key = await KeyAsync(ct);
        var encoded = Base64Url.EncodeToString(payload.Span);
        using var opened = Key.Import(Ed25519, key.Seed, KeyBlobFormat.RawPrivateKey);
        var signature = Ed25519.Sign(opened, Encoding.ASCII.GetBytes($"{key.Protected}.{encoded}"));
        return new SignedPayload(key.Id, key.Protected, encoded, Base64Url.EncodeToString(signature));
    }

    public async Task<string> RotateAsync(bool revoked, CancellationToken ct) => await MakeAsync(await IdAsync(ct), revoked, ct);

    /// <summary>RFC 7638: SHA-256 over the public key's required members, in base64url.</summary>
    internal static string IdOf(string x) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($$"""{"crv":"Ed25519","kty":"OKP","x":"{{x}}"}""")));

    private async Task<OpenKey> KeyAsync(CancellationToken ct)
    {
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var (id, closed) = await StoredAsync(ct);
            if (id is null) await MakeAsync(null, false, ct);
            else if (_open is { } open && open.Id == id) return open;
            else if (Open(closed!) is { } seed) return _open = new OpenKey(id, seed, HeaderOf(id));
            else
            {
                Log.NotOpened(log, id);
                await MakeAsync(id, false, ct);
            }
        }
        throw new InvalidOperationException("No key to sign provenance cards with could be made or opened.");
    }

    private byte[]? Open(byte[] closed)
    {
        try
        {
            return _box.Unprotect(closed);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<(string? Id, byte[]? Closed)> StoredAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select id, closed from planning.signing_keys where signs");
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader.GetString(0), reader.GetFieldValue<byte[]>(1)) : (null, null);
    }

    private async Task<string?> IdAsync(CancellationToken ct) => (await StoredAsync(ct)).Id;

    // In place of that one; where another process was faster, its key is the one.
    private async Task<string> MakeAsync(string? before, bool revoked, CancellationToken ct)
    {
        using var made = Key.Create(Ed25519, new KeyCreationParameters { ExportPolicy = KeyExportPolicies.AllowPlaintextExport });
        var x = Base64Url.EncodeToString(made.PublicKey.Export(KeyBlobFormat.RawPublicKey));
        var (id, seed, now) = (IdOf(x), made.Export(KeyBlobFormat.RawPrivateKey), clock.GetUtcNow().ToUniversalTime());
        var closed = _box.Protect(seed);
        CryptographicOperations.ZeroMemory(seed);
        try
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await using var batch = new NpgsqlBatch(connection, transaction);
            void Add(string sql, params object[] values)
            {
                var command = new NpgsqlBatchCommand(sql);
                foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
                batch.BatchCommands.Add(command);
            }
            if (before is not null)
            {
                Add("update planning.signing_keys set signs = false, closed = null where id = $1", before);
                Add("update delivery.provenance_keys set retired_at = coalesce(retired_at, $2), revoked_at = case when $3 then coalesce(revoked_at, $2) else revoked_at end where id = $1", before, now, revoked);
            }
            Add("insert into delivery.provenance_keys (id, x, made_at) values ($1, $2, $3)", id, x, now);
            Add("insert into planning.signing_keys (id, closed, signs) values ($1, $2, true)", id, closed);
            await batch.ExecuteNonQueryAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await IdAsync(ct) ?? id;
        }
        _open = null;
        Log.Made(log, id);
        return id;
    }

    private static string HeaderOf(string id) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($$"""{"alg":"EdDSA","kid":"{{id}}","typ":"quest-provenance+json"}"""));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Provenance cards are signed with the key {Id} from now on.")]
        public static partial void Made(ILogger log, string id);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The key {Id} can't be opened with this house's key ring: another one signs from now on. What it signed stays true.")]
        public static partial void NotOpened(ILogger log, string id);
    }
}
