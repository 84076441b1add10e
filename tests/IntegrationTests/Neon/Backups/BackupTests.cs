using System.Formats.Tar;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Content;
using QuestCms.Infrastructure.Neon;
using QuestCms.Infrastructure.Neon.Backups;
using QuestCms.IntegrationTests.Delivery;
using QuestCms.IntegrationTests.Identity;
using QuestCms.TestKit;
using QuestCms.Web.Cli;

namespace QuestCms.IntegrationTests.Neon.Backups;

/// <summary>What was backed up is what is restored, all of it, verified; what can't be trusted is refused, and what was interrupted says so.</summary>
public sealed class BackupTests(BackupHouse house) : IClassFixture<BackupHouse>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;
    private SomeHouse Some => house.Some;

    [Fact]
    public async Task A_restore_is_the_same_house_and_leaves_public_alone()
    {
        var into = await house.Postgres.EmptyAsync(Ct);
        await BackupHouse.AskAsync<object>(into, "create table public.articles (id int); insert into public.articles values (7)");

        await BackupHouse.RestoreAsync(house.Whole, into);

        await using var restored = Some.In(TestHouse.On(into)).House;
        var before = (await Some.House.SendAsync(new GetArticleForEditing(house.Article), Some.Creator)).Value;
        var after = (await restored.SendAsync(new GetArticleForEditing(house.Article), Some.Creator)).Value;
        Assert.True(before.Content.SameAs(after.Content));
        using var reader = restored.CreateClient();
        var page = await reader.GetStringAsync("/sites/relocation/moving-to-evora", Ct);
        Assert.Contains("Moving to Évora", page, StringComparison.Ordinal);
        Assert.Equal(7, await BackupHouse.AskAsync<int>(into, "select id from public.articles"));
        Assert.Equal("O", await BackupHouse.AskAsync<string>(into, "select string_agg(distinct tgenabled::text, '') from pg_trigger where not tgisinternal"));
        // Another epoch: who follows the log asks for everything once.
        Assert.NotEqual(await Some.House.ScalarAsync<string>("select epoch from delivery.sites where slug = 'relocation'"), await BackupHouse.AskAsync<string>(into, "select epoch from delivery.sites where slug = 'relocation'"));
        // It goes on: events are numbered, words counted, as before.
        await Some.In(restored).LiveAsync("After the restore");
        await using var scope = restored.Services.CreateAsyncScope();
        Assert.Contains("work as before: the keys", (await RestoreVerb.AfterwardsAsync(scope.ServiceProvider, withKeys: true))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_another_key_ring_it_says_what_opens_and_what_is_to_be_renewed()
    {
        var into = await house.Postgres.EmptyAsync(Ct);
        await BackupHouse.RestoreAsync(house.WithoutKeys, into);
        Assert.Equal(0L, await BackupHouse.AskAsync<long>(into, "select count(*) from accounts.data_protection_keys"));

        await using var restored = TestHouse.On(into);
        await using var scope = restored.Services.CreateAsyncScope();
        var said = await RestoreVerb.AfterwardsAsync(scope.ServiceProvider, withKeys: false);

        Assert.Contains("Webhooks: 1 secret opens no more, so nothing is sent to receiver.example: give each a new secret", string.Join('\n', said), StringComparison.Ordinal);
        Assert.Contains("Previews: 1 shared link opens no more", string.Join('\n', said), StringComparison.Ordinal);
        await Some.In(restored).LiveAsync("Signed by another key"); // cards are signed all the same
        using var browser = new StudioClient(restored);
        Assert.Equal("/studio", (await browser.SignInAsync("creator@quest.test", BackupHouse.Password)).Location);
    }

    [Fact]
    public async Task A_house_that_is_there_is_never_written_over()
    {
        var before = await Some.House.ScalarAsync<long>("select count(*) from content.articles");

        var refused = await Assert.ThrowsAsync<OperatorException>(() => BackupHouse.RestoreAsync(house.Whole, Some.House.ConnectionString));

        Assert.Contains("is not empty: the house already has the schemas accounts,", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Some.House.ScalarAsync<long>("select count(*) from content.articles"));
    }

    [Fact]
    public async Task A_file_that_is_cut_or_changed_is_refused_before_anything_is_touched()
    {
        var into = await house.Postgres.EmptyAsync(Ct);
        var bytes = await File.ReadAllBytesAsync(house.Whole, Ct);
        var (name, offset) = await AnyPartAsync();

        foreach (var (say, broken) in new[]
        {
            ("is not whole", bytes[..(int)(offset + 1)]),
            ("is damaged: " + name, Flipped(bytes, offset)),
            ("is no backup", [1, 2, 3]),
            ("", bytes[..(bytes.Length / 3)]),
        })
        {
            var file = Path.Combine(house.Folder, Path.GetRandomFileName());
            await File.WriteAllBytesAsync(file, broken, Ct);
            Assert.Contains(say, (await Assert.ThrowsAsync<OperatorException>(() => BackupHouse.RestoreAsync(file, into))).Message, StringComparison.Ordinal);
        }
        Assert.Equal(0L, await BackupHouse.AskAsync<long>(into, "select count(*) from pg_namespace where nspname in ('work', 'content')"));
    }

    [Fact]
    public async Task An_interrupted_restore_says_so_until_it_is_run_again()
    {
        var into = await house.Postgres.EmptyAsync(Ct);
        await Assert.ThrowsAsync<TimeoutException>(() => BackupHouse.RestoreAsync(house.Whole, into, step =>
        {
            if (step.StartsWith("Everything is stored", StringComparison.Ordinal)) throw new TimeoutException(); // as good as a power cut: the transaction was open
        }));

        await using (var unfinished = TestHouse.On(into))
        {
            using var probe = unfinished.CreateClient();
            Assert.Equal(System.Net.HttpStatusCode.ServiceUnavailable, (await probe.GetAsync("/health/ready", Ct)).StatusCode);
        }
        Assert.Contains("A restore of this database was interrupted", (await Assert.ThrowsAsync<OperatorException>(() => TestHouse.MigrateAsync(into))).Message, StringComparison.Ordinal);
        Assert.NotNull((await new DatabaseLook(TimeProvider.System).AtAsync(into, Ct)).UnfinishedRestore);

        await BackupHouse.RestoreAsync(house.Whole, into);
        Assert.Null((await new DatabaseLook(TimeProvider.System).AtAsync(into, Ct)).UnfinishedRestore);
        await TestHouse.MigrateAsync(into);
        Assert.True(await BackupHouse.AskAsync<long>(into, "select count(*) from content.articles") > 1);
    }

    [Fact]
    public async Task A_backup_of_an_older_schema_is_restored_and_brought_up_to_date()
    {
        var (older, into) = (await house.Postgres.EmptyAsync(Ct), await house.Postgres.EmptyAsync(Ct));
        await using (var source = NpgsqlDataSource.Create(older))
        {
            await using var db = HouseContexts.House(source, TimeProvider.System);
            var all = Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.GetMigrations(db.Database).Order(StringComparer.Ordinal).ToList();
            await HouseContexts.MigrateToAsync(source, TimeProvider.System, all[^2], null, Ct);
            var file = Path.Combine(house.Folder, "older.tar");
            await new BackupWriter(DatabaseAddresses.Of(older), new Infrastructure.Storage.DatabaseStorage(source), TimeProvider.System).WriteAsync(file, withKeys: true, Ct);
            Assert.Equal(all[^2], (await BackupReader.CheckAsync(file, Ct)).Header.House);

            await BackupHouse.RestoreAsync(file, into);
        }
        Assert.Equal(0, (await new DatabaseLook(TimeProvider.System).AtAsync(into, Ct)).Pending);
    }

    [Fact]
    public async Task No_secret_that_was_shown_once_stands_in_any_row()
    {
        var rows = new System.Text.StringBuilder();
        await using (var file = File.OpenRead(house.Whole))
        await using (var tar = new TarReader(file))
            while (await tar.GetNextEntryAsync(copyData: false, Ct) is { } entry)
            {
                if (!entry.Name.EndsWith(".copy.gz", StringComparison.Ordinal)) continue;
                using var text = new StreamReader(new System.IO.Compression.GZipStream(entry.DataStream!, System.IO.Compression.CompressionMode.Decompress));
                rows.Append(await text.ReadToEndAsync(Ct));
            }
        var all = rows.ToString();

        Assert.Contains("Moving to Évora", all, StringComparison.Ordinal);
        Assert.Equal(5, house.Secrets.Count);
        foreach (var bytes in house.Secrets.Select(System.Text.Encoding.UTF8.GetBytes))
            foreach (var form in new[] { System.Text.Encoding.UTF8.GetString(bytes), Convert.ToHexStringLower(bytes), Convert.ToBase64String(bytes).TrimEnd('=') })
                Assert.DoesNotContain(form, all, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_else_may_read_the_file() => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(house.Whole));

    private async Task<(string Name, long Offset)> AnyPartAsync()
    {
        await using var file = File.OpenRead(house.Whole);
        await using var tar = new TarReader(file);
        while (await tar.GetNextEntryAsync(copyData: false, Ct) is { } entry)
            if (entry.Name.StartsWith("rows/content.articles/", StringComparison.Ordinal)) return (entry.Name, entry.DataOffset + entry.Length / 2);
        throw new InvalidOperationException("The backup has no articles.");
    }

    private static byte[] Flipped(byte[] bytes, long at)
    {
        var copy = bytes.ToArray();
        copy[at] ^= 0x40;
        return copy;
    }
}
