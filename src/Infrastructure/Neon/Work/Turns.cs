using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql;

namespace QuestCms.Infrastructure.Neon.Work;

/// <summary>Work that one process of all does once in a while: a row for each says when it was done last, in database time. Who takes the turn has it; broken off, the next turn does it.</summary>
internal sealed class Turns(NpgsqlDataSource database)
{
    public const string Upkeep = "upkeep";

    private const string Take = """
        insert into work.turns as t (name, at) values ($1, now())
        on conflict (name) do update set at = excluded.at where t.at <= now() - $2 returning true
        """;

    /// <summary>Zero when the turn is this process's now; else how long until somebody's.</summary>
    public async Task<TimeSpan> TakeAsync(string name, TimeSpan every, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Take);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = every });
        if (await command.ExecuteScalarAsync(ct) is true) return TimeSpan.Zero;
        await using var asked = database.CreateCommand("select at + $2 - now() from work.turns where name = $1");
        asked.Parameters.Add(new() { Value = name });
        asked.Parameters.Add(new() { Value = every });
        return await asked.ExecuteScalarAsync(ct) is TimeSpan left && left > TimeSpan.Zero ? left : TimeSpan.FromMinutes(1);
    }
}

/// <summary>When a turn was taken last. It stands in the model for its migration; the SQL of <see cref="Turns"/> reads and writes it.</summary>
internal sealed class Turn
{
    public string Name { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

internal sealed class TurnConfiguration : IEntityTypeConfiguration<Turn>
{
    public void Configure(EntityTypeBuilder<Turn> builder)
    {
        builder.ToTable("turns", "work");
        builder.HasKey(t => t.Name);
        builder.Property(t => t.Name).HasMaxLength(40);
    }
}
