namespace QuestCms.Domain.Common;

/// <summary>News that who looks after the safety of the house reads first: who could not sign in, who was refused, whose roles or keys changed. The trail keeps it as one category.</summary>
public interface ISecurityEvent;
