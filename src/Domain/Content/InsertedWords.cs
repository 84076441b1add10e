namespace QuestCms.Domain.Content;

/// <summary>Explains the words that a base does not: see <see cref="AuthorshipTracer"/>, steps 3 to 5.</summary>
internal sealed class InsertedWords(
    IReadOnlyList<TracedField> fields, TracedFields? before, IReadOnlyList<TracedField> proposals, TraceSources sources, Vocabulary vocabulary, Effort effort)
{
    private readonly List<Shingles> _taken = [.. proposals.Select(p => new Shingles(p.Numbers, p.Origins))];
    private readonly List<Shingles> _earlier = [];

    public void Explain()
    {
        // Looked up as they were inserted: what one step explains in the middle must not hide the ends from the next.
        var runs = (from field in fields from run in field.OpenRuns() where run.End - run.Start >= Shingles.Size select new Inserted(field, run.Start, run.End)).ToList();
        if (runs.Count > 0)
        {
            if (before is not null) GiveLongest(runs, [before.TakenAway()]);
            GiveLongest(runs, Sources());
        }
        foreach (var field in fields)
            foreach (var (start, end) in field.OpenRuns().Where(run => run.End - run.Start < Shingles.Size).ToList()) ExplainParts(field, start, end);
        if (sources.Pasted.Count > 0) GiveLongest(runs, sources.Pasted.SelectMany(Pasted));
    }

    private IEnumerable<Shingles> Sources()
    {
        if (before is not null) yield return before.All();
        foreach (var proposal in _taken) yield return proposal;
        foreach (var revision in Earlier()) yield return revision;
    }

    /// <summary>Earlier revisions, each read once and only when it is asked for.</summary>
    private IEnumerable<Shingles> Earlier()
    {
        for (var i = 0; i < sources.Earlier.Count; i++)
        {
            if (_earlier.Count == i) _earlier.Add(TracedFields.Of(sources.Earlier[i], vocabulary).All());
            yield return _earlier[i];
        }
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

    /// <summary>A short run as a whole, else what of it ends a sentence or a paragraph: two words put back before a new sentence are two runs.</summary>
    private void ExplainParts(TracedField field, int start, int end)
    {
        if (IsWholeProposal(field, start, end) || IsInContext(field, start, end)) return;
        for (var (from, i) = (start, start); i < end; i++)
        {
            if (field.Words[i].After == WordBreak.None && i + 1 < end) continue;
            if (i + 1 - from < end - start) IsInContext(field, from, i + 1);
            from = i + 1;
        }
    }

    private bool IsWholeProposal(TracedField field, int start, int end)
    {
        var run = field.Numbers.AsSpan(start, end - start);
        foreach (var proposal in proposals)
        {
            if (proposal.Numbers.Length is 0 or >= Shingles.Size) continue;
            var at = run.IndexOf(proposal.Numbers);
            // One word alone is chance, unless it is all that was inserted.
            if (at < 0 || proposal.Numbers.Length == 1 && run.Length > 1) continue;
            proposal.Origins.CopyTo(field.Origins, start + at);
            return true;
        }
        return false;
    }

    private bool IsInContext(TracedField field, int start, int end)
    {
        foreach (var source in _taken.Concat(Earlier()))
        {
            var match = source.InContext(field.Numbers, start, end, effort);
            for (var i = 0; i < match.Length; i++) field.Origins[match.Start + i] ??= source.OriginAt(match.Place + i);
            if (match.Length > 0) return true;
        }
        return false;
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
}
