using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Ai.Prompting;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>Which version of each prompt runs in this house.</summary>
internal static class RunningPrompts
{
    public static async Task<PromptChoice> ChoiceOfAsync(this IQuestDb db, Prompt prompt, CancellationToken ct) =>
        await db.PromptChoices.AsNoTracking().FirstOrDefaultAsync(c => c.Prompt == prompt.Name, ct) ?? PromptChoice.Of(prompt.Name, prompt.Runs);

    /// <summary>Its name, as <c>draft/2</c>. A choice whose version the house no longer has counts as none.</summary>
    public static async Task<string> RunningAsync(this IQuestDb db, GenerationKind kind, CancellationToken ct)
    {
        var prompt = Prompts.Of(kind);
        var chosen = await db.PromptChoices.AsNoTracking().Where(c => c.Prompt == prompt.Name).Select(c => (int?)c.Running).FirstOrDefaultAsync(ct);
        return chosen is { } number && prompt.Version(number) is not null ? prompt.Label(number) : prompt.Running;
    }
}
