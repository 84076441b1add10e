using System.Text;

namespace QuestCms.Domain.Content;

/// <summary>Pieces of a text in order, neighbours of one kind joined.</summary>
internal sealed class PieceList<TKind> where TKind : struct, Enum
{
    private readonly List<(StringBuilder Text, TKind Kind)> _pieces = [];

    public void Add(string text, TKind kind)
    {
        if (text.Length == 0) return;
        if (_pieces.Count > 0 && EqualityComparer<TKind>.Default.Equals(_pieces[^1].Kind, kind)) _pieces[^1].Text.Append(text);
        else _pieces.Add((new StringBuilder(text), kind));
    }

    public IReadOnlyList<TPiece> As<TPiece>(Func<string, TKind, TPiece> make) => [.. _pieces.Select(p => make(p.Text.ToString(), p.Kind))];
}
