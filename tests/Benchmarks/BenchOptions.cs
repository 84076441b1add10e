using System.Globalization;

namespace QuestCms.Benchmarks;

/// <summary>What is measured on.</summary>
/// <param name="Minutes">How long the people work.</param>
/// <param name="People">How many, each signed in with a browser of their own.</param>
/// <param name="Articles">How many the site has.</param>
/// <param name="Starts">How often the start is measured.</param>
/// <param name="Posts">A folder of Markdown posts that are multiplied; by default the ones the tests bring along.</param>
/// <param name="Out">Where the figures are written.</param>
/// <param name="Only">One group of figures alone; the others stay in the document as they are.</param>
/// <param name="House">A data folder that is kept and measured on again, so that filling it is waited for once; null: one of its own, which is thrown away.</param>
internal sealed record BenchOptions(double Minutes, int People, int Articles, int Starts, string? Posts, string Out, string? Only, string? House)
{
    public const string Usage = "./quest bench [--minutes 5] [--people 20] [--articles 10000] [--starts 5] [--posts FOLDER] [--out docs/benchmarks.md] [--only pure|start|work|ai|live|search|delivery|delivery-articles|delivery-lists|delivery-pages|delivery-create|delivery-start|roll] [--house FOLDER]";

    /// <summary>The groups of figures, in the order of the document.</summary>
    public static readonly string[] Groups = ["pure", "start", "work", "ai", "live", "search", "delivery", .. Delivery, "roll"];

    private static string[] Delivery => ["delivery-articles", "delivery-lists", "delivery-pages", "delivery-create", "delivery-start"];

    /// <summary>Whether this group is measured; a part of one is measured with its whole.</summary>
    public bool Wants(string group) => Only is null || Only == group || group.StartsWith(Only + '-', StringComparison.Ordinal);

    /// <summary>Whether anything of delivery is.</summary>
    public bool WantsDelivery => Delivery.Any(Wants);

    /// <summary>Null when they can't be understood.</summary>
    public static BenchOptions? Of(string[] args)
    {
        var options = new BenchOptions(5, 20, 10_000, 5, null, "docs/benchmarks.md", null, null);
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length) return null;
            var number = double.TryParse(args[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : (double?)null;
            BenchOptions? next = args[i] switch
            {
                "--minutes" when number is { } minutes => options with { Minutes = minutes },
                "--people" when number is { } people => options with { People = (int)people },
                "--articles" when number is { } articles => options with { Articles = (int)articles },
                "--starts" when number is { } starts => options with { Starts = (int)starts },
                "--posts" when Directory.Exists(args[i + 1]) => options with { Posts = args[i + 1] },
                "--only" when Groups.Contains(args[i + 1]) => options with { Only = args[i + 1] },
                "--house" => options with { House = Path.GetFullPath(args[i + 1]) },
                "--out" => options with { Out = args[i + 1] },
                _ => null,
            };
            if (next is null) return null;
            options = next;
        }
        return options;
    }

    /// <summary>The command that gives these figures.</summary>
    public string Command => string.Join(' ', new[]
    {
        "./quest bench", Minutes == 5 ? "" : string.Create(CultureInfo.InvariantCulture, $"--minutes {Minutes}"), People == 20 ? "" : $"--people {People}",
        Articles == 10_000 ? "" : $"--articles {Articles}", Starts == 5 ? "" : $"--starts {Starts}", Posts is null ? "" : "--posts FOLDER", Only is null ? "" : $"--only {Only}",
    }.Where(p => p.Length > 0));
}
