using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>
/// An administrator brings one picture of an export into a site, with what was known of it. It keeps its id where that is free; the same bytes on the same site are the picture that is there. Errors are those
/// of <see cref="IPictures.LookAsync"/>.
/// </summary>
/// <param name="File">As the export calls it: <c>media/ID.kind</c>.</param>
[Requires(Permission.AdministerSite)]
public sealed record ImportPicture(SiteId Site, string File, byte[] Bytes, string FileName, string AltText, string Credit, Making Making) : ICommand<AssetId>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ImportPictureValidator : AbstractValidator<ImportPicture>
{
    public ImportPictureValidator()
    {
        RuleFor(c => c.File).Text("The file", 500);
        RuleFor(c => c.FileName).NotNull();
        RuleFor(c => c.AltText).Text("The alt text", Asset.MaxAltText);
        RuleFor(c => c.Credit).Text("The credit", Asset.MaxCredit);
        RuleFor(c => c.Bytes).NotNull();
        RuleFor(c => c.Making).NotNull();
    }
}

internal sealed class ImportPictureHandler(IQuestDb db, Acting acting, AssetKeeper keeper, TimeProvider clock) : ICommandHandler<ImportPicture, AssetId>
{
    public async Task<Result<AssetId>> Handle(ImportPicture command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var wanted = AssetId.TryParse(Path.GetFileNameWithoutExtension(command.File), null, out var told) && !await db.Assets.AnyAsync(a => a.Id == told, ct) ? told : AssetId.New(now);
        var kept = await keeper.AddAsync(new NewAsset(wanted, command.Site, command.FileName, command.Bytes, command.Making, acting.Who) { AltText = command.AltText, Credit = command.Credit }, now, ct);
        if (kept.Error is { } refusal) return refusal;
        await db.SaveChangesAsync(ct);
        return kept.Value.Id;
    }
}
