using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using QuestCms.Application.Ai;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Claude;

/// <summary>What a stream has told so far. Only a stream that said its stop reason and its end is whole.</summary>
internal sealed partial class ClaudeReading(string model)
{
    private const int CharactersPerToken = 4;
    private int _told;
    private bool _ended;
    private string _half = "";

    public string Model { get; private set; } = model;
    public string? StopReason { get; private set; }
    public int InputTokens { get; private set; }
    /// <summary>As told at the end; before it about as many as the characters make, so that a broken call is settled too.</summary>
    public int OutputTokens => _ended || _told > 1 ? _told : Math.Max(_told, Characters / CharactersPerToken);
    public int Characters { get; private set; }

    /// <summary>The words in an event; null when it holds none.</summary>
    public TextArrived? Take(RawMessageStreamEvent happened)
    {
        if (happened.TryPickStart(out var start))
        {
            Model = start.Message.Model.Raw() ?? Model;
            InputTokens = (int)start.Message.Usage.InputTokens;
        }
        else if (happened.TryPickDelta(out var delta))
        {
            StopReason = delta.Delta.StopReason?.Raw();
            _told = (int)delta.Usage.OutputTokens;
        }
        else if (happened.TryPickStop(out _)) _ended = true;
        else if (happened.TryPickContentBlockDelta(out var block) && block.Delta.TryPickText(out var text)) return Words(TextOf(text));
        return null;
    }

    public WritingEnded End() => new(
        !_ended ? WritingEnd.Cut : StopReason switch
        {
            "end_turn" or "stop_sequence" => Characters > 0 ? WritingEnd.Complete : WritingEnd.Failed,
            "max_tokens" or "model_context_window_exceeded" => WritingEnd.Truncated,
            "refusal" => WritingEnd.Refused,
            _ => WritingEnd.Cut,
        }, StopReason, InputTokens, OutputTokens, Model);

    // The client's reading of JSON refuses half of a character pair. Read here piece by piece it stays what it is: its other half may come with the next event.
    private static string TextOf(TextDelta delta)
    {
        try
        {
            return delta.Text;
        }
        catch (AnthropicInvalidDataException) when (delta.RawData.TryGetValue("text", out var raw) && raw.ValueKind == JsonValueKind.String)
        {
            var json = raw.GetRawText()[1..^1];
            var text = new StringBuilder();
            var at = 0;
            foreach (Match half in HalfOrPair().Matches(json))
            {
                if (!half.Groups["half"].Success) continue;
                text.Append(Plain(json[at..half.Index])).Append((char)int.Parse(half.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                at = half.Index + half.Length;
            }
            return text.Append(Plain(json[at..])).ToString();
        }
    }

    private static string Plain(string json) => JsonSerializer.Deserialize<string>($"\"{json}\"") ?? "";

    [GeneratedRegex(@"\\\\|\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<half>\\u[dD][89a-fA-F][0-9a-fA-F]{2})")]
    private static partial Regex HalfOrPair();

    // A pair of surrogates may be split over two events: the first half waits for the second.
    private TextArrived? Words(string text)
    {
        text = _half + text;
        _half = "";
        if (text.Length > 0 && char.IsHighSurrogate(text[^1]))
        {
            _half = text[^1..];
            text = text[..^1];
        }
        var (clean, mended) = PlainText.Clean(PlainText.WithLf(text));
        if (clean.Length == 0) return null;
        Characters += clean.Length;
        return new TextArrived(clean, mended);
    }
}
