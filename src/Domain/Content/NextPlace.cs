namespace QuestCms.Domain.Content;

/// <summary>Where something stands next. All places are found in one pass at the first question, so that any number of questions in any order stays cheap.</summary>
internal sealed class NextPlace(string text, string what)
{
    private List<int>? _places;

    /// <summary>The first place at or after <paramref name="from"/>, or <see cref="int.MaxValue"/>.</summary>
    public int From(int from)
    {
        _places ??= All();
        var at = _places.BinarySearch(from);
        if (at < 0) at = ~at;
        return at < _places.Count ? _places[at] : int.MaxValue;
    }

    private List<int> All()
    {
        var places = new List<int>();
        for (var at = text.IndexOf(what, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(what, at + 1, StringComparison.OrdinalIgnoreCase)) places.Add(at);
        return places;
    }
}
