using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;

namespace QuestCms.Application.Ai;

/// <summary>The limits of a brief, whoever sends it: 10,000 characters in all.</summary>
internal sealed class BriefRules : AbstractValidator<Brief>
{
    public const string TopicMissing = "Say what the piece is about.";
    private const int MaxContext = 40_000;

    public BriefRules()
    {
        RuleFor(b => b.Topic).Text("The topic", Brief.MaxLength);
        RuleFor(b => b.Audience).Text("The description of the readers", Brief.MaxLength);
        RuleFor(b => b.Angle).Text("The angle", Brief.MaxLength);
        RuleFor(b => b.MustSay).Text("“Must say”", Brief.MaxLength);
        RuleFor(b => b.MustNotSay).Text("“Must not say”", Brief.MaxLength);
        RuleFor(b => b.Sources).Text("The list of sources", Brief.MaxLength);
        RuleFor(b => b.Sources).Must(s => Source.AddressesIn(s).Count <= Source.Most).WithErrorCode("sources.too_many").WithMessage($"At most {Source.Most} addresses are read for a brief. Paste what matters from the others.");
        RuleFor(b => b.Instruction).Text("The request", Generation.MaxInstruction);
        RuleFor(b => b.Context).Text("The passage", MaxContext);
        RuleFor(b => b.Words).InclusiveBetween(100, 2800).WithMessage("A draft has 100 to 2,800 words.");
        RuleFor(b => b.Sources).Must((b, _) => b.Length <= Brief.MaxLength).WithErrorCode("brief.too_long").WithMessage((b, _) => $"The brief has {b.Length:N0} characters; {Brief.MaxLength:N0} are the most.");
    }
}
