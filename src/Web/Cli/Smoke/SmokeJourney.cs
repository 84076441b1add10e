using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace QuestCms.Web.Cli.Smoke;

/// <summary>
/// The way of one article on a deployed address, by the pages people use: written by one person, approved by another, read by a program, removed. It happens on a site of its own that no reader may read without
/// its key, with two people named for their roles, who are suspended again afterwards.
/// </summary>
internal sealed partial class SmokeJourney(Uri address, string email, string password, bool withAi, TimeProvider clock, Action<string> say) : IDisposable
{
    private const string Site = "smoke";
    private readonly HttpClient _program = new(SmokeBrowser.WayTo(address)) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
    private readonly SmokeBrowser _administrator = new(address), _creator = new(address), _reviewer = new(address);
    private readonly string _stamp = clock.GetUtcNow().UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
    private readonly List<string> _people = [];
    private string _key = "";

    private string Title => $"Smoke {_stamp}";

    public async Task GoAsync(CancellationToken ct)
    {
        await StepAsync("health", () => HealthAsync(ct));
        await StepAsync("sign-in", () => _administrator.SignInAsync(email, password, ct));
        await StepAsync("site", () => SiteAsync(ct));
        await WithAfterwardsAsync(async () =>
        {
            await StepAsync("people", async () =>
            {
                await PersonAsync(_creator, "smoke-creator", ["Creator"], ct);
                await PersonAsync(_reviewer, "smoke-reviewer", ["Reviewer", "Publisher", "Administrator"], ct);
            });
            await StepAsync("key", () => KeyAsync(ct));
            var article = "";
            await StepAsync("create", async () => article = await CreateAsync(ct));
            await WithAfterwardsAsync(async () =>
            {
                await StepAsync("edit", () => EditAsync(article, ct));
                await StepAsync("submit", () => SubmitAsync(article, ct));
                await StepAsync("approve", () => ApproveAsync(ct));
                await StepAsync("publish, heard over SSE and WebSocket", () => PublishAsync(article, ct));
                await StepAsync("read and search", () => ReadAsync(article, ct));
                if (withAi) await StepAsync("assessment by Claude", () => AskAsync(article, ct));
            }, () => StepAsync("remove", () => RemoveAsync(article, ct)));
        }, () => StepAsync("close", () => CloseAsync(ct)));
    }

    // What went wrong first is what is told; what is to be cleared up is cleared up all the same.
    private async Task WithAfterwardsAsync(Func<Task> steps, Func<Task> afterwards)
    {
        try
        {
            await steps();
        }
        catch (SmokeException)
        {
            try
            {
                await afterwards();
            }
            catch (SmokeException too)
            {
                say($"note   {too.Message}");
            }
            throw;
        }
        await afterwards();
    }

    public void Dispose()
    {
        _program.Dispose();
        _administrator.Dispose();
        _creator.Dispose();
        _reviewer.Dispose();
    }

    private async Task StepAsync(string name, Func<Task> step)
    {
        var began = clock.GetTimestamp();
        try
        {
            await step();
        }
        catch (Exception fault) when (fault is SmokeException or HttpRequestException or OperationCanceledException or JsonException)
        {
            throw new SmokeException($"{name}: {(fault is OperationCanceledException ? "no answer in time." : fault.Message)}");
        }
        say(string.Create(CultureInfo.InvariantCulture, $"fine   {name} ({clock.GetElapsedTime(began).TotalMilliseconds:N0} ms)"));
    }

    private async Task HealthAsync(CancellationToken ct)
    {
        using var ready = await _program.GetAsync("/health/ready", ct);
        if (ready.StatusCode != HttpStatusCode.OK) throw new SmokeException($"/health/ready answered {(int)ready.StatusCode}.");
        var health = await _program.GetFromJsonAsync<JsonElement>("/health", ct);
        if (health.GetProperty("status").GetString() is not ("healthy" or "degraded")) throw new SmokeException($"/health says {health.GetProperty("status")}.");
    }

    private async Task SiteAsync(CancellationToken ct)
    {
        var (page, _) = await _administrator.OpenAsync("/studio/administration/sites", ct);
        if (!page.Contains($"/studio/site/{Site}", StringComparison.Ordinal) && !page.Contains($">{Site}<", StringComparison.Ordinal))
            await _administrator.PostAsync("/studio/administration/sites", null, "Strapline", ct, ("Name", "Smoke"), ("Slug", Site), ("Strapline", "Tried after each deployment; read by nobody."), ("Locale", "en"));
        await _administrator.OpenAsync($"/studio/site/{Site}", ct);
        // Hidden: nobody reads it without its key.
        await _administrator.PostAsync("/studio/administration/settings", null, "Strapline", ct, ("Name", "Smoke"), ("Strapline", "Tried after each deployment; read by nobody."), ("Locale", "en"), ("AnonymousReading", "false"));
        var (categories, _) = await _administrator.OpenAsync("/studio/administration/categories", ct);
        if (!categories.Contains("Smoke desk", StringComparison.Ordinal)) await _administrator.PostAsync("/studio/administration/categories", "Byline", null, ct, ("BylineName", "Smoke desk"), ("Description", ""), ("Person", ""));
    }

    private async Task PersonAsync(SmokeBrowser browser, string name, string[] roles, CancellationToken ct)
    {
        const string People = "/studio/administration/people";
        var mail = $"{name}@smoke.invalid";
        var (page, _) = await _administrator.OpenAsync(People, ct);
        if (!page.Contains(mail, StringComparison.Ordinal)) (page, _) = await _administrator.PostAsync(People, "Invite", null, ct, [("Email", mail), ("Name", name), .. roles.Select(r => ("Roles", r))]);
        else
        {
            var person = PersonOf(page, mail);
            if (RowOf(page, mail).Contains("handler=Readmit", StringComparison.OrdinalIgnoreCase)) await _administrator.PostAsync(People, "Readmit", person, ct);
            (page, _) = await _administrator.PostAsync(People, "Link", person, ct);
        }
        _people.Add(mail);
        var link = new Uri(SmokeBrowser.OneTime(page), UriKind.RelativeOrAbsolute);
        var chosen = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var (_, led) = await browser.PostAsync(link.IsAbsoluteUri ? link.PathAndQuery : link.OriginalString, null, null, ct, ("Password", chosen), ("Again", chosen));
        if (!led.StartsWith("/studio", StringComparison.Ordinal)) await browser.SignInAsync(mail, chosen, ct);
        await browser.OpenAsync($"/studio/site/{Site}", ct);
    }

    private async Task KeyAsync(CancellationToken ct)
    {
        var (page, _) = await _administrator.PostAsync("/studio/administration/keys", "Make", null, ct, ("Name", Title), ("Scopes", "Read"));
        _key = SmokeBrowser.OneTime(page);
        _program.DefaultRequestHeaders.Authorization = new("Bearer", _key);
    }

    private async Task<string> CreateAsync(CancellationToken ct)
    {
        var (page, path) = await _creator.PostAsync("/studio/articles/new", "Blank", null, ct, ("Topic", Title), ("Kind", "News"), ("Category", ""), ("Tags", "smoke"), ("Words", "300"));
        _ = page;
        return Article().Match(path) is { Success: true } found ? found.Groups[1].Value : throw new SmokeException($"A new article led to {path}.");
    }

    private async Task EditAsync(string article, CancellationToken ct) => await _creator.PostAsync($"/studio/articles/{article}", "Save", null, ct, await FieldsAsync(article, ct));

    private async Task SubmitAsync(string article, CancellationToken ct) => await _creator.PostAsync($"/studio/articles/{article}", "Submit", "name=\"Body\"", ct, [.. await FieldsAsync(article, ct), ("Note", "")]);

    private async Task<(string, string)[]> FieldsAsync(string article, CancellationToken ct)
    {
        var (page, _) = await _creator.OpenAsync($"/studio/articles/{article}", ct);
        var byline = BylineBox().Match(page) is { Success: true } box ? box.Groups[1].Value : throw new SmokeException("The editor offers no byline.");
        return [("Title", Title), ("Summary", "What is tried after each deployment."), ("Body", $"This is {Title}, written, approved and removed by a machine.\n"), ("Kind", "News"), ("CategoryId", ""), ("Bylines", byline), ("Tags", "smoke"), ("Slug", $"smoke-{_stamp}"), ("SeoTitle", ""), ("SeoDescription", ""), ("Cover", "")];
    }

    private async Task ApproveAsync(CancellationToken ct)
    {
        var (queue, _) = await _reviewer.OpenAsync("/studio/review", ct);
        var at = queue.IndexOf(Title, StringComparison.Ordinal);
        if (at < 0) throw new SmokeException("The article is not in the queue of the second person.");
        var round = Round().Matches(queue).OrderBy(m => Math.Abs(m.Index - at)).FirstOrDefault() ?? throw new SmokeException("The queue leads to no round.");
        await _reviewer.PostAsync($"/studio/review/{round.Groups[1].Value}", null, "name=\"Verdict\"", ct, ("Verdict", "Approved"), ("Score", "8"), ("Reason", ""));
    }

    private async Task PublishAsync(string article, CancellationToken ct)
    {
        var hearing = new SmokeHearing(address, Site, _key);
        var (events, socket) = (await hearing.OverEventsAsync(article, ct), await hearing.OverSocketAsync(article, ct));
        await _reviewer.PostAsync($"/studio/articles/{article}/publishing", "Publish", null, ct);
        await Task.WhenAll(events, socket);
    }

    private async Task ReadAsync(string article, CancellationToken ct)
    {
        var found = await _program.GetFromJsonAsync<JsonElement>($"/api/v1/sites/{Site}/articles/{article}", ct);
        if (!found.ToString().Contains(Title, StringComparison.Ordinal)) throw new SmokeException("The API answers another article.");
        var searched = await _program.GetFromJsonAsync<JsonElement>($"/api/v1/sites/{Site}/search?q={_stamp}", ct);
        if (!searched.ToString().Contains(article, StringComparison.Ordinal)) throw new SmokeException("The search does not find the article.");
        using var nobody = new HttpClient(SmokeBrowser.WayTo(address)) { BaseAddress = address };
        using var closed = await nobody.GetAsync($"/api/v1/sites/{Site}/articles/{article}", ct);
        if (closed.IsSuccessStatusCode) throw new SmokeException("The smoke site is read without a key.");
    }

    // A call that costs a few cents: the text is judged by Claude, as a reviewer may ask.
    private async Task AskAsync(string article, CancellationToken ct)
    {
        await _creator.PostAsync($"/studio/articles/{article}/assessment", "Assess", null, ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(TimeSpan.FromMinutes(3));
        using var look = new PeriodicTimer(TimeSpan.FromSeconds(2));
        while (await look.WaitForNextTickAsync(patience.Token))
        {
            var (page, _) = await _creator.OpenAsync($"/studio/articles/{article}/assessment", patience.Token);
            if (page.Contains("class=\"findings\"", StringComparison.Ordinal)) return;
            if (!page.Contains("data-follow=", StringComparison.Ordinal)) throw new SmokeException("Claude did not assess it; the page of the article says why.");
        }
    }

    private async Task RemoveAsync(string article, CancellationToken ct)
    {
        var publishing = $"/studio/articles/{article}/publishing";
        var (page, _) = await _reviewer.OpenAsync(publishing, ct);
        if (page.Contains("handler=Unpublish", StringComparison.OrdinalIgnoreCase)) await _reviewer.PostAsync(publishing, "Unpublish", null, ct, ("Replacement", ""));
        await _creator.PostAsync(publishing, "Bin", null, ct);
        await _reviewer.PostAsync("/studio/bin", "Delete", article, ct, ("Title", Title), ("Replacement", ""));
    }

    private async Task CloseAsync(CancellationToken ct)
    {
        var (keys, _) = await _administrator.OpenAsync("/studio/administration/keys", ct);
        foreach (Match key in KeyOf().Matches(keys).Where(k => _key.Length > 0)) await _administrator.PostAsync("/studio/administration/keys", "Revoke", key.Groups[1].Value, ct);
        foreach (var mail in _people)
        {
            var (page, _) = await _administrator.OpenAsync("/studio/administration/people", ct);
            await _administrator.PostAsync("/studio/administration/people", "Suspend", PersonOf(page, mail), ct);
        }
    }

    private static string RowOf(string page, string mail) => Rows().Matches(page).Select(r => r.Value).FirstOrDefault(r => r.Contains(mail, StringComparison.Ordinal)) ?? throw new SmokeException($"{mail} is not on the site.");

    private static string PersonOf(string page, string mail) => PersonField().Match(RowOf(page, mail)) is { Success: true } person ? person.Groups[1].Value : throw new SmokeException($"{mail} has no id.");

    [GeneratedRegex("<tr>.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Rows();

    [GeneratedRegex("name=\"person\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex PersonField();

    [GeneratedRegex("name=\"key\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex KeyOf();

    [GeneratedRegex("/studio/articles/([0-9a-f-]{36})")]
    private static partial Regex Article();

    [GeneratedRegex("name=\"Bylines\" value=\"([0-9a-f-]{36})\"")]
    private static partial Regex BylineBox();

    [GeneratedRegex("/studio/review/([0-9a-f-]{36})")]
    private static partial Regex Round();
}
