using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Delivery;

namespace QuestCms.Application.Delivery;

/// <summary>What an administrator says of a webhook.</summary>
/// <param name="Wanted">Types of events; empty: all, those to come too.</param>
public sealed record WebhookTerms(string Address, string Description, IReadOnlyList<string> Wanted);

internal sealed class WebhookTermsRules : AbstractValidator<WebhookTerms>
{
    public WebhookTermsRules()
    {
        RuleFor(t => t.Address).Cascade(CascadeMode.Stop).Text("The address", WebhookEndpoint.MaxUrl)
            .Must(u => !string.IsNullOrWhiteSpace(u)).WithErrorCode("address.missing").WithMessage("Say to which address events are sent.")
            .Must(u => !WebhookErrors.Read(u).Refused).WithErrorCode(WebhookErrors.Url.Code).WithMessage(WebhookErrors.Url.Message);
        RuleFor(t => t.Description).Text("The description", WebhookEndpoint.MaxDescription)
            .Must(d => d is null || !d.Any(char.IsControl)).WithErrorCode("description.lines").WithMessage("A description is one line.");
        RuleFor(t => t.Wanted).Must(w => w is not null && w.All(WebhookEndpoint.Types.Contains)).WithErrorCode("wanted.unknown")
            .WithMessage($"There is no such type of event. There are: {string.Join(", ", WebhookEndpoint.Types)}.");
    }
}
