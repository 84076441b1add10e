using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Audit;
using QuestCms.Application.Common;
using QuestCms.Infrastructure.Accounts;
using QuestCms.Infrastructure.Neon.Audit;
using QuestCms.Infrastructure.Neon.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Infrastructure.Neon.Work;

namespace QuestCms.Infrastructure.Neon;

/// <summary>Registers the database: one data source, the house's context, the accounts' context, the ports that need PostgreSQL.</summary>
public static class NeonSetup
{
    public const string HistoryTable = "__migrations";
    public const string HistorySchema = "work";

    public static IServiceCollection AddNeon(this IServiceCollection services, DatabaseAddresses addresses)
    {
        services.AddSingleton(addresses);
        services.AddSingleton<Migrator>();
        services.AddSingleton<SchemaDrift>();
        services.AddSingleton<DatabaseLook>();
        services.AddSingleton<Backups.BackupWriter>();
        services.AddSingleton<Backups.Restorer>();
        services.AddSingleton(_ => new NpgsqlDataSourceBuilder(addresses.Main) { Name = "questcms" }.Build());
        // Options once for the process: it saves 14 KB for every scope (library of trials, section 14).
        services.AddDbContext<QuestDb>((provider, options) => Configure(options, provider.GetRequiredService<NpgsqlDataSource>()), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        services.AddDbContext<AccountsDb>((provider, options) => ConfigureAccounts(options, provider.GetRequiredService<NpgsqlDataSource>()), ServiceLifetime.Scoped, ServiceLifetime.Singleton);
        services.AddScoped<IQuestDb>(provider => provider.GetRequiredService<QuestDb>());
        services.AddScoped<EventDispatcher>();
        services.AddScoped<ISiteLookup, SiteLookup>();
        services.AddSingleton<IKeyRing, Sites.KeyRing>();
        services.AddSingleton<Sites.CallCounts>();
        services.AddScoped<INamesOfThings, NamesOfThings>();
        services.AddSingleton<SecurityThrottle>();
        services.AddScoped<ISecurityLog, SecurityLog>();
        services.AddScoped<IJobQueue, JobQueue>();
        services.AddSingleton<IOperationLog, OperationLog>();
        services.AddSingleton<Application.Delivery.IArticleEraser, ArticleEraser>();
        services.AddSingleton(provider => new DeliveryDataSource(addresses.Delivery is null ? provider.GetRequiredService<NpgsqlDataSource>()
            : new NpgsqlDataSourceBuilder(addresses.Delivery) { Name = "questcms-delivery" }.Build()));
        services.AddSingleton<SiteBoard>();
        services.AddSingleton<EventLog>();
        services.AddSingleton<LiveLog>();
        services.AddSingleton<Application.Delivery.IEventLogKeeper, EventLogKeeper>();
        services.AddSingleton<PublishedStore>();
        services.AddSingleton<PublishedPages>();
        services.AddSingleton<ReadyArticles>();
        services.AddSingleton<MovedArticles>();
        services.AddSingleton<ReadyCards>();
        services.AddSingleton<Application.Delivery.ICardSigner, CardSigner>();
        services.AddSingleton<Application.Delivery.ICardOrigins, NeonCardOrigins>();
        services.AddSingleton<Application.Delivery.IMissingCards, MissingCards>();
        services.AddSingleton<PublishedLists>();
        services.AddSingleton<PublishedTaxa>();
        services.AddSingleton<PublishedRelated>();
        services.AddSingleton<PublishedSearch>();
        services.AddSingleton<PublishedShelves>();
        services.AddSingleton<PublishedFeeds>();
        services.AddSingleton<Application.Content.IArticleSearch, Content.ArticleSearch>();
        services.AddSingleton<Application.Media.IAssetSearch, Media.AssetSearch>();
        services.AddSingleton<Application.Media.IAssetUses, Media.AssetUses>();
        services.AddSingleton<Application.Ai.IRecallSearch, Ai.RecallSearch>();
        services.AddSingleton<Application.Delivery.IWebhookLog, WebhookLog>();
        services.AddSingleton<IAgedRowKeeper, AgedRowKeeper>();
        services.AddSingleton<Turns>();
        services.AddSingleton<Application.Identity.IAskLimits, AskCounts>();
        services.AddSingleton<JobBell>();
        services.AddSingleton<JobClaims>();
        return services;
    }

    internal static void Configure(DbContextOptionsBuilder options, NpgsqlDataSource database) => options
        .UseNpgsql(database, n => n.EnableRetryOnFailure(4, TimeSpan.FromSeconds(2), null).MigrationsHistoryTable(HistoryTable, HistorySchema))
        .UseSnakeCaseNamingConvention();

    internal static void ConfigureAccounts(DbContextOptionsBuilder options, NpgsqlDataSource database) => options
        .UseNpgsql(database, n => n.EnableRetryOnFailure(4, TimeSpan.FromSeconds(2), null).MigrationsHistoryTable(HistoryTable, AccountsDb.Schema))
        .UseSnakeCaseNamingConvention();
}
