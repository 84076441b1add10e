namespace QuestCms.Web.Cli;

/// <summary>The words after a verb: plain ones in order, and <c>--name value</c> or <c>--name</c> alone.</summary>
internal sealed class Words
{
    private readonly Dictionary<string, string> _named;

    public string[] Plain { get; private init; } = [];

    /// <param name="flags">Names that have no value: a plain word may follow them.</param>
    public static Words Of(string[] args, params ReadOnlySpan<string> flags)
    {
        var plain = new List<string>();
        var named = new Dictionary<string, string>();
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) plain.Add(args[i]);
            else named[args[i][2..]] = !flags.Contains(args[i][2..]) && i + 1 < args.Length && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? args[++i] : "";
        }
        return new Words(named) { Plain = [.. plain] };
    }

    private Words(Dictionary<string, string> named) => _named = named;

    public bool Has(string name) => _named.ContainsKey(name);

    /// <exception cref="UsageException">It is not said.</exception>
    public string Must(string name) => _named.TryGetValue(name, out var value) && value.Length > 0 ? value : throw new UsageException($"Say --{name}.");
}
