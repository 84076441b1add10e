using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.Options;

namespace QuestCms.Web.Api;

/// <summary>
/// Handlers whose parameters are bound by code that is made when an address is first asked for. The framework makes it for every address at the start of the
/// process, whether anybody asks or not: with a hundred addresses that is most of the start.
/// </summary>
internal static class BoundLater
{
    /// <summary>The handler as a request delegate; the same rules bind its parameters as for a handler that is mapped by itself.</summary>
    /// <param name="app">Where it is mapped.</param>
    /// <param name="pattern">Of its address, with the parameters that stand in it.</param>
    public static RequestDelegate Of(IEndpointRouteBuilder app, string pattern, Delegate handler)
    {
        var services = app.ServiceProvider;
        var made = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
        {
            ServiceProvider = services,
            RouteParameterNames = RoutePatternFactory.Parse(pattern).Parameters.Select(p => p.Name),
            ThrowOnBadRequest = services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
        }).RequestDelegate);
        return context => made.Value(context);
    }
}
