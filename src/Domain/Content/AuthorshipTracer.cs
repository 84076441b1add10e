namespace QuestCms.Domain.Content;

/// <summary>
/// Finds the origin of every word of a new text. In this order, each step only for words the ones before left open:
/// <list type="number">
/// <item>A field that reads exactly as in the base, or as in an earlier revision (restored), keeps that authorship; one that reads as a short proposal that was taken is the proposal's.</item>
/// <item>Words that stand where they stood in the base, and whole paragraphs and sentences that moved, keep their origin (<see cref="FieldAlignment"/>).</item>
/// <item>Inserted runs of <see cref="Shingles.Size"/> and more words keep the origin of words taken away elsewhere in the base (moved text, any field); what is then open takes the
/// longest match in the base, the taken proposals and the earlier revisions, ties in that order: a phrase that happens to stand elsewhere does not break up a paragraph that was put back.</item>
/// <item>Shorter runs are looked up together with two words on each side in proposals and earlier revisions: a correction of one word taken from a proposal is the proposal's,
/// one undone is whose it was. A proposal under five words counts where it stands whole.</item>
/// <item>What a paste explains in runs of five and more is the person's, pasted. A shorter paste, and a word changed inside a paste, counts as typed.</item>
/// <item>The rest is the writer's.</item>
/// </list>
/// Linear in the words of the text and of the sources read, but for the gaps of the alignment, which are capped.
/// </summary>
public static class AuthorshipTracer
{
    /// <param name="writer">Whose the words are that come from nowhere else: the person who saved, or the generation, template, import or agent that wrote.</param>
    public static Authorship Trace(ArticleContent content, Origin writer, TraceSources sources) => Trace(content, writer, sources, new Effort());

    internal static Authorship Trace(ArticleContent content, Origin writer, TraceSources sources, Effort effort)
    {
        var vocabulary = new Vocabulary();
        var before = sources.Base is null ? null : TracedFields.Of(sources.Base, vocabulary);
        var proposals = sources.Taken.Select(p => TracedField.Of(TextField.Body, p.Text, p.Origin, vocabulary)).ToList();
        var fields = Enum.GetValues<TextField>().Select(field => TracedField.Of(field, content.TextOf(field), null, vocabulary)).ToList();
        foreach (var field in fields)
        {
            effort.Add(field.Numbers.Length);
            var old = before?.Field(field.Field);
            if (old?.Text == field.Text) old.StandsIn(field);
            else if (Restored(field, sources.Earlier, vocabulary) is { } restored) restored.StandsIn(field);
            else if (proposals.FirstOrDefault(p => p.Numbers.Length < Shingles.Size && p.Numbers.AsSpan().SequenceEqual(field.Numbers)) is { } whole) whole.StandsIn(field);
            else if (old is not null) new FieldAlignment(old, field, vocabulary, effort).Run();
        }
        if (fields.Exists(f => f.IsOpen)) new InsertedWords(fields, before, proposals, sources, vocabulary, effort).Explain();
        foreach (var field in fields) field.GiveRestTo(writer);
        return Authorship.Of(fields.Select(f => (f.Field, f.Origins)));
    }

    private static TracedField? Restored(TracedField field, IReadOnlyList<TracedText> earlier, Vocabulary vocabulary)
    {
        if (field.Numbers.Length == 0) return null;
        var revision = earlier.FirstOrDefault(r => r.Content.TextOf(field.Field) == field.Text);
        return revision is null ? null : TracedField.Of(field.Field, revision, vocabulary);
    }
}
