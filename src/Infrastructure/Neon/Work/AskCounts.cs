using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;
using QuestCms.Application.Identity;

namespace QuestCms.Infrastructure.Neon.Work;

/// <summary>Counts what anyone may ask for, by hash, across replicas, in database time: one statement whatever the answer.</summary>
internal sealed class AskCounts(NpgsqlDataSource database) : IAskLimits
{
    private const string Take = """
        insert into work.ask_counts as c (key, until, used) values ($1, now() + $2, 1)
        on conflict (key) do update set until = case when c.until < now() then excluded.until else c.until end,
            used = case when c.until < now() then 1 else least(c.used + 1, 1000000) end
        returning used
        """;

    public async Task<bool> TakeAsync(string what, int most, TimeSpan window, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Take);
        command.Parameters.Add(new() { Value = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(what)).AsSpan(0, 16)) });
        command.Parameters.Add(new() { Value = window });
        return await command.ExecuteScalarAsync(ct) is int used && used <= most;
    }
}

/// <summary>How often something was asked for until a moment. It stands in the model for its migration; the SQL of <see cref="AskCounts"/> reads and writes it.</summary>
internal sealed class AskCount
{
    public Guid Key { get; private set; }
    public DateTimeOffset Until { get; private set; }
    public int Used { get; private set; }
}

internal sealed class AskCountConfiguration : IEntityTypeConfiguration<AskCount>
{
    public void Configure(EntityTypeBuilder<AskCount> builder)
    {
        builder.ToTable("ask_counts", "work");
        builder.HasKey(c => c.Key);
        builder.HasIndex(c => c.Until);
    }
}
