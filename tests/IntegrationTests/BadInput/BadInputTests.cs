using System.Net;
using System.Text;
using System.Text.Json;
using QuestCms.Domain.Identity;
using QuestCms.IntegrationTests.Identity;

namespace QuestCms.IntegrationTests.BadInput;

/// <summary>
/// Every form of the running application with what cannot be, field by field: never a fault, always a sentence, what was typed is still there, nothing is
/// half-stored. A form or an address without an entry fails.
/// </summary>
public sealed class BadInputTests(FormsHouse forms) : IClassFixture<FormsHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllForms => [.. Forms.All.Keys];

    private static readonly byte[] TooMuch = new byte[10 * 1024 * 1024];

    private const string Word = "a word for anything else";

    // As they go over the wire. Half of a pair can't be said in UTF-8; this is what a broken client sends for it.
    private static readonly (string What, string Encoded)[] Bad =
    [
        ("over-long", new string('x', 210_000)), ("empty", ""), (Word, "no-such-thing"), ("NUL", "a%00b"), ("lone surrogate", "a%ED%A0%80b"), ("lone surrogate in JSON", "%5B%22%5Cud800%22%5D"),
        ("unknown id", "01920000-0000-7000-8000-00000000dead"), ("a number beyond all", "99999999999999999999"), ("negative", "-1"),
    ];

    [Fact]
    public async Task Every_address_of_the_running_application_has_its_entry()
    {
        var routes = await forms.RoutesAsync();

        var unknown = routes.Where(r => !r.StartsWith("GET ", StringComparison.Ordinal) || !Known.IsPage(r)).Where(r => !Forms.All.ContainsKey(r) && !Forms.Elsewhere.Contains(r)).ToList();
        Assert.True(unknown.Count == 0, $"No entry in Forms says how these are tried with what cannot be: {string.Join(", ", unknown)}");
        Assert.Empty(Forms.All.Keys.Concat(Forms.Elsewhere).Except(routes)); // an entry of what is gone
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task What_cannot_be_is_answered_with_a_sentence_and_nothing_is_half_stored(string name)
    {
        var form = Forms.All[name];
        long? saves = null; // as last counted: what was refused since counted none
        foreach (var (field, _) in form.Fields)
        {
            foreach (var (what, encoded) in Bad)
            {
                // A script is answered by the same code; one value shows that it is answered as a script.
                foreach (var json in what == Word ? new[] { false, true } : [false])
                {
                    var before = saves ?? await SavesAsync();
                    saves = null;
                    var answer = await PostAsync(form, form.Address(forms), field, encoded, json);
                    var said = $"{name}, {field} {what}{(json ? " (JSON)" : "")}: {(int)answer.Status}";

                    Assert.True((int)answer.Status < 500 || IsNotConnected(answer), $"{said} {answer.Body}");
                    if ((int)answer.Status < 400) continue; // it may be said there
                    if (!form.SavesFirst && !answer.Body.Contains("newer version", StringComparison.Ordinal)) Assert.True(before == (saves = await SavesAsync()), $"{said}: something was stored.");
                    if (json || answer.Raw.StartsWith('{')) AssertProblem(answer, said);
                    else AssertPage(form, field, answer, said);
                }
            }
        }
    }

    [Fact]
    public async Task A_NUL_is_said_beside_its_field_and_the_rest_of_the_form_is_kept()
    {
        var answer = await PostAsync(Forms.All["POST /studio/articles/new"], "/studio/articles/new", "Topic", "a%00b", json: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("holds characters that can't be stored (NUL", answer.Body, StringComparison.Ordinal);
        Assert.Contains("<form method=\"post\"", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task More_than_is_taken_is_413_with_a_sentence(string name)
    {
        var form = Forms.All[name];
        var browser = await forms.BrowserAsync(form.Who(forms));

        var answer = await browser.RawAsync(form.Address(forms), new ByteArrayContent(TooMuch) { Headers = { { "Content-Type", "application/x-www-form-urlencoded" } } }, json: false);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("more than is taken at once", answer.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(AllForms))]
    public async Task An_unknown_id_a_broken_one_and_another_sites_are_not_found(string name)
    {
        var form = Forms.All[name];
        if (!name.Contains("{id", StringComparison.Ordinal)) return;
        var stranger = form with { Who = _ => forms.Some.Stranger };
        var id = form.Address(forms).Split('/', '?').First(part => Guid.TryParse(part, out _));

        foreach (var address in new[] { Guid.CreateVersion7().ToString(), "no-id", "0" }.Select(other => form.Address(forms).Replace(id, other, StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(form, address, null, "", json: false)).Status);
        var before = await SavesAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(stranger, form.Address(forms), null, "", json: false)).Status);
        AssertProblem(await PostAsync(stranger, form.Address(forms), null, "", json: true), name);
        Assert.Equal(before, await SavesAsync());
    }

    [Fact]
    public async Task A_page_asked_with_what_cannot_be_is_shown_or_refused_and_never_fails()
    {
        foreach (var route in (await forms.RoutesAsync()).Where(Known.IsPage))
        {
            var pattern = route["GET ".Length..];
            var (who, address) = Known.Page(forms, pattern);
            var browser = await forms.BrowserAsync(who);
            Assert.True((int)(await browser.GetAsync(address)).Status < 400, $"{route} itself is not shown to {who.Name}.");
            foreach (var parameter in await forms.QueryOfAsync(pattern.Split("?handler=")[0]))
                foreach (var (what, encoded) in Bad)
                {
                    var answer = await browser.GetAsync($"{address}{(address.Contains('?') ? '&' : '?')}{parameter}={(encoded.Length > 2_000 ? encoded[..2_000] : encoded)}");
                    Assert.True((int)answer.Status < 500, $"{route}, {parameter} {what}: {(int)answer.Status}");
                }
            if (!pattern.Contains('{') || pattern.Contains("?handler=", StringComparison.Ordinal) || pattern.Contains("{handler?}", StringComparison.Ordinal)) continue; // a handler beside a page answers what hangs on no id
            foreach (var other in new[] { Guid.CreateVersion7().ToString(), "no-id", "a%ED%A0%80", new string('x', 2_000) })
            {
                var elsewhere = await browser.GetAsync(System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*\}", other));
                Assert.True((int)elsewhere.Status is 404 or 400 or 302, $"{route} with {other}: {(int)elsewhere.Status}");
            }
        }
    }

    private async Task<Answered> PostAsync(PostedForm form, string address, string? field, string encoded, bool json)
    {
        var browser = await forms.BrowserAsync(form.Who(forms));
        var token = await browser.TokenAsync(form.Who(forms).Person is null ? "/sign-in" : "/studio/account/password");
        var body = new StringBuilder($"__RequestVerificationToken={Uri.EscapeDataString(token)}");
        foreach (var (name, good) in form.Fields)
            body.Append('&').Append(name).Append('=').Append(name == field ? encoded : Uri.EscapeDataString(await GoodAsync(good)));
        return await browser.RawAsync(address, new StringContent(body.ToString(), Encoding.UTF8, "application/x-www-form-urlencoded"), json);
    }

    // No key, no token here: said in a sentence, and no fault.
    private static bool IsNotConnected(Answered answer) => answer.Status == HttpStatusCode.ServiceUnavailable && (answer.Body.Contains("claude.no_key", StringComparison.Ordinal) || answer.Body.Contains("no key is set", StringComparison.Ordinal) || answer.Body.Contains("no token is set", StringComparison.Ordinal));

    private async Task<string> GoodAsync(string good) => good switch
    {
        "{category}" => forms.Some.Category.ToString(),
        "{byline}" => forms.Some.Byline.ToString(),
        "{creator}" => forms.Some.Creator.Person!.Value.ToString(),
        "{second}" => forms.Some.SecondReviewer.Person!.Value.ToString(),
        "{asset}" => forms.Asset.ToString(),
        "{generation}" => forms.Generation.ToString(),
        "{new}" => Guid.CreateVersion7().ToString(),
        "{version}" => (await forms.Some.House.ScalarAsync<int>("select working_version from content.articles where id = $1", forms.Draft.Value)).ToString(),
        _ => good,
    };

    // Each command that stores anything writes its operation with it.
    private Task<long> SavesAsync() => forms.Some.House.ScalarAsync<long>("select count(*) from work.operations");

    private static void AssertProblem(Answered answer, string said)
    {
        var problem = JsonSerializer.Deserialize<JsonElement>(answer.Raw);
        Assert.True(problem.GetProperty("status").GetInt32() == (int)answer.Status && problem.GetProperty("detail").GetString()!.Length > 10, said);
    }

    private static void AssertPage(PostedForm form, string field, Answered answer, string said)
    {
        Assert.Contains("<main", answer.Body, StringComparison.Ordinal);
        if (answer.Status is not (HttpStatusCode.BadRequest or HttpStatusCode.Conflict) || !answer.Body.Contains("<form method=\"post\"", StringComparison.Ordinal)) return;
        foreach (var (name, good) in form.Fields.Where(f => f.Name != field && f.Good.StartsWith("Typed", StringComparison.Ordinal)))
            Assert.True(answer.Body.Contains(good, StringComparison.Ordinal), $"{said}: what was typed as {name} is gone.");
    }
}

/// <summary>Which address shows a page, and to whom.</summary>
internal static class Known
{
    public static bool IsPage(string route) => route.StartsWith("GET ", StringComparison.Ordinal) && !Forms.Elsewhere.Contains(route);

    public static (Actor Who, string Address) Page(FormsHouse forms, string pattern) => pattern switch
    {
        "/" or "/sign-in" or "/sign-in/code" or "/sign-in/forgotten" or "/sign-in/link" or "/sign-out" => (Actor.Nobody, pattern),
        "/api/docs" or "/api/problems" or "/api/provenance" => (Actor.Nobody, pattern),
        "/api/problems/{code}" => (Actor.Nobody, "/api/problems/cursor.invalid"),
        "/sites/{site}" => (Actor.Nobody, "/sites/relocation"),
        "/sites/{site}/category/{category}" => (Actor.Nobody, "/sites/relocation/category/portugal"),
        "/sites/{site}/tag/{tag}" => (Actor.Nobody, "/sites/relocation/tag/visa"),
        "/sites/{site}/author/{author}" => (Actor.Nobody, "/sites/relocation/author/relocation-desk"),
        "/sites/{site}/archive/{year:int:range(1000,9999)}/{month:int:range(1,12)?}" => (Actor.Nobody, $"/sites/relocation/archive/{forms.Some.House.Clock.GetUtcNow().Year}"),
        "/sites/{site}/{**slug}" => (Actor.Nobody, "/sites/relocation/approved-to-post-about"),
        "/studio/site/{slug}" => (forms.Some.Creator, "/studio/site/relocation"),
        "/studio/generations/recall?handler=Csv" => (forms.Some.Reviewer, "/studio/generations/recall?handler=Csv&q=draft%2F1&by=Prompt"),
        "/studio/generations/recall" => (forms.Some.Reviewer, "/studio/generations/recall?q=draft%2F1&by=Prompt"),
        "/studio/generations/{id:guid}" => (forms.Some.Creator, $"/studio/generations/{forms.Generation}"),
        "/studio/media/{id:guid}" => (forms.Some.Creator, $"/studio/media/{forms.Asset}"),
        "/studio/review/{id:guid}" => (forms.Some.Reviewer, $"/studio/review/{forms.Round}"),
        "/studio/articles/{id:guid}/resolve" => (forms.Some.Creator, $"/studio/articles/{forms.InConflict}/resolve"),
        "/studio/administration/prompts/{id:guid}" => (forms.HouseAdministrator, $"/studio/administration/prompts/{forms.Trial}"),
        _ when pattern.StartsWith("/studio/administration/webhooks/deliveries/", StringComparison.Ordinal) => (forms.Some.Administrator, $"/studio/administration/webhooks/deliveries/{forms.Delivery}"),
        _ when pattern.StartsWith("/studio/administration/webhooks/", StringComparison.Ordinal) => (forms.Some.Administrator, pattern.Replace("{id:guid}", forms.Webhook.ToString(), StringComparison.Ordinal)),
        _ when pattern.StartsWith("/studio/administration/prompts", StringComparison.Ordinal) || pattern.StartsWith("/studio/administration/sites", StringComparison.Ordinal) || pattern.StartsWith("/studio/administration/everyone", StringComparison.Ordinal) || pattern is "/studio/administration/mails" or "/studio/administration/house" => (forms.HouseAdministrator, pattern),
        _ when pattern.StartsWith("/studio/administration", StringComparison.Ordinal) => (forms.Some.Administrator, pattern),
        _ => (forms.Some.Creator, pattern.Replace("{id:guid}", forms.Draft.ToString(), StringComparison.Ordinal).Replace("/{handler?}", "", StringComparison.Ordinal)),
    };
}
