using System.Security.Cryptography;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Application.Sites;

/// <summary>
/// An administrator makes a key for a program. Its secret is in this answer and nowhere else. Errors: name missing, over 80 characters or in two lines, an
/// unknown scope (Invalid), <c>keys.too_many</c> over 50 keys in use.
/// </summary>
[Requires(Permission.AdministerSite)]
public sealed record MakeSiteKey(SiteId Site, string Name, IReadOnlyList<KeyScope> Scopes) : ICommand<MadeSiteKey>, IAbout<SiteId>
{
    public SiteId About => Site;
}

/// <summary>The key and its secret, shown once.</summary>
public sealed record MadeSiteKey(SiteKeyId Key, KeySecret Secret);

internal sealed class MakeSiteKeyValidator : AbstractValidator<MakeSiteKey>
{
    public MakeSiteKeyValidator()
    {
        RuleFor(c => c.Name).Cascade(CascadeMode.Stop).Text("The name", SiteKey.MaxName)
            .Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("name.missing").WithMessage("Say which program the key is for.")
            .Must(n => !n.Any(char.IsControl)).WithErrorCode("name.lines").WithMessage("A name is one line.");
        RuleFor(c => c.Scopes).Must(scopes => scopes is not null && scopes.All(Enum.IsDefined)).WithErrorCode("scopes.unknown").WithMessage("There is no such scope. There are read, preview and write.");
    }
}

internal sealed class MakeSiteKeyHandler(IQuestDb db, Acting acting, TimeProvider clock) : ICommandHandler<MakeSiteKey, MadeSiteKey>
{
    private const int MostInUse = 50;
    private static readonly Error TooMany = Error.Conflict("keys.too_many", $"{MostInUse} keys are in use on this site. Revoke one that is not needed any more.");

    public async Task<Result<MadeSiteKey>> Handle(MakeSiteKey command, CancellationToken ct)
    {
        if (await db.SiteKeys.CountAsync(k => k.Site == command.Site && k.RevokedAt == null, ct) >= MostInUse) return TooMany;
        var now = clock.GetUtcNow();
        var secret = KeySecret.Of(RandomNumberGenerator.GetBytes(KeySecret.RandomBytes));
        var key = SiteKey.Issue(SiteKeyId.New(now), command.Site, command.Name, command.Scopes, secret, acting.Actor.Person, now);
        db.SiteKeys.Add(key);
        await db.SaveChangesAsync(ct);
        return new MadeSiteKey(key.Id, secret);
    }
}
