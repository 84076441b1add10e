using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Identity;

/// <summary>
/// Mails of the last 30 days, newest first, fifty at a time: sent, waiting, held because no mail is set up, given up. What somebody unknown asked for is left out until it is known to be anyone's.
/// <paramref name="After"/> is <see cref="Page{T}.Next"/> of the page before. Error: a malformed place (Invalid).
/// </summary>
[Requires(Permission.AdministerHouse)]
public sealed record ListMails(string? After = null) : IQuery<MailList>;

/// <param name="IsSet">Mails are sent here; else they are held.</param>
public sealed record MailList(bool IsSet, Page<MailLine> Mails);

/// <param name="MayLink">A one-time link can be made for whom it is to: it was held, and is not older than a day.</param>
public sealed record MailLine(MailId Id, DateTimeOffset At, string Address, string Subject, string Text, MailState State, DateTimeOffset? SentAt, int Attempts, string Fault, bool MayLink);

internal sealed class ListMailsValidator : AbstractValidator<ListMails>
{
    public ListMailsValidator() => RuleFor(q => q.After).Must(a => a is null || ListMailsHandler.Place(a) is not null).WithErrorCode("after.malformed").WithMessage("This address of a page is cut off. Begin at the first page.");
}

internal sealed class ListMailsHandler(IQuestDb db, IMail post, TimeProvider clock) : IQueryHandler<ListMails, MailList>
{
    private const int PageSize = 50;

    public async Task<Result<MailList>> Handle(ListMails query, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var mails = db.Mails.AsNoTracking().Where(m => m.State != MailState.Waiting || m.Kind != MailKind.NewPassword);
        if (query.After is { } after && Place(after) is var (at, id)) mails = mails.Where(m => m.At <= at && (m.At < at || m.Id < id));
        var found = await mails.OrderByDescending(m => m.At).ThenByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        return new MailList(post.IsSet, new Page<MailLine>([.. shown.Select(m => new MailLine(m.Id, m.At, m.Address, m.Subject, m.Text, m.State, m.SentAt, m.Attempts, m.Fault,
            m.HasLink && m.State is (MailState.Held or MailState.Failed) && !m.IsLate(now)))], found.Count > PageSize ? PlaceOf(shown[^1]) : null));
    }

    public static (DateTimeOffset At, MailId Id)? Place(string after)
    {
        var parts = after.Split('_');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks
            && Guid.TryParseExact(parts[1], "N", out var id) ? (new DateTimeOffset(ticks, TimeSpan.Zero), MailId.From(id)) : null;
    }

    private static string PlaceOf(Mail last) => string.Create(CultureInfo.InvariantCulture, $"{last.At.UtcTicks}_{last.Id.Value:N}");
}
