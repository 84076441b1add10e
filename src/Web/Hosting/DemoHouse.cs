using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Content;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Sites;

namespace QuestCms.Web.Hosting;

/// <summary>The demo's sites with their categories and bylines, and its people, named for their role.</summary>
internal static class DemoHouse
{
    private sealed record DemoSite(string Slug, string Name, string Strapline, string[] Categories, (string Name, string About)[] Bylines);

    private static readonly DemoSite[] Sites =
    [
        new("relocation", "Relocation", "How to move a life to another country, step by step.",
            ["Visas and permits", "Housing", "Money and tax", "Schools and family", "Settling in"],
            [("Relocation desk", "The desk writes about permits, homes and the first year in a new country."), ("Family desk", "Schools, health and everything that moves with children.")]),
        new("rainmaker", "Rainmaker", "Winning and keeping the clients who are worth it.",
            ["Business development", "Pricing", "Client care", "Practice management"],
            [("Rainmaker desk", "The desk writes about how firms find work, price it and keep it.")]),
        new("placement", "Placement", "Hiring and being hired, told from both sides of the table.",
            ["Hiring", "Interviews", "Careers", "Pay and contracts"],
            [("Placement desk", "The desk writes about roles, interviews and the first hundred days."), ("Pay desk", "What work is worth, and what a contract says about it.")]),
    ];

    private static readonly (string Email, string Name, Role Role)[] People =
    [
        (Demo.Administrator, "Demo admin", Role.Administrator),
        ("creator@quest.test", "Demo creator", Role.Creator),
        ("reviewer@quest.test", "Demo reviewer", Role.Reviewer),
        ("publisher@quest.test", "Demo publisher", Role.Publisher),
    ];

    public static readonly string[] Addresses = [.. People.Select(p => p.Email)];

    public static async Task FillAsync(IServiceProvider services, CancellationToken ct)
    {
        await Demo.SendAsync(services, new AddHouseAdministrator(Demo.Administrator, People[0].Name), ct: ct);
        foreach (var site in Sites) await FillSiteAsync(services, site, ct);
    }

    private static async Task FillSiteAsync(IServiceProvider services, DemoSite demo, CancellationToken ct)
    {
        var id = await Demo.ReadAsync(services, db => db.Sites.Where(s => s.Slug == demo.Slug).Select(s => (SiteId?)s.Id).FirstOrDefaultAsync(ct));
        if (id is null)
        {
            id = SiteId.New(services.GetRequiredService<TimeProvider>().GetUtcNow());
            await Demo.SendAsync(services, new FoundSite(id.Value, demo.Slug, demo.Name, demo.Strapline), ct: ct);
        }
        var site = id.Value;
        var there = await Demo.ReadAsync(services, async db => (
            Categories: await db.Categories.Where(c => c.Site == site).Select(c => c.Name).ToListAsync(ct),
            Bylines: await db.Bylines.Where(b => b.Site == site).Select(b => b.Name).ToListAsync(ct),
            Members: await db.Memberships.Where(m => m.Site == site).Join(db.People, m => m.Person, p => p.Id, (_, p) => p.Email).ToListAsync(ct)));
        foreach (var category in demo.Categories.Except(there.Categories)) await Demo.SendAsync(services, new AddCategory(site, category), ct: ct);
        foreach (var (name, about) in demo.Bylines.Where(b => !there.Bylines.Contains(b.Name))) await Demo.SendAsync(services, new AddByline(site, name, about), ct: ct);
        foreach (var (email, name, role) in People.Where(p => !there.Members.Contains(p.Email))) await Demo.SendAsync(services, new InvitePerson(site, email, name, [role]), ct: ct);
    }
}
