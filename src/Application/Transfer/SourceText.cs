using System.Text;

namespace QuestCms.Application.Transfer;

/// <summary>A text in which every character knows the line of the file it came from.</summary>
internal sealed record SourceText(string Text, int[] Lines)
{
    public static SourceText Of(string text)
    {
        var lines = new int[text.Length];
        for (int i = 0, line = 1; i < text.Length; i++)
        {
            lines[i] = line;
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n'))) line++;
        }
        return new SourceText(text, lines);
    }

    public int LineAt(int at) => Lines.Length == 0 ? 0 : Lines[Math.Clamp(at, 0, Lines.Length - 1)];
}

/// <summary>
/// Writes a text anew from an older one. The source is passed once from front to end: each character is copied or dropped by name, and what is added has
/// a name; so the account of characters is right by construction.
/// </summary>
internal sealed class Rewriting(SourceText source, ImportNotes notes)
{
    private readonly StringBuilder _text = new(source.Text.Length);
    private readonly List<int> _lines = new(source.Text.Length);

    /// <summary>The next character of the source.</summary>
    public int At { get; private set; }
    public SourceText Source => source;
    public ImportNotes Notes => notes;
    public int Line => source.LineAt(At);
    public StringBuilder Written => _text;

    public void CopyTo(int end)
    {
        for (; At < end; At++)
        {
            _text.Append(source.Text[At]);
            _lines.Add(source.Lines[At]);
        }
    }

    public void DropTo(int end, string what)
    {
        if (end <= At) return;
        notes.Removed(what, end - At);
        At = end;
    }

    public void Add(string text, string what) => Insert(_text.Length, text, what);

    public void Insert(int at, string text, string what)
    {
        if (text.Length == 0) return;
        notes.Added(what, text.Length);
        _text.Insert(at, text);
        _lines.InsertRange(at, Enumerable.Repeat(Line, text.Length));
    }

    /// <summary>Takes back the last characters written, by name.</summary>
    public void TakeBack(int characters, string what)
    {
        notes.Removed(what, characters);
        _text.Length -= characters;
        _lines.RemoveRange(_lines.Count - characters, characters);
    }

    public SourceText End()
    {
        CopyTo(source.Text.Length);
        return new SourceText(_text.ToString(), [.. _lines]);
    }
}
