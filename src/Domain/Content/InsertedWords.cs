namespace QuestCms.Domain.Content;

/// <summary>Explains the words that a base does not: see <see cref="AuthorshipTracer"/>, steps 3 to 5.</summary>
internal sealed class InsertedWords(IReadOnlyList<TracedField> fields, Vocabulary vocabulary, Effort effort)
{
    public void Explain(TracedFields? before, IReadOnlyList<TracedField> proposals, TraceSources sources)
    {
        // Looked up as they were inserted: what one step explains in the middle must not hide the ends from the next.
        var runs = (from field in fields from run in field.OpenRuns() where run.End - run.Start >= Shingles.Size select new Inserted(field, run.Start, run.End)).ToList();
        var taken = proposals.Select(p => new Shingles(p.Numbers, p.Origins)).ToList();
        var earlier = new List<Shingles>();
        if (runs.Count > 0)
        {
            if (before is not null) GiveLongest(runs, [before.TakenAway()]);
            GiveLongest(runs, Sources(before, taken, sources, earlier));
        }
        ExplainShort(proposals, [.. taken], sources, earlier);
        if (sources.Pasted.Count > 0) GiveLongest(runs, sources.Pasted.SelectMany(Pasted));
    }

    private IEnumerable<Shingles> Sources(TracedFields? before, List<Shingles> taken, TraceSources sources, List<Shingles> earlier)
    {
        if (before is not null) yield return before.All();
        foreach (var proposal in taken) yield return proposal;
        for (var i = 0; i < sources.Earlier.Count; i++) yield return Earlier(sources, earlier, i);
    }

    private Shingles Earlier(TraceSources sources, List<Shingles> read, int i)
    {
        while (read.Count <= i)
        {
            effort.Add(1);
            read.Add(TracedFields.Of(sources.Earlier[read.Count], vocabulary).All());
        }
        return read[i];
    }

    /// <summary>The longest match first, then the next; of equal ones the earlier source. Reads a further source only while a run is not explained as a whole.</summary>
    private void GiveLongest(List<Inserted> runs, IEnumerable<Shingles> sources)
    {
        var open = runs.Where(run => run.IsOpen).ToHashSet();
        var found = new List<(Inserted Run, Shingles Source, int Order, Shingles.Match Match)>();
        var order = 0;
        if (open.Count == 0) return;
        foreach (var source in sources)
        {
            var count = found.Count;
            foreach (var run in open)
                foreach (var match in source.In(run.Field.Numbers, run.Start, run.End, effort)) found.Add((run, source, order, match));
            order++;
            for (var i = count; i < found.Count; i++)
                if (found[i].Match.Length == found[i].Run.End - found[i].Run.Start) open.Remove(found[i].Run);
            if (open.Count == 0) break;
        }
        foreach (var (run, source, _, match) in found.OrderByDescending(f => f.Match.Length).ThenBy(f => f.Order)) run.Take(source, match);
        foreach (var run in runs) run.TakeAround(effort);
    }

    private void ExplainShort(IReadOnlyList<TracedField> proposals, List<Shingles> taken, TraceSources sources, List<Shingles> earlier)
    {
        foreach (var field in fields)
        {
            foreach (var (start, end) in field.OpenRuns().Where(run => run.End - run.Start < Shingles.Size).ToList())
            {
                var run = field.Numbers.AsSpan(start, end - start);
                var isWhole = false;
                foreach (var proposal in proposals.Where(p => p.Numbers.Length is > 0 and < Shingles.Size))
                {
                    var at = run.IndexOf(proposal.Numbers);
                    // One word alone is chance, unless it is all that was inserted.
                    if (at < 0 || proposal.Numbers.Length == 1 && run.Length > 1) continue;
                    proposal.Origins.CopyTo(field.Origins, start + at);
                    isWhole = true;
                    break;
                }
                if (isWhole) continue;
                for (var i = 0; i < taken.Count + sources.Earlier.Count; i++)
                {
                    var source = i < taken.Count ? taken[i] : Earlier(sources, earlier, i - taken.Count);
                    var match = source.InContext(field.Numbers, start, end, effort);
                    if (match.Length == 0) continue;
                    Give(field, source, match);
                    break;
                }
            }
        }
    }

    /// <summary>The clipboard may hold Markdown or the text as it reads: both are looked up where they differ.</summary>
    private IEnumerable<Shingles> Pasted(PastedText pasted)
    {
        var origin = new Origin(OriginKind.Person, pasted.Person, Pasted: true);
        var markdown = TracedField.Of(TextField.Body, pasted.Text, origin, vocabulary);
        yield return new Shingles(markdown.Numbers, markdown.Origins);
        var plain = TracedField.Of(TextField.Title, pasted.Text, origin, vocabulary);
        if (!plain.Numbers.AsSpan().SequenceEqual(markdown.Numbers)) yield return new Shingles(plain.Numbers, plain.Origins);
    }

    private static void Give(TracedField field, Shingles source, Shingles.Match match)
    {
        for (var i = 0; i < match.Length; i++) field.Origins[match.Start + i] ??= source.OriginAt(match.Place + i);
    }
}
