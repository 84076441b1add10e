using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Delivery;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Backups;
using QuestCms.Infrastructure.Storage;
using QuestCms.IntegrationTests.Common;
using QuestCms.IntegrationTests.Delivery;
using QuestCms.IntegrationTests.Media;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Neon.Backups;

/// <summary>A house with something of everything, backed up once for all tests that read the file.</summary>
public sealed class BackupHouse(Database database) : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    public SomeHouse Some { get; private set; } = null!;
    public TestPostgres Postgres => database.Postgres;
    public string Folder { get; } = Directory.CreateTempSubdirectory("quest-backup-").FullName;
    /// <summary>With the data-protection keys.</summary>
    public string Whole => Path.Combine(Folder, "whole.tar");
    public string WithoutKeys => Path.Combine(Folder, "without-keys.tar");
    public ArticleId Article { get; private set; }
    /// <summary>Everything that was said once and may stand nowhere.</summary>
    public IReadOnlyList<string> Secrets { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Some = await SomeHouse.OpenAsync(database.Postgres);
        var picture = await Some.ReadyAsync();
        Article = await Some.LiveAsync("Moving to Évora", c => c with { Cover = picture, Body = "Write first.\n\n> tab\there, back\\slash, “quotes” and 🚋\n" });
        await Some.DraftAsync("Not yet");
        var hook = (await Some.House.SendAsync(new AddWebhook(Some.Site, new WebhookTerms("https://receiver.example/hook", "For a test", [])), Actor.Shell)).Value;
        var preview = (await Some.House.SendAsync(new SharePreview(Article, null, 100), Some.Creator)).Value;
        var key = (await Some.House.SendAsync(new MakeSiteKey(Some.Site, "For a test", [KeyScope.Read]), Some.Administrator)).Value;
        var link = (await Some.House.SendAsync(new IssueSignInLink(Some.Site, Some.Creator.Person!.Value), Some.Administrator)).Value;
        await Some.Must(new SetPasswordByLink(Some.Creator.Person.Value, link.Token!, Password), Actor.Nobody);
        Secrets = [hook.Secret.Reveal(), preview.Token, key.Secret.Reveal(), link.Token!, Password];
        var writer = Some.House.Services.GetRequiredService<BackupWriter>();
        await writer.WriteAsync(Whole, withKeys: true, CancellationToken.None);
        await writer.WriteAsync(WithoutKeys, withKeys: false, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await Some.House.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    public static async Task RestoreAsync(string file, string into, Action<string>? say = null)
    {
        await using var database = NpgsqlDataSource.Create(into);
        await new Restorer(DatabaseAddresses.Of(into), new DatabaseStorage(database), TimeProvider.System).RestoreAsync(file, say ?? (_ => { }), TestContext.Current.CancellationToken);
    }

    public static async Task<T?> AskAsync<T>(string address, string sql)
    {
        await using var database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address) { Pooling = false }.ConnectionString);
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync() is T found ? found : default;
    }
}
