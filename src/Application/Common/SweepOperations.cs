using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Common;

/// <summary>Forgets which forms and calls were stored more than a day ago: a repeated one comes within minutes. Safe to run at once from several processes.</summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record SweepOperations : ICommand;

/// <summary>The rows that say which operation was stored; implemented where the table is.</summary>
public interface IOperationLog
{
    /// <summary>Removes what is older, a few thousand rows a statement.</summary>
    /// <param name="before">UTC.</param>
    Task ForgetAsync(DateTimeOffset before, CancellationToken ct);

    /// <summary>What was answered when the operation of this scope was stored. Null when it was not stored, or kept no answer.</summary>
    Task<KeptAnswer<T>?> AnswerAsync<T>(Acting acting, CancellationToken ct) where T : class;
}

/// <param name="IsSameCall">False when the operation was stored for a call with other content.</param>
public sealed record KeptAnswer<T>(bool IsSameCall, T Answer) where T : class;

internal sealed class SweepOperationsHandler(IOperationLog operations, TimeProvider clock) : ICommandHandler<SweepOperations>
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public async Task<Result> Handle(SweepOperations command, CancellationToken ct)
    {
        await operations.ForgetAsync(clock.GetUtcNow() - Kept, ct);
        return Result.Done;
    }
}
