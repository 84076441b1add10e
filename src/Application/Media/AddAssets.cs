using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Media;

/// <summary>
/// A creator brings pictures to the library of a site. Each file is looked at by itself: what is no picture is refused with a sentence and the others are kept. Nothing
/// kept at all is a refusal: the first file's. The same bytes once more are the asset that is there. A program with a key may bring them too.
/// </summary>
[Requires(Permission.Write), OpenToKeys(Permission.WriteAsAgent)]
public sealed record AddAssets(SiteId Site, IReadOnlyList<BroughtFile> Files, string AltText = "", string Credit = "") : ICommand<AddedAssets>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>A file on its way in. Its name and length are what the sender says.</summary>
public sealed record BroughtFile(string Name, Stream Content);

/// <summary>What became of the files, in their order.</summary>
public sealed record AddedAssets(IReadOnlyList<AddedAsset> Added, IReadOnlyList<(string Name, Error Error)> Refused);

/// <param name="Address">The rendition that stands in a text.</param>
public sealed record AddedAsset(AssetId Id, string Name, string Address, string AltText);

internal sealed class AddAssetsValidator : AbstractValidator<AddAssets>
{
    /// <summary>Files at once.</summary>
    public const int Most = 10;

    public AddAssetsValidator()
    {
        RuleFor(c => c.Files).Must(f => f.Count > 0).WithErrorCode("file.missing").WithMessage("Choose a file first.").OverridePropertyName("file");
        RuleFor(c => c.Files).Must(f => f.Count <= Most).WithErrorCode("file.too_many").WithMessage($"{Most} files at once are the most.").OverridePropertyName("file");
        RuleFor(c => c.AltText).Text("The alt text", Asset.MaxAltText);
        RuleFor(c => c.Credit).Text("The credit", Asset.MaxCredit);
    }
}

internal sealed class AddAssetsHandler(IQuestDb db, Acting acting, AssetKeeper keeper, TimeProvider clock) : ICommandHandler<AddAssets, AddedAssets>
{
    public async Task<Result<AddedAssets>> Handle(AddAssets command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var (added, refused) = (new List<AddedAsset>(), new List<(string, Error)>());
        foreach (var file in command.Files)
        {
            var bytes = await ReadAsync(file.Content, ct);
            var asked = new NewAsset(AssetId.New(now.AddMilliseconds(added.Count)), command.Site, file.Name, bytes, Making.Uploaded, acting.Who) { AltText = command.AltText, Credit = command.Credit };
            var kept = await keeper.AddAsync(asked, now.AddMilliseconds(added.Count), ct);
            if (kept.Error is { } error) refused.Add((file.Name, error));
            else added.Add(new(kept.Value.Id, kept.Value.FileName, PictureAddress.InText(kept.Value), kept.Value.AltText));
        }
        if (added.Count == 0) return refused[0].Item2;
        var answer = new AddedAssets([.. added.DistinctBy(a => a.Id)], refused);
        acting.Answer = answer;
        await db.SaveChangesAsync(ct);
        return answer;
    }

    // One byte more than is taken is enough to know: an endless file is not read to its end.
    private static async Task<byte[]> ReadAsync(Stream content, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while (whole.Length <= Asset.MaxBytes && (read = await content.ReadAsync(buffer, ct)) > 0) whole.Write(buffer, 0, read);
        return whole.ToArray();
    }
}
