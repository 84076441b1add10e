using System.Reflection;
using System.Text.RegularExpressions;
using QuestCms.Domain.Common;

namespace QuestCms.ArchitectureTests;

public sealed class DomainTests
{
    private static readonly Rule Born = new("Aggregates are sealed and born by a named factory.", "A constructor can't say draft or imported.", "Make the constructor private and add a static factory.");
    private static readonly Rule Verbs = new("State changes through verbs.", "A setter passes by the rule and the event.", "Add the method an editor would name.");
    private static readonly Rule News = new("News is a fact: sealed records of ids and values, in the past tense.", "An entity inside an event changes after the fact.", "Name it for what happened and carry ids and values.");
    private static readonly Rule Ids = new("Typed ids are readonly record structs that can be parsed.", "An id that can't be parsed can't be in an address.", "Copy one of the others.");

    // The participle ends the name or a preposition follows it: ArticleSubmittedForReview.
    private static readonly Regex PastTense = new("([a-z]ed|Taken|Left|Frozen|Begun|Given|Shown|Withdrawn)(Over|For[A-Z]\\w+|(From|At)[A-Z]\\w+)?$", RegexOptions.Compiled);

    [Fact]
    public void Aggregates_are_sealed_and_born_by_name() => Born.Check(Aggregates(House.Domain), IsBornWrong, t => t.Name);

    [Fact]
    public void State_changes_through_verbs() => Verbs.Check(Aggregates(House.Domain).SelectMany(t => t.GetProperties()), IsOpen, p => $"{p.DeclaringType!.Name}.{p.Name}");

    [Fact]
    public void Events_are_past_tense_records_of_ids_and_values() => News.Check(House.TypesOf(House.Domain).Where(t => t.BaseType == typeof(DomainEvent)), IsNoFact, t => t.Name);

    [Fact]
    public void Ids_are_typed_and_can_be_parsed() =>
        Ids.Check(House.TypesOf(House.Domain).Where(t => t.Name.EndsWith("Id", StringComparison.Ordinal) && !t.IsInterface), IsNoId, t => t.Name);

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        Assert.True(IsBornWrong(typeof(Offenders.OpenAggregate)));
        Assert.True(IsOpen(typeof(Offenders.OpenAggregate).GetProperty("Title")!));
        Assert.True(IsNoFact(typeof(Offenders.SaveArticle)));
        Assert.True(IsNoId(typeof(Offenders.LooseId)));
    }

    private static IEnumerable<Type> Aggregates(Assembly assembly) => House.TypesOf(assembly).Where(t => t.BaseType == typeof(AggregateRoot));

    private static bool IsBornWrong(Type t) => !t.IsSealed || t.GetConstructors().Length > 0;

    private static bool IsOpen(PropertyInfo p) => p.SetMethod?.IsPublic == true || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(List<>));

    private static bool IsNoFact(Type t) =>
        !t.IsSealed || !PastTense.IsMatch(t.Name)
        || t.GetProperties().Any(p => p.SetMethod is { IsPublic: true } set && !set.ReturnParameter.GetRequiredCustomModifiers().Any(m => m.Name == "IsExternalInit") || typeof(AggregateRoot).IsAssignableFrom(p.PropertyType));

    private static bool IsNoId(Type t) => !t.IsValueType || !t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));
}
