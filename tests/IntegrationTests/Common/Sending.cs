using MediatR;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.IntegrationTests.Common;

/// <summary>Sends to a house with services of its own, as <c>TestHouse</c> sends to the plain one.</summary>
internal static class Sending
{
    public static async Task<TResult> SendAsync<TResult>(this WebApplicationFactory<Program> house, IRequest<TResult> message, Actor actor, Guid? operation = null)
    {
        await using var scope = house.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Acting>().Begin(actor, operation);
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message);
    }
}
