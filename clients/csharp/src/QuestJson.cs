using System.Text.Json;

namespace QuestCms.Client;

/// <summary>How the API writes: camelCase, times in RFC 3339, choices by their word.</summary>
public static class QuestJson
{
    /// <summary>For reading what was kept, such as an event that came by a webhook or the queue it was put into.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web);

    /// <summary>The event in the body of a webhook. Ask <see cref="QuestWebhook.IsGenuine"/> first.</summary>
    /// <exception cref="JsonException">It is none.</exception>
    public static QuestEvent ReadEvent(ReadOnlySpan<byte> body) => JsonSerializer.Deserialize<QuestEvent>(body, Options) ?? throw new JsonException("There is no event in this body.");
}
