using System.Reflection;
using System.Text.Json;
using QuestCms.Application.Audit;
using QuestCms.Domain.Common;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.IntegrationTests.Audit;

/// <summary>Every event of the domain has its sentence, and every value the sentence asks for is one the event writes.</summary>
public sealed class AuditSentencesTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new TypedIdJson() } };

    public static TheoryData<string> Events => [.. typeof(DomainEvent).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && t.IsSubclassOf(typeof(DomainEvent))).Select(t => t.FullName!).Order()];

    [Theory, MemberData(nameof(Events))]
    public void Every_event_has_its_sentence(string name)
    {
        var type = typeof(DomainEvent).Assembly.GetType(name)!;
        Assert.True(AuditSentences.Knows(type.Name), $"{type.Name} has no sentence: add one to AuditSentences.");

        foreach (var yes in new[] { true, false })
        {
            var happened = Make(type, yes);
            var sentence = AuditSentences.Of(type.Name, new AuditDetails(JsonSerializer.Serialize(happened, type, Json), new Dictionary<Guid, string>()));
            Assert.DoesNotContain(AuditDetails.Missing, sentence, StringComparison.Ordinal);
            Assert.NotEqual(type.Name, sentence);
            Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_kind_has_words_of_its_own()
    {
        Assert.Equal(AuditSentences.Kinds.Count, AuditSentences.Kinds.Select(k => k.Value).Distinct().Count());
    }

    [Fact]
    public void An_event_of_a_later_version_is_called_by_its_name()
    {
        Assert.Equal("MoonLanded", AuditSentences.Of("MoonLanded", new AuditDetails("{}", new Dictionary<Guid, string>())));
    }

    private static object Make(Type type, bool yes)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p.ParameterType, yes))]);
    }

    private static object? Value(Type type, bool yes) =>
        type == typeof(string) ? yes ? "Publish" : "Something" : type == typeof(int) || type == typeof(int?) ? 4 : type == typeof(bool) ? yes
        : type == typeof(DateTimeOffset) ? new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero) : Activator.CreateInstance(Nullable.GetUnderlyingType(type) ?? type);
}
