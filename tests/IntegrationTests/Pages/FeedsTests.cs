using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Delivery;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Media;
using QuestCms.Web.Api.Delivery.Feeds;

namespace QuestCms.IntegrationTests.Pages;

/// <summary>Feeds, site map and llms.txt by the rules of their formats.</summary>
public sealed class FeedsTests(SharedHouse shared) : InASharedHouse(shared)
{
    private const string Api = "/api/v1/sites/relocation";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    // A title with what XML has no place for, a cover, pictures and links in the text.
    private async Task<HttpClient> ReaderAsync()
    {
        var reader = House.CreateClient();
        if (await House.ScalarAsync<long>("select count(*) from delivery.published_articles where slug = 'fed'") > 0) return reader;
        var (cover, inText) = (await Some.ReadyAsync("A tram", "Desk", 1700, 1000), await Some.ReadyAsync("", "Somebody"));
        for (var i = 1; i <= 3; i++)
        {
            var (number, article) = (i, await Some.DraftAsync($"Fed {i} <b>&\u0001]]>"));
            await Some.ChangeAsync(article, c => c with
            {
                Slug = number == 3 ? "fed" : $"fed-{number}",
                Cover = number == 3 ? cover : null,
                Summary = number == 1 ? "" : "Short & <good>",
                Tags = ["visa", "tax"],
                Body = $"See [this](/sites/relocation/fed-1), [that](#part), [there](other-page) and [all](https://example.org/?a=1&b=2).\n\n![Quay](/media/{inText}/w800.webp)\n\n## Part\n\n`src=\"/x\"` stays.\n",
            });
            await Some.ApprovedAsync(article);
            await Some.Must(new PublishArticle(article), Some.Publisher);
        }
        return reader;
    }

    [Fact]
    public async Task Rss_keeps_the_rules_of_rss_2_0()
    {
        using var reader = await ReaderAsync();
        var answer = await reader.GetAsync($"{Api}/feed.rss", Ct);
        var channel = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!.Element("channel")!;

        Assert.Equal("application/rss+xml", answer.Content.Headers.ContentType!.MediaType);
        foreach (var required in new[] { "title", "link", "description" }) Assert.NotEmpty(channel.Element(required)!.Value);
        Assert.Equal(channel.Element(Atom + "link")!.Attribute("href")!.Value, answer.RequestMessage!.RequestUri!.ToString());
        var items = channel.Elements("item").ToList();
        Assert.Equal(items.Count, items.Select(i => i.Element("guid")!.Value).Distinct().Count());
        Assert.All(items, item =>
        {
            Assert.True(item.Element("title")!.Value.Length > 0 && Uri.IsWellFormedUriString(item.Element("link")!.Value, UriKind.Absolute) && item.Element("guid")!.Attribute("isPermaLink")!.Value == "false");
            Assert.True(DateTimeOffset.TryParseExact(item.Element("pubDate")!.Value, "R", null, default, out _));
        });
        var fed = items.First();
        Assert.Equal("Fed 3 <b>&]]>", fed.Element("title")!.Value);
        Assert.Equal("Short &amp; &lt;good&gt;", fed.Element("description")!.Value);
        Assert.Equal(["Portugal", "visa", "tax"], fed.Elements("category").Select(c => c.Value));
        var enclosure = fed.Element("enclosure")!;
        Assert.Equal("image/jpeg", enclosure.Attribute("type")!.Value);
        Assert.Equal((await reader.GetByteArrayAsync(enclosure.Attribute("url")!.Value, Ct)).Length, int.Parse(enclosure.Attribute("length")!.Value));
        AssertLeadsAnywhere(fed.Element(Content + "encoded")!.Value, reader.BaseAddress!);
    }

    [Fact]
    public async Task Atom_keeps_the_rules_of_rfc_4287()
    {
        using var reader = await ReaderAsync();
        var answer = await reader.GetAsync($"{Api}/feed.atom", Ct);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var one in new[] { "id", "title", "updated" }) Assert.Single(feed.Elements(Atom + one));
        Assert.Equal(["self", "alternate"], feed.Elements(Atom + "link").Select(l => l.Attribute("rel")!.Value));
        Assert.NotEmpty(feed.Element(Atom + "author")!.Element(Atom + "name")!.Value);
        var entries = feed.Elements(Atom + "entry").ToList();
        Assert.All(entries, entry =>
        {
            foreach (var one in new[] { "id", "title", "updated", "published", "content" }) Assert.Single(entry.Elements(Atom + one));
            Assert.Single(entry.Elements(Atom + "link"), l => l.Attribute("rel")!.Value == "alternate");
            Assert.All(entry.Elements(Atom + "author"), author => Assert.Single(author.Elements(Atom + "name")));
            Assert.StartsWith("urn:uuid:", entry.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.Equal(XmlConvert.ToDateTimeOffset(entry.Element(Atom + "updated")!.Value).Offset, TimeSpan.Zero);
        });
        Assert.Equal(feed.Element(Atom + "updated")!.Value, entries.Max(e => e.Element(Atom + "updated")!.Value));
        AssertLeadsAnywhere(entries[0].Element(Atom + "content")!.Value, reader.BaseAddress!);
    }

    [Fact]
    public async Task Json_feed_keeps_the_rules_of_version_1_1()
    {
        using var reader = await ReaderAsync();
        var answer = await reader.GetAsync($"{Api}/feed.json", Ct);
        var feed = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Ct));

        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("https://jsonfeed.org/version/1.1", answer.RequestMessage!.RequestUri!.ToString()), (feed.GetProperty("version").GetString(), feed.GetProperty("feed_url").GetString()));
        var items = feed.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(items.Count, items.Select(i => i.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(items, item =>
        {
            Assert.True(item.GetProperty("content_html").GetString()!.Length > 0 && Uri.IsWellFormedUriString(item.GetProperty("url").GetString(), UriKind.Absolute));
            Assert.True(DateTimeOffset.TryParse(item.GetProperty("date_published").GetString(), out _));
            Assert.DoesNotContain(item.EnumerateObject(), p => p.Value.ValueKind == JsonValueKind.Null);
        });
        Assert.False(items.Single(i => i.GetProperty("url").GetString()!.EndsWith("/fed-1", StringComparison.Ordinal)).TryGetProperty("summary", out _));
        var fed = items[0];
        Assert.Equal("image/jpeg", fed.GetProperty("attachments")[0].GetProperty("mime_type").GetString());
        Assert.Equal(["reviewer"], fed.GetProperty("_quest").GetProperty("reviewers").EnumerateArray().Select(r => r.GetString()));
        AssertLeadsAnywhere(fed.GetProperty("content_html").GetString()!, reader.BaseAddress!);
    }

    private static void AssertLeadsAnywhere(string html, Uri host)
    {
        Assert.Contains($"href=\"{host}sites/relocation/fed-1\"", html, StringComparison.Ordinal);
        Assert.True(html.Contains($"href=\"{host}sites/relocation/fed#h-part\"", StringComparison.Ordinal), html);
        Assert.Contains($"href=\"{host}sites/relocation/other-page\"", html, StringComparison.Ordinal);
        Assert.Contains("https://example.org/?a=1&amp;b=2", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(new Regex("""(?:src|href)="/|srcset="/|, /media/"""), html.Replace("<code>src=\"/x\"</code>", "", StringComparison.Ordinal));
        Assert.Contains("<code>src=\"/x\"</code>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("feed.rss")]
    [InlineData("feed.atom")]
    [InlineData("feed.json")]
    [InlineData("sitemap.xml")]
    [InlineData("llms.txt")]
    public async Task Who_has_it_is_told_so_and_what_is_unknown_is_refused(string name)
    {
        using var reader = await ReaderAsync();
        var first = await reader.GetAsync($"{Api}/{name}", Ct);
        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Api}/{name}");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await reader.SendAsync(again, Ct)).StatusCode);
        Assert.Equal("site:relocation", first.Headers.GetValues("Cache-Tag").Single());
        using var head = await reader.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"{Api}/{name}"), Ct);
        Assert.Equal((HttpStatusCode.OK, 0), (head.StatusCode, (await head.Content.ReadAsByteArrayAsync(Ct)).Length));
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync($"{Api}/{name}?limit=5", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await reader.PostAsync($"{Api}/{name}", null, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/api/v1/sites/nowhere/{name}", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"/api/v1/sites/placement/{name}", Ct)).StatusCode); // nothing is published there
    }

    [Fact]
    public async Task A_site_map_is_valid_and_names_every_piece_with_its_cover()
    {
        using var reader = await ReaderAsync();
        var map = Valid(await reader.GetStringAsync($"{Api}/sitemap.xml", Ct));

        var host = reader.BaseAddress!;
        Assert.Equal($"{host}sites/relocation", map.Root!.Elements(Map + "url").First().Element(Map + "loc")!.Value);
        Assert.Contains($"{host}sites/relocation/category/portugal", map.Root.Elements(Map + "url").Select(u => u.Element(Map + "loc")!.Value));
        Assert.Equal(await House.ScalarAsync<long>("select count(*) from delivery.published_articles p join delivery.sites s on s.id = p.site where s.slug = 'relocation'"), map.Root.Elements(Map + "url").Count(u => Regex.IsMatch(u.Element(Map + "loc")!.Value, "/sites/relocation/[^/]+$")));
        Assert.StartsWith($"{host}media/", map.Descendants("{http://www.google.com/schemas/sitemap-image/1.1}loc").Single().Value, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync($"{Api}/sitemap.xml?part=x", Ct)).StatusCode);
    }

    [Fact]
    public async Task Beyond_what_a_file_holds_there_is_an_index_and_its_parts_hold_each_piece_once()
    {
        using var first = await ReaderAsync();
        using var small = House.WithWebHostBuilder(b => b.ConfigureTestServices(s => s.AddSingleton(new SiteMapSize(2))));
        using var reader = small.CreateClient();
        var index = Valid(await reader.GetStringAsync($"{Api}/sitemap.xml", Ct));
        Assert.Equal(Map + "sitemapindex", index.Root!.Name);

        var seen = new List<string>();
        foreach (var part in index.Root.Elements(Map + "sitemap").Select(s => s.Element(Map + "loc")!.Value)) seen.AddRange(Valid(await reader.GetStringAsync(part, Ct)).Root!.Elements(Map + "url").Select(u => u.Element(Map + "loc")!.Value));
        var whole = Valid(await first.GetStringAsync($"{Api}/sitemap.xml", Ct)).Root!.Elements(Map + "url").Select(u => u.Element(Map + "loc")!.Value).ToList();
        Assert.Equal(whole, seen);
    }

    // sitemaps.org's own schemas, as far as anything of them is used here.
    private static XDocument Valid(string xml)
    {
        const string Url = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" elementFormDefault="qualified">
              <xsd:element name="urlset"><xsd:complexType><xsd:sequence><xsd:any namespace="##other" processContents="strict" minOccurs="0" maxOccurs="unbounded"/><xsd:element name="url" type="tUrl" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType></xsd:element>
              <xsd:element name="sitemapindex"><xsd:complexType><xsd:sequence><xsd:element name="sitemap" maxOccurs="unbounded"><xsd:complexType><xsd:all><xsd:element name="loc" type="tLoc"/><xsd:element name="lastmod" type="tLastmod" minOccurs="0"/></xsd:all></xsd:complexType></xsd:element></xsd:sequence></xsd:complexType></xsd:element>
              <xsd:complexType name="tUrl"><xsd:sequence><xsd:element name="loc" type="tLoc"/><xsd:element name="lastmod" type="tLastmod" minOccurs="0"/><xsd:any namespace="##other" processContents="strict" minOccurs="0" maxOccurs="unbounded"/></xsd:sequence></xsd:complexType>
              <xsd:simpleType name="tLoc"><xsd:restriction base="xsd:anyURI"><xsd:minLength value="12"/><xsd:maxLength value="2048"/></xsd:restriction></xsd:simpleType>
              <xsd:simpleType name="tLastmod"><xsd:union><xsd:simpleType><xsd:restriction base="xsd:date"/></xsd:simpleType><xsd:simpleType><xsd:restriction base="xsd:dateTime"/></xsd:simpleType></xsd:union></xsd:simpleType>
            </xsd:schema>
            """;
        const string Image = """
            <xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.google.com/schemas/sitemap-image/1.1" elementFormDefault="qualified">
              <xsd:element name="image"><xsd:complexType><xsd:sequence><xsd:element name="loc" type="xsd:anyURI"/></xsd:sequence></xsd:complexType></xsd:element>
            </xsd:schema>
            """;
        var schemas = new XmlSchemaSet();
        foreach (var schema in new[] { Url, Image })
        {
            using var reader = XmlReader.Create(new StringReader(schema));
            schemas.Add(null, reader);
        }
        var document = XDocument.Parse(xml);
        document.Validate(schemas, (_, fault) => Assert.Fail(fault.Message));
        return document;
    }

    [Fact]
    public async Task What_a_language_model_reads_is_a_heading_a_sentence_and_links()
    {
        using var reader = await ReaderAsync();
        var lines = (await reader.GetStringAsync($"{Api}/llms.txt", Ct)).Split('\n');

        Assert.Equal(("# Relocation", "> How to move."), (lines[0], lines[2]));
        Assert.Contains("## Portugal", lines);
        Assert.Contains(lines, line => line.EndsWith("/sites/relocation/fed): Short & <good>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Search_engines_are_led_to_the_maps_in_production_alone()
    {
        using var reader = House.CreateClient();
        Assert.Equal("User-agent: *\nDisallow: /\n", await reader.GetStringAsync("/robots.txt", Ct));
    }
}
