using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Transfer;

/// <summary>
/// An administrator brings one piece of another system into a site: one piece, one message, one save. Its identity is site and path. Run again, an unchanged piece changes
/// nothing, a changed one becomes a new revision, and an article that a person changed here since is left alone. Errors: <c>body.too_large</c> (over 2 M characters),
/// <c>body.too_tangled</c>, <c>import.path</c>, <c>slug.taken</c>, <c>changed_meanwhile</c>.
/// </summary>
/// <param name="Reserved">Slugs given to earlier pieces of the same run; they count as taken even where a dry run stored nothing.</param>
/// <param name="Publish">Take over what was published there: readers see it, with its own date. No review is claimed. What was archived there is taken down.</param>
/// <param name="DryRun">Read and report; store nothing.</param>
[Requires(Permission.AdministerSite)]
public sealed record ImportPost(SiteId Site, ForeignPost Post, IReadOnlySet<string> Reserved, bool Publish = false, bool DryRun = false) : ICommand<ImportedPost>, IAbout<SiteId>
{
    public SiteId About => Site;
}

internal sealed class ImportPostValidator : AbstractValidator<ImportPost>
{
    public ImportPostValidator()
    {
        RuleFor(c => c.Post.Path).Text("The path", 500).Must(p => !string.IsNullOrWhiteSpace(p)).WithErrorCode("import.path").WithMessage("The path is missing.").OverridePropertyName("path");
        RuleFor(c => c.Post.Body).Must(b => b is { Length: <= ForeignPostReader.MostCharacters }).WithErrorCode(TextRules.TooLargeCode).WithMessage("The text is over 2 MB.").OverridePropertyName("body");
    }
}

internal sealed class ImportPostHandler(PostKeeper keeper) : ICommandHandler<ImportPost, ImportedPost>
{
    public Task<Result<ImportedPost>> Handle(ImportPost command, CancellationToken ct)
    {
        var post = command.Post;
        return keeper.KeepAsync(new ToKeep(command.Site, post.Path, post.Sha256(), command.Reserved, command.Publish, command.DryRun, taken => ForeignPostReader.Read(post, taken)) { Id = post.Id, IsArchived = post.State == ForeignState.Archived }, ct);
    }
}
