using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Ai;

/// <summary>An answer that was asked for in a shape is looked at before it is told as whole; every other one is text and stands as it came.</summary>
internal static class AnswerReader
{
    /// <summary>Adds what the answer is to be kept as besides its text; saves nothing itself. A refusal says why it is no answer.</summary>
    public static Result Keep(IQuestDb db, Generation generation, string answer, DateTimeOffset now) => generation.Kind switch
    {
        GenerationKind.Assessment => AssessmentReader.Keep(db, generation, answer, now),
        GenerationKind.Claims => ClaimsAnswer.Read(answer) is { Error: { } off } ? off : Result.Done, // Review keeps them
        _ => Result.Done,
    };
}
