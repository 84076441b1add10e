using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Content;

/// <summary>
/// An administrator says which sections a kind of article has on the site, 1 to 12, each with a heading and a sentence of guidance. They hold from the next outline and the next
/// request to Claude on; no text that is there changes. Errors: those of <see cref="SiteTemplate.Change"/>.
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeTemplate(SiteId Site, ArticleKind Kind, IReadOnlyList<TemplateSection> Sections) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeTemplateValidator : AbstractValidator<ChangeTemplate>
{
    private const int MaxText = 10_000;

    public ChangeTemplateValidator()
    {
        RuleFor(c => c.Kind).IsInEnum().WithMessage("Choose one of the kinds.");
        RuleForEach(c => c.Sections).ChildRules(section =>
        {
            section.RuleFor(s => s.Heading).Text("A heading", MaxText).OverridePropertyName("headings");
            section.RuleFor(s => s.Guidance).Text("The guidance", MaxText).OverridePropertyName("guidance");
        }).OverridePropertyName("sections");
    }
}

internal sealed class ChangeTemplateHandler(IQuestDb db) : ICommandHandler<ChangeTemplate>
{
    public async Task<Result> Handle(ChangeTemplate command, CancellationToken ct)
    {
        var template = await db.SiteTemplates.FirstOrDefaultAsync(t => t.Site == command.Site && t.Kind == command.Kind, ct);
        if (template is null) db.SiteTemplates.Add(template = SiteTemplate.Of(command.Site, command.Kind));
        if (template.Change([.. command.Sections.Select(s => new TemplateSection(OneLine(s.Heading), OneLine(s.Guidance)))]).Error is { } off) return off;
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[])['\r', '\n', '\t'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).TrimStart('#', ' ');
}
