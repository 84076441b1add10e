using System.Globalization;
using System.Text;

namespace QuestCms.Client;

/// <summary>Something that is written into an address.</summary>
internal interface IAsked
{
    void Write(Asked asked);
}

/// <summary>The query of an address: nothing of what is null, everything else encoded.</summary>
internal sealed class Asked
{
    private readonly StringBuilder _text = new();

    public static Asked Of(IAsked? query, string? fields = null)
    {
        var asked = new Asked();
        query?.Write(asked);
        return asked.Add("fields", fields);
    }

    public Asked Add(string name, string? value)
    {
        if (value is null) return this;
        _text.Append(_text.Length == 0 ? '?' : '&').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public Asked Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));
    public Asked Add(string name, bool? value) => Add(name, value is { } said ? said ? "true" : "false" : null);
    public Asked Add<T>(string name, T? value) where T : struct, IChoice<T> => Add(name, value?.Value);

    public Asked Add(string name, IReadOnlyList<string>? values)
    {
        foreach (var value in values ?? []) Add(name, value);
        return this;
    }

    public Asked Add(string name, IReadOnlyList<Filter>? filters)
    {
        foreach (var (field, op, value) in filters ?? []) Add($"{name}[{field}][{op}]", value);
        return this;
    }

    public override string ToString() => _text.ToString();

    public static string operator +(string address, Asked asked) => address + asked.ToString();
}
