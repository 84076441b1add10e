using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>An administrator says how the site sounds; Claude is told it from the next request on. Errors: a part over its limit.</summary>
[Requires(Permission.AdministerSite)]
public sealed record ChangeHouseStyle(SiteId Site, string Voice, string Use, string Avoid, string Example) : ICommand, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ChangeHouseStyleValidator : AbstractValidator<ChangeHouseStyle>
{
    public ChangeHouseStyleValidator()
    {
        RuleFor(c => c.Voice).Text("The voice", HouseStyle.MaxVoice);
        RuleFor(c => c.Use).Text("The list of words to use", HouseStyle.MaxWords);
        RuleFor(c => c.Avoid).Text("The list of words to avoid", HouseStyle.MaxWords);
        RuleFor(c => c.Example).Text("The example", HouseStyle.MaxExample);
    }
}

internal sealed class ChangeHouseStyleHandler(IQuestDb db) : ICommandHandler<ChangeHouseStyle>
{
    public async Task<Result> Handle(ChangeHouseStyle command, CancellationToken ct)
    {
        var style = await db.HouseStyles.FirstOrDefaultAsync(s => s.Site == command.Site, ct);
        if (style is null) db.HouseStyles.Add(style = HouseStyle.Of(command.Site));
        style.Change(PlainText.WithLf(command.Voice), PlainText.WithLf(command.Use), PlainText.WithLf(command.Avoid), PlainText.WithLf(command.Example));
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
