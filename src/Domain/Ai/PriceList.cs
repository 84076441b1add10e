using System.Globalization;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Domain.Ai;

/// <summary>US dollars per million tokens of one model, from a day (UTC) on.</summary>
public sealed record ModelPrice(string Model, decimal Input, decimal Output, DateOnly From)
{
    private const decimal Most = 100_000;
    private const int MaxModel = 100;

    public decimal CostOf(int inputTokens, int outputTokens) => (inputTokens * Input + outputTokens * Output) / 1_000_000m;

    /// <summary>A dated name of a model has its family's price.</summary>
    public bool IsOf(string model) => model.StartsWith(Model, StringComparison.Ordinal);

    /// <summary>Reads <c>claude-sonnet-5-5=3/15@2026-11-01</c>; null when it is not of that form.</summary>
    public static ModelPrice? Read(string line) =>
        line.Split('=', 2) is [var model, var rest] && rest.Split('@', 2) is [var pair, var date] && pair.Split('/') is [var input, var output]
        && model.Trim() is { Length: > 0 and <= MaxModel } name && !name.Any(char.IsWhiteSpace)
        && Dollars(input) is { } read && Dollars(output) is { } written && DateOnly.TryParseExact(date.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            ? new ModelPrice(name, read, written, from) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Model}={Input:0.######}/{Output:0.######}@{From:yyyy-MM-dd}");

    private static decimal? Dollars(string text) => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var dollars) && dollars <= Most ? dollars : null;
}

/// <summary>What models cost, as the house's administrators keep it: a model may stand there more than once, each price holding from its day on.</summary>
public sealed class PriceList : AggregateRoot
{
    public const int MostLines = 60;
    public const int MaxLength = 6_000;
    /// <summary>There is one row.</summary>
    public const int Only = 1;

    private PriceList() { }

    public int Id { get; private set; } = Only;
    public IReadOnlyList<ModelPrice> Prices { get; private set; } = [];
    public PersonId? By { get; private set; }
    public DateTimeOffset? At { get; private set; }

    public static PriceList Empty() => new();

    /// <summary>Replaces the list: one price on each line. Error: <c>prices.malformed</c> naming the line, <c>prices.too_many</c>.</summary>
    public Result Change(string lines, PersonId? by, DateTimeOffset now)
    {
        var prices = new List<ModelPrice>();
        foreach (var (line, number) in lines.Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(l => l.Item1.Length > 0))
        {
            if (ModelPrice.Read(line) is not { } price) return Error.Field("prices", "prices.malformed", $"Line {number} is no price. Write the model, dollars per million tokens read and written, and the day they hold from, as in claude-sonnet-5-5=3/15@2026-11-01.");
            prices.Add(price);
        }
        if (prices.Count > MostLines) return Error.Field("prices", "prices.too_many", $"At most {MostLines} prices are kept.");
        (Prices, By, At) = ([.. prices.OrderBy(p => p.Model, StringComparer.Ordinal).ThenBy(p => p.From)], by, now);
        Changed();
        Raise(new PricesChanged(Prices.Count));
        return Result.Done;
    }

    /// <summary>The price that holds on that day; null where none does. A name told in full comes before its family's.</summary>
    public static ModelPrice? On(IEnumerable<ModelPrice> prices, string model, DateOnly day) =>
        prices.Where(p => p.IsOf(model) && p.From <= day).OrderByDescending(p => p.Model.Length).ThenByDescending(p => p.From).FirstOrDefault();
}

public sealed record PricesChanged(int Prices) : DomainEvent(Guid.Empty, null);
