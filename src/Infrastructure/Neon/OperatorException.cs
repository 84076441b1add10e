namespace QuestCms.Infrastructure.Neon;

/// <summary>What an operator asked for can't be done; the message is a sentence for a person and holds no secret.</summary>
public sealed class OperatorException(string sentence) : Exception(sentence);
