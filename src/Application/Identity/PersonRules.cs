using FluentValidation;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>How a person's address and name are checked, wherever someone is added.</summary>
internal static class PersonRules
{
    public static readonly Error AddedMeanwhile = Error.Conflict("person.added_meanwhile", "Someone added the same person in this moment. Nothing of yours was stored; look at the list, then try once more.");

    public static void EmailOfPerson<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Text("The address", Person.MaxEmail)
        .Must(e => Person.IsEmail(Person.NormalEmail(e))).WithErrorCode("email.malformed").WithMessage("That is no email address; it looks like name@example.org.");

    public static void NameOfPerson<T>(this IRuleBuilderInitial<T, string> rule) => rule.Cascade(CascadeMode.Stop)
        .Text("The name", Person.MaxName)
        .Must(n => !string.IsNullOrWhiteSpace(n)).WithErrorCode("name.missing").WithMessage("Say the person’s name; colleagues see it.");
}
