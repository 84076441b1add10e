namespace QuestCms.Infrastructure.Neon;

/// <summary>Where the database is found; each a string Npgsql takes.</summary>
/// <param name="Main">For everything; may lead through a pooler.</param>
/// <param name="Direct">Past the pooler, for migrations.</param>
/// <param name="Delivery">A read-only role or a replica for published content; null for the main one.</param>
public sealed record DatabaseAddresses(string Main, string Direct, string? Delivery)
{
    public static DatabaseAddresses Of(string main) => new(main, ConnectionStrings.Direct(main), null);

    // A record prints its members: passwords must never be among them.
    public override string ToString() => nameof(DatabaseAddresses);
}
