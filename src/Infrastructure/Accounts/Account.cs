using Microsoft.AspNetCore.Identity;

namespace QuestCms.Infrastructure.Accounts;

/// <summary>How a person proves who they are; its id is the person's.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>True until the person chose a password of their own.</summary>
    public bool MustChangePassword { get; set; }
}
