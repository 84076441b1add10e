using System.Security.Cryptography;
using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>
/// An administrator brings one Markdown file into a site: one file, one message, one save. The file's identity is site and path. Run again, an unchanged
/// file changes nothing, a changed one becomes a new revision, and an article that a person changed since is left alone. Errors: <c>body.too_large</c>
/// (a file over 2 MB), <c>body.too_tangled</c>, <c>import.path</c>, <c>slug.taken</c>, <c>changed_meanwhile</c>.
/// </summary>
/// <param name="Path">Relative to the import's root, with forward slashes; at most 500 characters.</param>
/// <param name="Listing">Every file under the root, relative, so that missing images are known.</param>
/// <param name="Reserved">Slugs given to earlier files of the same run; they count as taken even where a dry run stored nothing.</param>
/// <param name="Publish">Take it over: readers see it, with the post's own date. No review is claimed.</param>
/// <param name="DryRun">Read and report; store nothing.</param>
[Requires(Permission.AdministerSite)]
public sealed record ImportMarkdownFile(SiteId Site, string Path, byte[] Bytes, IReadOnlySet<string> Listing, IReadOnlySet<string> Reserved, bool Publish = false, bool DryRun = false)
    : ICommand<ImportedPost>, IAbout<SiteId>
{
    /// <summary>A file over this many bytes is refused.</summary>
    public const int MostBytes = PostReader.MostBytes;

    /// <summary>Pictures of an export that were brought in before (<see cref="ImportPicture"/>), by the file they lay in.</summary>
    public IReadOnlyDictionary<string, AssetId> Pictures { get; init; } = new Dictionary<string, AssetId>();

    public SiteId About => Site;
}

/// <summary>What the import of one file came to.</summary>
public enum ImportOutcome { Created, Updated, Published, Unchanged, LeftAlone }

/// <summary>The outcome, the article's slug, whether readers see this state of the file, and what became of each part.</summary>
/// <param name="Say">Why it was left alone; null otherwise.</param>
public sealed record ImportedPost(ImportOutcome Outcome, string Slug, bool Live, FileReport Report, string? Say = null);

internal sealed class ImportMarkdownFileValidator : AbstractValidator<ImportMarkdownFile>
{
    public ImportMarkdownFileValidator()
    {
        RuleFor(c => c.Path).Text("The path", 500).Must(p => !string.IsNullOrWhiteSpace(p)).WithErrorCode("import.path").WithMessage("The path is missing.");
        RuleFor(c => c.Bytes).Must(b => b is { Length: <= PostReader.MostBytes }).WithErrorCode(TextRules.TooLargeCode).WithMessage("The file is over 2 MB.");
    }
}

internal sealed class ImportMarkdownFileHandler(PostKeeper keeper) : ICommandHandler<ImportMarkdownFile, ImportedPost>
{
    public Task<Result<ImportedPost>> Handle(ImportMarkdownFile command, CancellationToken ct) =>
        keeper.KeepAsync(new ToKeep(command.Site, command.Path, SHA256.HashData(command.Bytes), command.Reserved, command.Publish, command.DryRun,
            taken => PostReader.Read(new SourceFile(command.Path, command.Bytes, command.Listing, taken) { Pictures = command.Pictures })), ct);
}
