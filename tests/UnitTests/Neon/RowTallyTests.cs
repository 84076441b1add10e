using System.Text;
using QuestCms.Infrastructure.Neon.Backups;

namespace QuestCms.UnitTests.Neon;

public sealed class RowTallyTests
{
    [Theory]
    [InlineData("a\nb\nc\n", "c\na\nb\n", true)]
    [InlineData("a\na\n", "a\na\n", true)]
    [InlineData("", "", true)]
    [InlineData("a\nb\n", "a\nb\nb\n", false)]
    [InlineData("a\nb\n", "ab\n\n", false)]
    [InlineData("a\nb\n", "a\nB\n", false)]
    [InlineData("a\na\nb\n", "a\nb\nb\n", false)]
    [InlineData("a\na\n", "", false)]
    public void The_same_rows_in_any_order_come_to_the_same_and_no_others_do(string one, string other, bool same) =>
        Assert.Equal(same, Of(one, int.MaxValue) == Of(other, int.MaxValue));

    [Fact]
    public void Where_the_stream_is_cut_makes_no_difference()
    {
        const string Rows = "1\tLisbon\n2\tå\\nb\n\n3\t\\N\n";
        Assert.Equal(4, Of(Rows, int.MaxValue).Rows);
        for (var piece = 1; piece < Rows.Length; piece++) Assert.Equal(Of(Rows, int.MaxValue), Of(Rows, piece));
    }

    private static (long Rows, string Content) Of(string rows, int piece)
    {
        using var tally = new RowTally();
        foreach (var part in Encoding.UTF8.GetBytes(rows).Chunk(piece)) tally.Add(part);
        return (tally.Rows, tally.Content);
    }
}
