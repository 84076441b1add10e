using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>
/// A creator says what a picture shows, whose it is, and where its crops look. Texts take the words up with their next revision: what was sealed stays as it was read.
/// A moved focal point has the crops made anew. Errors: over-long words, <c>asset.focal_point</c>.
/// </summary>
[Requires(Permission.Write)]
public sealed record DescribeAsset(AssetId Asset, string AltText, string Credit, bool IsAi, int FocalX, int FocalY) : ICommand, IAbout<AssetId>
{
    public AssetId About => Asset;
}

internal sealed class DescribeAssetValidator : AbstractValidator<DescribeAsset>
{
    public DescribeAssetValidator()
    {
        RuleFor(c => c.AltText).Text("The alt text", Domain.Media.Asset.MaxAltText);
        RuleFor(c => c.Credit).Text("The credit", Domain.Media.Asset.MaxCredit);
    }
}

internal sealed class DescribeAssetHandler(IQuestDb db, Acting acting, IJobQueue jobs, TimeProvider clock) : ICommandHandler<DescribeAsset>
{
    public async Task<Result> Handle(DescribeAsset command, CancellationToken ct)
    {
        var asset = await db.Assets.FirstOrDefaultAsync(a => a.Id == command.Asset, ct);
        if (asset is null) return AssetErrors.NotFound;
        var moved = asset.PointAt(new FocalPoint(command.FocalX, command.FocalY), acting.Me);
        if (moved.Error is { } refusal) return refusal;
        if (moved.Value) jobs.Enqueue(JobKind.MakeRenditions, asset.Id.Value, clock.GetUtcNow());
        asset.Describe(command.AltText, command.Credit, command.IsAi, acting.Me);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
