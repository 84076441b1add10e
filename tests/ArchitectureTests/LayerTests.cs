namespace QuestCms.ArchitectureTests;

public sealed class LayerTests
{
    private static readonly Rule DomainAlone = new("Domain stands alone.", "It must compile when every vendor is gone.", "Pass the value in, or raise an event.");
    private static readonly Rule PortsNotPlugs = new("Application knows ports, not plugs.", "Use cases must not change with a vendor or a host.", "Put an interface beside the use case and implement it under Infrastructure.");
    private static readonly Rule NoPages = new("Adapters do not know pages.", "The database must not hang on a screen.", "Return a value; let the page decide.");
    private static readonly Rule PagesTalk = new("Pages talk to use cases.", "A page that sees the database grows logic nobody tests.", "Send a query; add one if it is missing.");
    private static readonly Rule VendorAtHome = new("A vendor's words end at its folder.", "Changing the vendor must touch one folder.", "Translate into the port's own records inside the adapter.");

    private static readonly string[] Vendors = ["Microsoft.EntityFrameworkCore", "MediatR", "FluentValidation", "AutoMapper", "Npgsql", "Polly", "Serilog", "Microsoft.AspNetCore", "Anthropic", "Markdig", "Ganss.Xss", "YamlDotNet", "NetVips"];
    private static readonly string[] Plugs = ["Npgsql", "Polly", "Serilog", "Microsoft.AspNetCore", "Anthropic", "Markdig", "Ganss.Xss", "NetVips", "Microsoft.EntityFrameworkCore.Relational", "QuestCms.Infrastructure", "QuestCms.Web"];

    [Fact]
    public void Domain_stands_alone() => DomainAlone.Check(House.All(House.Domain), t => t.NotHaveDependencyOnAny([.. Vendors, "QuestCms.Application", "QuestCms.Infrastructure", "QuestCms.Web"]));

    [Fact]
    public void Domain_has_no_package_at_all() => DomainAlone.Check(House.Domain.GetReferencedAssemblies(), a => !a.Name!.StartsWith("System", StringComparison.Ordinal) && a.Name != "netstandard", a => a.Name!);

    [Fact]
    public void Application_knows_no_plug() => PortsNotPlugs.Check(House.All(House.Application), t => t.NotHaveDependencyOnAny(Plugs));

    [Fact]
    public void Infrastructure_knows_no_page() => NoPages.Check(House.All(House.Infrastructure), t => t.NotHaveDependencyOn("QuestCms.Web"));

    [Theory]
    [InlineData("QuestCms.Web.Pages.Studio")]
    [InlineData("QuestCms.Web.Ui")]
    [InlineData("QuestCms.Web.Live")]
    public void Pages_do_not_touch_infrastructure(string room) => PagesTalk.Check(House.In(House.Web, room), t => t.NotHaveDependencyOnAny("QuestCms.Infrastructure", "Npgsql", "Microsoft.EntityFrameworkCore"));

    [Fact]
    public void Public_pages_and_the_api_read_the_published_store_and_no_table() =>
        PagesTalk.Check(House.In(House.Web, "QuestCms.Web.Pages.Public"), t => t.NotHaveDependencyOnAny("QuestCms.Infrastructure.Neon.QuestDb", "QuestCms.Infrastructure.Accounts", "QuestCms.Application.Common.IQuestDb", "Npgsql"));

    [Theory]
    [InlineData("Anthropic", "QuestCms.Infrastructure.Claude")]
    [InlineData("Polly", "QuestCms.Infrastructure.(Claude|Replicate)")]
    [InlineData("Markdig", "QuestCms.Infrastructure.Rendering")]
    [InlineData("Ganss.Xss", "QuestCms.Infrastructure.Rendering")]
    [InlineData("NetVips", "QuestCms.Infrastructure.Pictures")]
    [InlineData("Microsoft.AspNetCore.Identity", "QuestCms.Infrastructure.Accounts")]
    public void A_vendors_types_stay_in_its_adapter(string vendor, string folder) =>
        VendorAtHome.Check(House.All(House.Infrastructure).And().DoNotResideInNamespaceMatching($"^{folder}(\\.|$)").And().DoNotHaveNameMatching("First$|ModelSnapshot$"), t => t.NotHaveDependencyOn(vendor));

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        Caught(() => DomainAlone.Check(House.In(House.Here, "QuestCms.ArchitectureTests.Offenders.KnowsAVendor"), t => t.NotHaveDependencyOnAny(Vendors)));
        Caught(() => PortsNotPlugs.Check(House.In(House.Here, "QuestCms.ArchitectureTests.Offenders.KnowsAPlug"), t => t.NotHaveDependencyOnAny(Plugs)));
        Caught(() => PagesTalk.Check(House.In(House.Here, "QuestCms.ArchitectureTests.Offenders.SeesTheDatabase"), t => t.NotHaveDependencyOn("QuestCms.Infrastructure")));
    }

    internal static void Caught(Action check) => Assert.Contains("Instead:", Assert.ThrowsAny<Exception>(check).Message, StringComparison.Ordinal);
}
