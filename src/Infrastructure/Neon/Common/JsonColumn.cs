using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace QuestCms.Infrastructure.Neon.Common;

/// <summary>A value stored as one JSON document; written and read whole, never queried inside.</summary>
internal static class JsonColumn
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(), new TypedIdJson() } };

    public static ValueConverter<T, string> Of<T>() where T : class => new(
        value => JsonSerializer.Serialize(value, Options),
        text => JsonSerializer.Deserialize<T>(text, Options)!);

    /// <summary>For a list: it is replaced whole and never changed inside.</summary>
    public static ValueComparer<T> Whole<T>() where T : class => new((a, b) => ReferenceEquals(a, b), value => value.GetHashCode(), value => value);
}
