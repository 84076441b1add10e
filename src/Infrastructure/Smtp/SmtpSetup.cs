using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using QuestCms.Application.Identity;

namespace QuestCms.Infrastructure.Smtp;

/// <summary>SMTP behind <c>IMail</c>.</summary>
internal static class SmtpSetup
{
    public static void AddSmtp(this IServiceCollection services, IConfiguration configuration)
    {
        var options = SmtpOptions.From(configuration);
        services.AddSingleton<IMail>(provider => new SmtpMail(options, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<SmtpMail>>()));
    }
}
