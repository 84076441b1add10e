using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Common;
using QuestCms.Application.Common.Pipeline;

namespace QuestCms.Application;

/// <summary>Registers the use cases: handlers, validators and listeners are found, everything else is named.</summary>
public static class ApplicationSetup
{
    // A validator is its rules and nothing else: putting them together costs more than keeping to them, and is done once.
    private static readonly Type[] Found = [typeof(IRequestHandler<,>), typeof(INotificationHandler<>), typeof(IValidator<>)];

    public static IServiceCollection AddApplication(this IServiceCollection services, string? autoMapperLicenseKey)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetService!);
        services.AddTransient<IMediator, Mediator>();
        foreach (var type in Assembly.GetExecutingAssembly().DefinedTypes.Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
            foreach (var service in type.ImplementedInterfaces.Where(i => i.IsGenericType && Found.Contains(i.GetGenericTypeDefinition())))
                services.Add(new ServiceDescriptor(service, type, service.GetGenericTypeDefinition() == typeof(IValidator<>) ? ServiceLifetime.Singleton : ServiceLifetime.Transient));

        // Outermost first.
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(LoggingBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(PermissionBehavior<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(ValidationBehavior<,>));

        services.AddScoped<Acting>();
        services.AddScoped<IRoles, Roles>();
        services.AddScoped<Identity.MailOutbox>();
        services.AddScoped<Sites.SignInLinks>();
        services.AddScoped<Audit.AuditTrail>();
        services.AddSingleton<Watch.DatabaseAlarm>();
        services.AddScoped<Media.AssetKeeper>();
        services.AddScoped<Content.ArticleStarter>();
        services.AddScoped<Ai.GenerationStarter>();
        services.AddScoped<Ai.SourceReading>();
        services.AddScoped<Ai.LiveWriting>();
        services.AddScoped<Ai.PictureShowing>();
        services.AddScoped<Ai.TextChoices>();
        services.AddScoped<Ai.ModelPricing>();
        services.AddScoped<Ai.AgentProposals>();
        services.AddScoped<Content.RevisionFreezer>();
        services.AddScoped<Content.TypedTextKeeper>();
        services.AddScoped<Review.ClaimKeeper>();
        services.AddScoped<Delivery.EventOutbox>();
        services.AddScoped<Delivery.WebhookRequests>();
        services.AddScoped<Delivery.Publisher>();
        services.AddScoped<Delivery.Rewriter>();
        services.AddScoped<Delivery.PreviewReader>();
        services.AddScoped<Delivery.ArticleEnd>();
        services.AddScoped<Delivery.PublishedPictures>();
        services.AddScoped<Delivery.Provenance>();
        services.AddScoped<Transfer.ImportedContent>();
        services.AddScoped<Transfer.Takeover>();
        services.AddScoped<Transfer.PostKeeper>();
        services.AddAutoMapper(configuration => configuration.LicenseKey = autoMapperLicenseKey, Assembly.GetExecutingAssembly());
        return services;
    }
}
