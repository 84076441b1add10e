using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Watch;

/// <summary>How the house fares now: response times and errors of the last hour in this process, jobs that wait, memory, connections, the largest tables, and services outside. Costs a handful of small statements and no paid call.</summary>
[Requires(Permission.AdministerHouse)]
public sealed record GetHouseFigures : IQuery<HouseFigures>;

/// <param name="Requests">The last hour in this process, minute by minute, oldest first.</param>
/// <param name="Connections">Of all processes, to this database.</param>
/// <param name="PoolMax">Of each process.</param>
public sealed record HouseFigures(string Status, IReadOnlyList<MinuteOfRequests> Requests, IReadOnlyList<WaitingJobs> Jobs, long MemoryUsed, long? MemoryLimit, int Connections, int ActiveConnections, int PoolMax,
    IReadOnlyList<TableFigure> Tables, IReadOnlyList<OutsideService> Outside);

/// <summary>Requests of one minute in one process.</summary>
/// <param name="Faults">Answered with 5xx.</param>
/// <param name="Median">Milliseconds, as the upper end of the step it lies in; so the other.</param>
public sealed record MinuteOfRequests(DateTimeOffset At, long Requests, long Faults, double Median, double NinetyFifth);

/// <param name="Overdue">How long the oldest that is due waits; null when none is.</param>
public sealed record WaitingJobs(string Kind, long Waiting, long Buried, TimeSpan? Overdue);

/// <param name="Bytes">With its indexes.</param>
/// <param name="Rows">About.</param>
public sealed record TableFigure(string Name, long Bytes, long Rows);

/// <param name="State">"closed", "open", "half_open", or that it is not set up.</param>
public sealed record OutsideService(string Name, string State, DateTimeOffset? LastSuccess);

/// <summary>Reads the figures where they are.</summary>
public interface IHouseFigures
{
    Task<HouseFigures> ReadAsync(CancellationToken ct);
}

internal sealed class GetHouseFiguresHandler(IHouseFigures figures) : IQueryHandler<GetHouseFigures, HouseFigures>
{
    public async Task<Result<HouseFigures>> Handle(GetHouseFigures query, CancellationToken ct) => await figures.ReadAsync(ct);
}
