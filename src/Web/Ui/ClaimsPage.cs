using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using QuestCms.Application.Common;
using QuestCms.Application.Review;
using QuestCms.Domain.Common;
using QuestCms.Domain.Review;

namespace QuestCms.Web.Ui;

/// <summary>What is typed beside one claim.</summary>
public sealed class ClaimInput
{
    public int Version { get; set; }
    public string? Source { get; set; }
    public DateOnly? HoldsUntil { get; set; }
    public string? Why { get; set; }
}

/// <summary>One claim as a page shows it. <paramref name="Wrong"/> is why this one was not taken.</summary>
/// <param name="Form">The form its fields and buttons belong to.</param>
public sealed record ClaimPart(ClaimShown Claim, int Number, string Form, ClaimInput? Typed, bool MayCheck, bool MayGiveSource, Error? Wrong)
{
    public string? ErrorOf(string field) => Wrong?.Fields.FirstOrDefault(f => f.Path == field)?.Message;
}

/// <summary>A page with claims in it: all that is typed beside them goes with whichever button is pressed, and what was not meant by it stays.</summary>
public abstract class ClaimsPage(IMediator mediator) : StudioPage(mediator)
{
    /// <summary>So many claims can be worked on at once; a form has an end.</summary>
    public const int MostFields = 100;
    private const int MostKept = 3_000;

    // Named: without a name a form with no claim in it would be read as one, each of its fields a claim's id.
    [BindProperty(Name = "Claims")] public Dictionary<Guid, ClaimInput> Claims { get; set; } = [];

    /// <summary>The pressed button: a claim's id and what was found; Open gives only its source.</summary>
    [BindProperty] public string? Check { get; set; }

    public ClaimPart PartOf(ClaimShown claim, int number, string form, bool mayCheck, bool mayGiveSource)
    {
        var isWrong = Refusal is not null && Check?.StartsWith(claim.Id.ToString(), StringComparison.OrdinalIgnoreCase) == true;
        return new ClaimPart(claim, number, form, Claims.GetValueOrDefault(claim.Id.Value), mayCheck && number <= MostFields, mayGiveSource && number <= MostFields, isWrong ? Refusal : null);
    }

    /// <summary>After a refusal: what was typed beside sentences that do not stand on the page any more.</summary>
    public IEnumerable<string> Leftover(IEnumerable<ClaimShown> shown)
    {
        var here = shown.Select(c => c.Id.Value).ToHashSet();
        return Refusal is null ? [] : Claims.Where(c => !here.Contains(c.Key)).SelectMany(c => new[] { c.Value.Source, c.Value.Why }).OfType<string>().Where(t => t.Length > 0);
    }

    /// <summary>Sends what the pressed button says, and goes back to where it stood.</summary>
    protected async Task<IActionResult> CheckAsync(Func<IActionResult> next, CancellationToken ct)
    {
        if (Check?.Split(' ') is not [var id, var word] || !ClaimId.TryParse(id, null, out var claim) || !Enum.TryParse<ClaimState>(word, out var found))
            return await Refused(Error.Field("check", "check.missing", "Say of which sentence, and what you found."), ct);
        Operation = Guid.Empty; // a form around several buttons: each press is its own
        var typed = Claims.GetValueOrDefault(claim.Value) ?? new ClaimInput();
        KeepTyped(claim.Value);
        ICommand command = found == ClaimState.Open ? new GiveClaimSource(claim, typed.Source ?? "", typed.Version)
            : new CheckClaim(claim, found, typed.Source ?? "", typed.HoldsUntil, typed.Why ?? "", typed.Version);
        return await Perform(command, Done(found), next, ct);
    }

    /// <summary>What was typed beside the others when one was settled.</summary>
    protected void ReadTyped()
    {
        if (TempData["TypedClaims"] is string kept) Claims = JsonSerializer.Deserialize<Dictionary<Guid, ClaimInput>>(kept) ?? [];
    }

    protected void KeepTyped(Guid settled = default)
    {
        var others = JsonSerializer.Serialize(Claims.Where(c => c.Key != settled && !(string.IsNullOrEmpty(c.Value.Source) && string.IsNullOrEmpty(c.Value.Why))).ToDictionary());
        if (others.Length <= MostKept) TempData["TypedClaims"] = others;
    }

    private static string Done(ClaimState found) => found switch
    {
        ClaimState.Open => "The source stands beside the sentence; a reviewer looks at it.",
        ClaimState.Verified => "Verified: it stands with its source and your name.",
        ClaimState.NotRight => "The writers see what is not right.",
        _ => "Set aside: there is nothing to check in it.",
    };
}
