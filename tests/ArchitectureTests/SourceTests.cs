using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;

namespace QuestCms.ArchitectureTests;

/// <summary>Laws that are read from the sources.</summary>
public sealed partial class SourceTests
{
    private static readonly Rule Clock = new("No hidden clock.", "A clock nobody passes in makes tests that sometimes fail and trails that are wrong.", "Inject TimeProvider in the handler, pass `now` to the domain.");
    private static readonly Rule Waiting = new("Nobody sleeps with a thread, nor waits for an awaiter with one.", "It holds a thread while someone else's server thinks.", "await it.");
    private static readonly Rule Sending = new("Workers own when, never what.", "Logic in a timer is logic without tests.", "Send a command.");
    private static readonly string[] Reach = ["QuestCms.Application.Common.IQuestDb", "QuestCms.Infrastructure.Neon.QuestDb", "Microsoft.EntityFrameworkCore"];
    private static readonly Rule Budget = new("Files are short: 250 lines, a use case 120.", "A longer one has become a place instead of a thing.", "Split by behaviour, not by kind.");
    private static readonly Rule Names = new("Nothing is called Repository, Manager, Helper or Util.", "DbSet is the repository; the other three name nothing.", "Name it for what it does.");
    private static readonly Rule Strict = new("No style attribute, no inline script, no !important outside reduced motion.", "A strict content security policy refuses them.", "Use a class of quest.css, or an attribute of SVG.");

    [Fact]
    public void No_hidden_clock() => Clock.Check(Sources("src"), f => Hidden().IsMatch(f.Code), f => f.Name);

    [Fact]
    public void Nobody_sleeps_with_a_thread() => Waiting.Check(Sources("src"), f => Blocking().IsMatch(f.Code), f => f.Name);

    [Fact]
    public void Files_are_short() => Budget.Check(Sources("src"), f => f.Lines > (IsUseCase(f) ? 120 : 250), f => $"{f.Name} ({f.Lines})");

    [Fact]
    public void Tests_are_short() => Budget.Check(Sources("tests"), f => f.Lines > 300, f => $"{f.Name} ({f.Lines})");

    [Fact]
    public void Nothing_is_called_manager() => Names.Check(Sources("src"), f => Vague().IsMatch(Path.GetFileNameWithoutExtension(f.Name)), f => f.Name);

    [Fact]
    public void Pages_hold_no_inline_style_or_script() =>
        Strict.Check(Files("src/Web/Pages", "*.cshtml"), f => Inline().IsMatch(f.Code), f => f.Name);

    [Fact]
    public void Workers_live_in_their_room() => Sending.Check(House.TypesOf(House.Infrastructure).Concat(House.TypesOf(House.Web)).Where(t => typeof(IHostedService).IsAssignableFrom(t)), IsAstray, t => t.Name);

    [Fact]
    public void Workers_only_send() =>
        Sending.Check(House.In(House.Infrastructure, "QuestCms.Infrastructure.BackgroundWork").And().HaveNameEndingWith("Worker"), t => t.NotHaveDependencyOnAny(Reach));

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        var offender = Read(Path.Combine(House.Root, "tests/ArchitectureTests/Offenders/Aggregates.cs"));
        Assert.Matches(Hidden(), offender.Code);
        Assert.Matches(Blocking(), offender.Code);
        Assert.True(IsAstray(typeof(Offenders.CountingTimer)));
        LayerTests.Caught(() => Sending.Check(House.In(House.Here, "QuestCms.ArchitectureTests.Offenders").And().HaveName("CountingTimer"), t => t.NotHaveDependencyOnAny(Reach)));
        Assert.Matches(Vague(), "ArticleManager");
        Assert.Matches(Inline(), "<p style=\"color: red\">");
        Assert.Matches(Inline(), "<script>alert(1)</script>");
        Assert.DoesNotMatch(Inline(), "<script type=\"module\" src=\"~/lib/studio.js\"></script>");
    }

    private static bool IsAstray(Type t) => t.Namespace != "QuestCms.Infrastructure.BackgroundWork" || !t.Name.EndsWith("Worker", StringComparison.Ordinal);

    private sealed record Source(string Name, string Code, int Lines);

    private static bool IsUseCase(Source f) => f.Name.StartsWith("src/Application/", StringComparison.Ordinal) && UseCase().IsMatch(f.Code);

    private static IEnumerable<Source> Sources(string folder) => Files(folder, "*.cs");

    private static IEnumerable<Source> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(House.Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal)).Select(Read);

    private static Source Read(string path)
    {
        var text = File.ReadAllText(path);
        return new Source(Path.GetRelativePath(House.Root, path).Replace('\\', '/'), Comment().Replace(text, ""), text.Count(c => c == '\n'));
    }

    [GeneratedRegex(@"Date(Time|TimeOffset)\.(Utc)?Now|Guid\.NewGuid\(|Guid\.CreateVersion7\(\)")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\.GetAwaiter\(\)\.GetResult\(\)|Thread\.Sleep")]
    private static partial Regex Blocking();

    [GeneratedRegex("(Repository|Manager|(?<!Tag)Helpers?|Utils?)$")]
    private static partial Regex Vague();

    [GeneratedRegex("""\sstyle="|<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)[^>]*>|\son[a-z]+="|javascript:""")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\bI(Command|Query)Handler<")]
    private static partial Regex UseCase();

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();
}
