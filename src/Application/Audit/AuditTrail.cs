using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Audit;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Audit;

/// <summary>What is shown of the trail; null leaves a field open. <paramref name="From"/> and <paramref name="To"/> are days in UTC, both included.</summary>
/// <param name="Person">Id of who did it.</param>
/// <param name="What">The event's name, as <c>ArticlePublished</c>.</param>
/// <param name="About">Id of the thing it happened to.</param>
/// <param name="After">The place to go on from: <see cref="Page{T}.Next"/> of the page before.</param>
/// <param name="Security">Only what concerns the safety of the house: failed sign-ins, refusals, changes of roles and keys.</param>
public sealed record AuditFilter(Guid? Person = null, string? What = null, Guid? About = null, DateOnly? From = null, DateOnly? To = null, string? After = null, bool Security = false)
{
    /// <summary>Every kind of event with its words, for a choice.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Kinds => AuditSentences.Kinds;
}

/// <summary>One line: who, what in a sentence, to which thing, when, and the values as they were written.</summary>
public sealed record AuditLine(AuditEntryId Id, DateTimeOffset At, string Who, Guid? Person, string Sentence, Guid About, Guid? Site, string? SiteName, string What);

internal sealed class AuditFilterValidator : AbstractValidator<AuditFilter>
{
    public AuditFilterValidator()
    {
        RuleFor(f => f.What).Must(w => w is null || AuditSentences.Knows(w)).WithErrorCode("what.unknown").WithMessage("There is no such kind of event.");
        RuleFor(f => f.After).Must(a => a is null || AuditTrail.Place(a) is not null).WithErrorCode("after.malformed").WithMessage("This address of a page is cut off. Begin at the first page.");
        RuleFor(f => f.To).Must((f, to) => to is null || f.From is null || to >= f.From).WithErrorCode("to.before").WithMessage("The last day lies before the first.");
    }
}

/// <summary>Reads the trail newest first, by key: a page deep down costs what the first one costs.</summary>
internal sealed class AuditTrail(IQuestDb db, INamesOfThings things)
{
    private const int PageSize = 50;

    public async Task<Result<Page<AuditLine>>> ReadAsync(IQueryable<AuditEntry> entries, AuditFilter filter, CancellationToken ct)
    {
        if (filter.Person is { } person) entries = entries.Where(e => e.ActorId == person);
        if (filter.Security) entries = entries.Where(e => e.IsSecurity);
        if (filter.What is { } what) entries = entries.Where(e => e.What == what);
        if (filter.About is { } about) entries = entries.Where(e => e.About == about);
        if (filter.From is { } from) { var first = Midnight(from); entries = entries.Where(e => e.At >= first); }
        if (filter.To is { } to && to < DateOnly.MaxValue) { var end = Midnight(to.AddDays(1)); entries = entries.Where(e => e.At < end); }
        // The first half is what the index goes by, the second parts lines of the same instant.
        if (filter.After is { } after && Place(after) is var (at, id)) entries = entries.Where(e => e.At <= at && (e.At < at || e.Id < id));
        var found = await entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(ct);

        var shown = found.Take(PageSize).ToList();
        var names = await things.OfAsync([.. shown.SelectMany(e => AuditDetails.IdsIn(e.Details)).Concat(shown.Select(e => e.Site).OfType<Guid>()).Distinct()], ct);
        var lines = shown.Select(e => new AuditLine(e.Id, e.At, e.ActorName, e.ActorId, AuditSentences.Of(e.What, new AuditDetails(e.Details, names)), e.About, e.Site,
            e.Site is { } site ? names.GetValueOrDefault(site) : null, e.What));
        return new Page<AuditLine>([.. lines], found.Count > PageSize ? Place(shown[^1]) : null);
    }

    public IQueryable<AuditEntry> Everything => db.AuditEntries.AsNoTracking();

    public static (DateTimeOffset At, AuditEntryId Id)? Place(string after)
    {
        var parts = after.Split('_');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out var id) ? (new DateTimeOffset(ticks, TimeSpan.Zero), AuditEntryId.From(id)) : null;
    }

    private static string Place(AuditEntry last) => string.Create(CultureInfo.InvariantCulture, $"{last.At.UtcTicks}_{last.Id.Value:N}");

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
