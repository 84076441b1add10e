using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace QuestCms.ArchitectureTests;

public sealed class PageTests
{
    private static readonly Rule Decided = new("Every page has an authorisation decision.", "A page nobody thought about is open to everyone.", "Put it under Pages/Studio, or say [AllowAnonymous] on its model.");
    private static readonly Rule OneBase = new("A page that posts is a StudioPage.", "Refusals are shown in one way, with what was typed.", "Derive the model from StudioPage and answer with Perform, Show or Refused.");

    private static IEnumerable<Type> Pages => House.TypesOf(House.Web).Where(t => !t.IsAbstract && typeof(PageModel).IsAssignableFrom(t));

    [Fact]
    public void Every_page_has_an_authorisation_decision() => Decided.Check(Pages, IsUndecided, t => t.FullName!);

    [Fact]
    public void A_page_that_posts_is_a_studio_page() => OneBase.Check(Pages, PostsByItself, t => t.FullName!);

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        Assert.True(IsUndecided(typeof(Offenders.OpenPage)));
        Assert.True(PostsByItself(typeof(Offenders.OpenPage)));
    }

    private static bool IsUndecided(Type page)
    {
        var isStudio = page.Namespace == "QuestCms.Web.Pages.Studio" || page.Namespace!.StartsWith("QuestCms.Web.Pages.Studio.", StringComparison.Ordinal);
        var isOpen = page.GetCustomAttribute<AllowAnonymousAttribute>() is not null;
        return isStudio == isOpen; // neither, or both at once
    }

    private static bool PostsByItself(Type page) =>
        page.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal)) && !typeof(QuestCms.Web.Ui.StudioPage).IsAssignableFrom(page);
}
