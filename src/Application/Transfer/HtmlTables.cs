namespace QuestCms.Application.Transfer;

/// <summary>Tables as rows of pipes. Markdown has no joined cells and no blocks in a cell: cells stay apart, blocks stand on one line.</summary>
internal sealed partial class HtmlToMarkdown
{
    private bool _table;
    private bool _inRow;
    private bool _inCell;
    private int _cells;
    private int _rows;

    private void Table(HtmlTag tag)
    {
        switch (tag.Name)
        {
            case "table" when !tag.Closes && !_table && _flat == 0 && tag.Partner is not null:
                Break(blank: true);
                (_table, _rows) = (true, 0);
                break;
            case "table" when tag.Closes && _table && tag.Partner is not null:
                EndRow();
                _table = false;
                Break(blank: true);
                break;
            case "tr" when _table:
                EndRow();
                if (!tag.Closes) (_inRow, _cells) = (true, 0);
                break;
            case "td" or "th" when _table && _inRow && !tag.Closes:
                EndCell();
                _out.Add(_cells++ == 0 ? "| " : " ", Marks);
                _inCell = true;
                _flat++;
                if (tag.Attribute("colspan") is { Length: > 0 } or "1") _notes.Lost(_out.Line, "joined cells", "Cells of a table were joined; in Markdown they stand apart.");
                break;
            case "td" or "th" when _table && tag.Closes:
                EndCell();
                break;
            default:
                break;
        }
        Drop(tag, tag.Name == "table" ? "<table> became Markdown; its first row is the head." : $"<{tag.Name}> became Markdown.");
        SkipSpaces();
    }

    private void EndCell()
    {
        if (!_inCell) return;
        _inCell = false;
        _flat--;
        _out.Add(_out.Written is [.., ' '] ? "|" : " |", Marks);
    }

    private void EndRow()
    {
        EndCell();
        if (!_inRow) return;
        _inRow = false;
        if (_cells == 0) return;
        if (_rows++ == 0) _out.Add("\n" + Prefix + "|" + string.Concat(Enumerable.Repeat(" --- |", _cells)), Marks);
        _out.Add("\n" + Prefix, Marks);
    }
}
