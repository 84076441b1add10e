namespace QuestCms.Application.Ai;

/// <summary>Names of the models in use: one for drafts and passages, a faster one for small things.</summary>
public sealed record WriterModels(string Default, string Fast);
