using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using QuestCms.Application.Common;

namespace QuestCms.ArchitectureTests.Offenders;

/// <summary>A worker outside its room that does the work itself.</summary>
internal sealed class CountingTimer(IQuestDb db) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => db.Articles.CountAsync(stoppingToken);
}
