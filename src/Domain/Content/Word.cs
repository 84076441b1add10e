namespace QuestCms.Domain.Content;

/// <summary>What stands between a word and the next one; each says more than the one before.</summary>
public enum WordBreak : byte
{
    None,
    /// <summary>A sentence ends, a line of code, a cell of a table.</summary>
    Sentence,
    /// <summary>A paragraph, a heading, a list item, a table row or a block of code ends.</summary>
    Block,
}

/// <summary>A word by its place in the text: offset and length in UTF-16 units, and what ends with it.</summary>
public readonly record struct Word(int Start, int Length, WordBreak After)
{
    public int End => Start + Length;
}
