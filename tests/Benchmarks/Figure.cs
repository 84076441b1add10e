using System.Globalization;

namespace QuestCms.Benchmarks;

/// <summary>One line of the report.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Value">In the unit.</param>
/// <param name="Unit">ms, s, MB or × for a ratio of two things measured in this run.</param>
/// <param name="Limit">What it must stay below; null where it is only told.</param>
internal sealed record Figure(string What, double Value, string Unit, double? Limit = null)
{
    /// <summary>The limit is the least and not the most.</summary>
    public bool IsLeast { get; private init; }

    public bool IsWithinLimit => Limit is null || (IsLeast ? Value >= Limit : Value < Limit);

    public static Figure AtLeast(string what, double value, string unit, double least) => new(what, value, unit, least) { IsLeast = true };

    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Format(Value)} {Unit}");

    public string LimitInWords => Limit is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{(IsLeast ? "≥" : "<")} {Format(limit)} {Unit}") : "";

    private static string Format(double value) => value.ToString(value >= 20 || value == Math.Round(value) ? "0" : value >= 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}

/// <summary>Figures that belong together.</summary>
internal sealed record FigureGroup(string Title, string Say, IReadOnlyList<Figure> Figures);
