namespace QuestCms.Domain.Content;

/// <summary>Words of the body and where all its words come from, kept beside the text so that lists need not read it.</summary>
public sealed record ArticleFigures
{
    public int Words { get; init; }
    public int Machine { get; init; }
    public int Edited { get; init; }
    public int People { get; init; }
    public int Pasted { get; init; }

    public static ArticleFigures Of(int words, OriginShares shares) =>
        new() { Words = words, Machine = shares.Machine, Edited = shares.Edited, People = shares.People, Pasted = shares.Pasted };
}
