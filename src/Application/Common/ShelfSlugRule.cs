using FluentValidation;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Common;

/// <summary>How the address of a category or a byline is checked when it is changed; empty leaves it as it is.</summary>
internal static class ShelfSlugRule
{
    public static IRuleBuilderOptions<T, string> ShelfSlug<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop).Text("The address", Slug.Max)
        .Must(s => s.Trim() is "" || Slug.IsValid(s.Trim())).WithErrorCode("slug.malformed").WithMessage($"An address has lower-case letters, digits and single hyphens between them, at most {Slug.Max} characters.");
}
