using Npgsql;
using QuestCms.Application.Common;

namespace QuestCms.Infrastructure.Neon.Common;

/// <summary>A unique index is where two clicks at once are told apart; the loser changed nothing and hears that someone was first.</summary>
internal static class Uniqueness
{
    public static Exception? Translate(Exception fault)
    {
        var violation = fault as PostgresException ?? fault.InnerException as PostgresException;
        return violation?.SqlState == PostgresErrorCodes.UniqueViolation ? new UniqueViolationException(violation.ConstraintName ?? "", fault) : null;
    }
}
