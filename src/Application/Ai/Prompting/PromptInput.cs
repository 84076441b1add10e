using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;

namespace QuestCms.Application.Ai.Prompting;

/// <summary>Everything a prompt is written from.</summary>
/// <param name="Rewrites">A passage stands there already and is to be replaced.</param>
internal sealed record PromptInput(string Model, Brief Brief, string Title, ArticleKind ArticleKind, bool Rewrites = false)
{
    public static PromptInput Of(Generation generation, string title, ArticleKind kind) => new(generation.Model, generation.Brief, title, kind, generation.Replaces > 0);

    /// <summary>As they were when it was asked; of a request from before sites had templates of their own, the house's.</summary>
    public IReadOnlyList<TemplateSection> Sections => Brief.Sections.Length > 0 ? TemplateSection.Read(Brief.Sections) : Template.Of(ArticleKind).Sections;
}
