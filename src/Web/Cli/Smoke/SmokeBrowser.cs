using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.RegularExpressions;

namespace QuestCms.Web.Cli.Smoke;

/// <summary>What went wrong on a deployed address, in a sentence.</summary>
internal sealed class SmokeException(string sentence) : Exception(sentence);

/// <summary>A person at a browser without a script: opens pages, fills their forms, follows where they lead. One for each person.</summary>
internal sealed partial class SmokeBrowser : IDisposable
{
    private const int MostHops = 5;
    private readonly HttpClient _http;

    public SmokeBrowser(Uri address)
    {
        var way = WayTo(address);
        (way.AllowAutoRedirect, way.CookieContainer, way.AutomaticDecompression) = (false, new CookieContainer(), DecompressionMethods.All);
        _http = new HttpClient(way) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>The way to an address; its certificate must be verified, save one this machine gave itself.</summary>
    public static SocketsHttpHandler WayTo(Uri address)
    {
        var way = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(20) };
        if (address.IsLoopback) way.SslOptions.RemoteCertificateValidationCallback = IsOwnOrVerified;
        return way;
    }

    /// <summary>For addresses of this machine: <c>./quest run --production</c> has a certificate nobody vouches for but itself.</summary>
    public static bool IsOwnOrVerified(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.None || certificate is not null && certificate.Subject == certificate.Issuer;

    /// <summary>The page's source, wherever it led.</summary>
    public async Task<(string Page, string Path)> OpenAsync(string path, CancellationToken ct)
    {
        for (var hops = 0; hops < MostHops; hops++)
        {
            using var answer = await _http.GetAsync(path, ct);
            if (Leads(answer) is { } next)
            {
                path = next;
                continue;
            }
            if (answer.StatusCode != HttpStatusCode.OK) throw new SmokeException($"{path} answered {(int)answer.StatusCode}.");
            return (await answer.Content.ReadAsStringAsync(ct), path);
        }
        throw new SmokeException($"{path} leads in a circle.");
    }

    /// <summary>Fills the form of a page that posts to this handler (null: its first) and that holds these words (null: any), and follows where it leads.</summary>
    public async Task<(string Page, string Path)> PostAsync(string path, string? handler, string? holding, CancellationToken ct, params (string Name, string Value)[] fields)
    {
        var (page, here) = await OpenAsync(path, ct);
        // A button may stand outside its form, and may send it elsewhere than the form says.
        var button = handler is null ? null : Buttons().Matches(page).Select(b => b.Value).FirstOrDefault(b => Says(Attribute(b, "formaction"), handler));
        var form = Forms().Matches(page).FirstOrDefault(f => IsTheOne(f, handler, holding, button)) ?? throw new SmokeException($"{here} has no form for {handler ?? "anything"}.");
        var action = button is not null ? Attribute(button, "formaction") : Action().Match(form.Groups["tag"].Value) is { Success: true } said ? WebUtility.HtmlDecode(said.Groups[1].Value) : here;
        var given = fields.Select(f => f.Name).ToHashSet();
        var hidden = Inputs().Matches(form.Groups["inside"].Value).Select(i => (Name: Attribute(i.Value, "name"), Value: Attribute(i.Value, "value"))).Where(i => i.Name.Length > 0 && !given.Contains(i.Name));
        using var answer = await _http.PostAsync(action, new FormUrlEncodedContent(hidden.Concat(fields).Select(f => KeyValuePair.Create(f.Item1, f.Item2))), ct);
        if (Leads(answer) is { } next) return await OpenAsync(next, ct);
        var text = await answer.Content.ReadAsStringAsync(ct);
        throw new SmokeException($"{here} did not take the form ({(int)answer.StatusCode}){(Said().Match(text) is { Success: true } why ? ": " + WebUtility.HtmlDecode(Tags().Replace(why.Groups[1].Value, " ")).Trim() : "")}.");
    }

    public async Task SignInAsync(string email, string password, CancellationToken ct)
    {
        var (_, path) = await PostAsync("/sign-in", null, null, ct, ("Email", email), ("Password", password));
        if (!path.StartsWith("/studio", StringComparison.Ordinal)) throw new SmokeException($"{email} was led to {path.Split('?')[0]} instead of the studio.");
        if (path.StartsWith("/studio/account/password", StringComparison.Ordinal)) throw new SmokeException($"{email} has a given password and must choose one first.");
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What stands in a field that is shown once.</summary>
    public static string OneTime(string page) => OneTimeField().Match(page) is { Success: true } field ? WebUtility.HtmlDecode(Attribute(field.Value, "value")) : throw new SmokeException("What is shown once was not shown.");

    private static string? Leads(HttpResponseMessage answer) => (int)answer.StatusCode is >= 300 and < 400 ? answer.Headers.Location is { IsAbsoluteUri: true } whole ? whole.PathAndQuery : answer.Headers.Location?.OriginalString : null;

    private static bool IsTheOne(Match form, string? handler, string? holding, string? button)
    {
        var (tag, inside) = (form.Groups["tag"].Value, form.Groups["inside"].Value);
        return inside.Contains("__RequestVerificationToken", StringComparison.Ordinal) && !tag.Contains("/sign-out", StringComparison.Ordinal)
            && (handler is null || Says(tag, handler) || button is not null && (inside.Contains(button, StringComparison.Ordinal) || Attribute(button, "form") is { Length: > 0 } id && tag.Contains($"id=\"{id}\"", StringComparison.Ordinal)))
            && (holding is null || inside.Contains(holding, StringComparison.OrdinalIgnoreCase));
    }

    private static bool Says(string text, string handler) => text.Contains($"handler={handler}", StringComparison.OrdinalIgnoreCase);

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\b{name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form(?<tag>[^>]*)>(?<inside>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>|<input[^>]*__RequestVerificationToken[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("\\baction=\"([^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("<button[^>]*\\bformaction=[^>]*>")]
    private static partial Regex Buttons();

    [GeneratedRegex("<input[^>]*id=\"one-time\"[^>]*>")]
    private static partial Regex OneTimeField();

    [GeneratedRegex("class=\"(?:error|err|notice[^\"]*)\"[^>]*>(.{1,300}?)</", RegexOptions.Singleline)]
    private static partial Regex Said();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
