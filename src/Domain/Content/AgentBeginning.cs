using QuestCms.Domain.Sites;

namespace QuestCms.Domain.Content;

/// <summary>How an agent began an article: the site key it came with, its name as people read it, and the title it gave, whose words are the agent's.</summary>
public sealed record AgentBeginning(SiteKeyId Key, string Name, string Title);
