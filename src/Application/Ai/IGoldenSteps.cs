using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>Says of a trial, past its aggregate, which case is being asked: so that a process that died over one is noticed and nothing is paid twice.</summary>
public interface IGoldenSteps
{
    /// <summary>False when this case was begun before: whoever began it did not live to keep what came.</summary>
    Task<bool> BeginAsync(GoldenRunId run, int number, CancellationToken ct);

    /// <summary>The provider took nothing: the case counts as not begun.</summary>
    Task TakeBackAsync(GoldenRunId run, int number, CancellationToken ct);

    /// <summary>True when all AI is switched off. False also where that can't be asked just now.</summary>
    Task<bool> IsAiOffAsync(CancellationToken ct);
}
