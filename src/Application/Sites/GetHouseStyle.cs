using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>How a site sounds, for the form that changes it. A site that said nothing has four empty parts.</summary>
[Requires(Permission.AdministerSite)]
public sealed record GetHouseStyle(SiteId Site) : IQuery<HouseStyleText>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>Voice, words to use and to avoid, a passage that shows it.</summary>
public sealed record HouseStyleText(string Voice, string Use, string Avoid, string Example);

internal sealed class GetHouseStyleHandler(IQuestDb db) : IQueryHandler<GetHouseStyle, HouseStyleText>
{
    public async Task<Result<HouseStyleText>> Handle(GetHouseStyle query, CancellationToken ct) =>
        await db.HouseStyles.AsNoTracking().Where(s => s.Site == query.Site).Select(s => new HouseStyleText(s.Voice, s.Use, s.Avoid, s.Example)).FirstOrDefaultAsync(ct) ?? new HouseStyleText("", "", "", "");
}
