using System.Diagnostics;
using MediatR;
using Microsoft.Extensions.Logging;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Common.Pipeline;

/// <summary>
/// Outermost. One line per message with its name, outcome and milliseconds, never its content. It also turns the faults a person can do something
/// about into refusals: the operation was stored before, or someone changed the thing, or stored the same key, between read and write. A refused command whose
/// operation was stored before is done: its own first time is what stands in its way.
/// </summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> log, Acting acting, IQuestDb db)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse> where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var started = Stopwatch.GetTimestamp();
        var name = typeof(TRequest).Name;
        TResponse response;
        try
        {
            response = await next();
        }
        catch (AlreadyDoneException)
        {
            response = typeof(TResponse) == typeof(Result)
                ? (TResponse)(object)Result.Done
                : TResponse.Failed(CommonErrors.AlreadyDone);
        }
        catch (Exception first) when (first is ChangedMeanwhileException or UniqueViolationException)
        {
            response = TResponse.Failed(CommonErrors.ChangedMeanwhile);
        }

        if (acting.Operation is not null && request is ICommand && response.Error is { Kind: not ErrorKind.Forbidden } && await db.WasDoneBeforeAsync(cancellationToken))
            response = (TResponse)(object)Result.Done;

        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        if (response.Error is { } error) Log.Refused(log, name, error.Code, acting.Actor.Name, milliseconds);
        else Log.Done(log, name, milliseconds);
        return response;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "{Message} done in {Milliseconds} ms")]
        public static partial void Done(ILogger log, string message, double milliseconds);

        [LoggerMessage(Level = LogLevel.Information, Message = "{Message} refused: {Code}, asked by {Actor}, {Milliseconds} ms")]
        public static partial void Refused(ILogger log, string message, string code, string actor, double milliseconds);
    }
}
