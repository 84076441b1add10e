using System.Text.Json;
using System.Text.Json.Serialization;
using MediatR;
using QuestCms.Application.Common;
using QuestCms.Domain.Audit;
using QuestCms.Domain.Common;

namespace QuestCms.Infrastructure.Neon.Common;

/// <summary>Publishes what happened inside the save that makes it true, and writes one audit row per event. Listeners may raise more; sixteen rounds are the most.</summary>
public sealed class EventDispatcher(IMediator mediator, Acting acting, TimeProvider clock)
{
    private const int MostRounds = 16;
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new TypedIdJson(), new JsonStringEnumConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal async Task PublishAsync(QuestDb db, CancellationToken ct)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var news = db.ChangeTracker.Entries<AggregateRoot>().SelectMany(e => e.Entity.TakeEvents()).ToList();
            if (news.Count == 0) return;
            foreach (var happened in news)
            {
                db.Add(AuditEntry.Of(happened, JsonSerializer.Serialize(happened, happened.GetType(), Json), acting.Actor, clock.GetUtcNow()));
                var notification = (INotification)Activator.CreateInstance(typeof(Happened<>).MakeGenericType(happened.GetType()), happened)!;
                await mediator.Publish(notification, ct);
            }
        }
        throw new InvalidOperationException("The news go round in circles.");
    }
}
