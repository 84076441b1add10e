using System.Text;
using FluentValidation;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Common;

/// <summary>How every text from outside is checked: its length, and characters that can't be stored.</summary>
internal static class TextRules
{
    /// <summary>A failure with this code becomes 413 and not 400.</summary>
    public const string TooLargeCode = "body.too_large";

    public static IRuleBuilderOptions<T, string> Text<T>(this IRuleBuilder<T, string> rule, string name, int most) => rule
        .NotNull().WithErrorCode("text.missing").WithMessage($"{name} is missing.")
        .Must(text => text is null || text.Length <= most).WithErrorCode("text.too_long").WithMessage((_, text) => $"{name} has {text.Length:N0} characters; {most:N0} is the most.")
        .Must(text => text is null || !PlainText.HasForbidden(text)).WithErrorCode("text.forbidden_characters").WithMessage($"{name} holds characters that can't be stored (NUL, or half of a character pair). Remove them.");

    public static IRuleBuilderOptions<T, string> Body<T>(this IRuleBuilder<T, string> rule, int mostBytes) => rule
        .NotNull()
        .Must(text => text is null || Encoding.UTF8.GetByteCount(text) <= mostBytes).WithErrorCode(TooLargeCode).WithMessage(Domain.Content.ArticleErrors.BodyTooLarge.Message)
        .Must(text => text is null || !PlainText.HasForbidden(text)).WithErrorCode("text.forbidden_characters").WithMessage("The text holds characters that can't be stored (NUL, or half of a character pair). Remove them.");
}
