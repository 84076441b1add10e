using MediatR;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Application.Sites;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon;

namespace QuestCms.IntegrationTests.Common;

/// <summary>One save is the transaction of a command: listeners, audit and the operation go with it or nothing does; and it is stored once whatever fails on the way.</summary>
public sealed class OneTransactionTests(Database database) : InAHouse(database)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_save_of_one_scope_throws()
    {
        await using var scope = House.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IQuestDb>();
        db.Categories.Add(NewCategory("one"));
        await db.SaveChangesAsync(Ct);
        db.Categories.Add(NewCategory("two"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));

        Assert.Equal(["one"], await NamesAsync("one", "two"));
    }

    [Fact]
    public async Task A_listener_that_saves_fails_the_command_and_nothing_is_stored()
    {
        using var house = With<CategoryAdded>(async (_, services) => await services.GetRequiredService<IQuestDb>().SaveChangesAsync(Ct));

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator));

        Assert.Empty(await NamesAsync("Spain"));
        Assert.Equal(0L, await AuditAsync("Spain"));
    }

    [Fact]
    public async Task What_a_listener_adds_is_stored_with_the_command_and_its_own_news_are_in_the_trail()
    {
        using var house = With<CategoryAdded>(AddDesk);

        Assert.Null((await house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator)).Error);

        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from content.bylines where name = 'Spain desk'"));
        Assert.Equal("BylineAdded by administrator, CategoryAdded by administrator",
            await House.ScalarAsync<string>("select string_agg(what || ' by ' || actor_name, ', ' order by what) from audit.entries where details::text like '%Spain%'"));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(distinct xmin::text) from audit.entries where details::text like '%Spain%'"));
    }

    [Fact]
    public async Task When_the_listeners_part_cannot_be_stored_nothing_is()
    {
        using var house = With<CategoryAdded>(AddDesk);
        await House.SqlAsync("create unique index only_one on content.bylines (about) where about <> ''");
        await house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator);

        var refused = await house.SendAsync(new AddCategory(Some.Site, "Italy"), Some.Administrator);
        await House.SqlAsync("drop index content.only_one"); // the schema is the next one's too

        Assert.Equal("category.exists", refused.Error?.Code); // a unique index said no; which one, the handler does not ask
        Assert.Empty(await NamesAsync("Italy"));
        Assert.Equal(0L, await AuditAsync("Italy"));
        Assert.Equal(0L, await AuditAsync("Italy desk"));
    }

    [Fact]
    public async Task A_listener_that_throws_takes_the_command_with_it()
    {
        using var house = With<CategoryAdded>((_, _) => throw new InvalidOperationException("no"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator));

        Assert.Empty(await NamesAsync("Spain"));
        Assert.Equal(0L, await AuditAsync("Spain"));
    }

    [Fact]
    public async Task The_same_operation_sent_eight_times_at_once_is_stored_once_and_everyone_hears_that_it_is_done()
    {
        var before = await House.ScalarAsync<long>("select count(*) from audit.entries");
        for (var form = 0; form < 10; form++)
        {
            var (operation, name) = (Guid.CreateVersion7(), $"Form {form}");
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => House.SendAsync(new AddCategory(Some.Site, name), Some.Administrator, operation), Ct)));
            Assert.All(answers, a => Assert.Null(a.Error));
        }
        Assert.Equal(10L, await House.ScalarAsync<long>("select count(*) from sites.categories where name like 'Form %'"));
        Assert.Equal(before + 10, await House.ScalarAsync<long>("select count(*) from audit.entries"));
    }

    [Fact]
    public async Task An_equal_operation_of_another_person_is_another_operation()
    {
        var operation = Guid.CreateVersion7();
        await House.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator, operation);

        await House.SendAsync(new AddCategory(Some.OtherSite, "Italy"), Some.Stranger, operation);

        Assert.Equal(["Italy", "Spain"], await NamesAsync("Italy", "Spain"));
    }

    [Fact]
    public async Task A_refusal_without_an_earlier_first_time_stays_a_refusal()
    {
        await House.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator, Guid.CreateVersion7());

        var refused = await House.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator, Guid.CreateVersion7());

        Assert.Equal("category.exists", refused.Error?.Code);
    }

    [Fact]
    public async Task A_lost_answer_of_the_commit_is_recognised_and_the_command_is_done_once()
    {
        await using var line = CuttableLine.To(new NpgsqlConnectionStringBuilder(House.ConnectionString).Host!);
        var told = 0;
        using var house = With<CategoryAdded>((_, _) => { Interlocked.Increment(ref told); return Task.CompletedTask; }, line.Through(House.ConnectionString));
        await house.SendAsync(new AddCategory(Some.Site, "Warm"), Some.Administrator);
        line.CutAfterNextCommit();

        var done = await house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator);

        Assert.Null(done.Error);
        Assert.Equal(1, line.Cuts);
        Assert.Equal(["Spain"], await NamesAsync("Spain"));
        Assert.Equal(1L, await AuditAsync("Spain"));
        Assert.Equal(2, told);
    }

    [Fact]
    public async Task A_backend_that_dies_under_a_save_is_replayed_once_and_the_news_are_told_once()
    {
        var told = 0;
        using var house = With<CategoryAdded>(async (_, services) =>
        {
            told++;
            // What this house holds of connections dies between the handler's reading and its save.
            await using var command = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
            await command.ExecuteScalarAsync(Ct);
            await using var self = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("select pg_terminate_backend(pg_backend_pid())");
            await Assert.ThrowsAnyAsync<NpgsqlException>(() => self.ExecuteScalarAsync(Ct));
        });

        var done = await house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator);
        House.Services.GetRequiredService<NpgsqlDataSource>().Clear(); // this house's connections are dead too

        Assert.Null(done.Error);
        Assert.Equal(1, told);
        Assert.Equal(["Spain"], await NamesAsync("Spain"));
        Assert.Equal(1L, await AuditAsync("Spain"));
    }

    [Fact]
    public async Task A_changed_aggregate_that_forgot_its_version_fails_the_save()
    {
        await using var scope = House.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<QuestDb>();
        var category = await db.Categories.FirstAsync(Ct);
        db.Entry(category).Property(c => c.Name).CurrentValue = "changed past its verbs";

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(Ct));

        Assert.Contains("Category changed without counting its version", thrown.Message, StringComparison.Ordinal);
        Assert.Empty(await NamesAsync("changed past its verbs"));
    }

    [Fact]
    public async Task News_that_go_round_in_circles_are_stopped()
    {
        using var house = With<CategoryAdded>((news, services) =>
        {
            var next = $"{news.Name}+";
            services.GetRequiredService<IQuestDb>().Categories.Add(Category.Add(CategoryId.New(TimeProvider.System.GetUtcNow()), news.Site, $"s{next.Length}", next));
            return Task.CompletedTask;
        });

        await Assert.ThrowsAsync<InvalidOperationException>(() => house.SendAsync(new AddCategory(Some.Site, "Spain"), Some.Administrator));

        Assert.Empty(await NamesAsync("Spain"));
    }

    private static Task AddDesk(CategoryAdded news, IServiceProvider services)
    {
        services.GetRequiredService<IQuestDb>().Bylines.Add(Byline.Add(BylineId.New(TimeProvider.System.GetUtcNow()), news.Site, Domain.Common.Slug.From(news.Name) + "-desk", news.Name + " desk", "about", null));
        return Task.CompletedTask;
    }

    private Category NewCategory(string name) => Category.Add(CategoryId.New(TimeProvider.System.GetUtcNow()), Some.Site, name, name);

    private Task<List<string>> NamesAsync(params string[] names) =>
        House.ReadAsync(db => db.Categories.Where(c => names.Contains(c.Name)).OrderBy(c => c.Name).Select(c => c.Name).ToListAsync(Ct));

    private async Task<long> AuditAsync(string name) => await House.ScalarAsync<long>("select count(*) from audit.entries where details->>'name' = $1", name);

    // The same house as another process, with one more listener.
    private WebApplicationFactory<Program> With<TNews>(Func<TNews, IServiceProvider, Task> listen, string? database = null) where TNews : Domain.Common.DomainEvent => House.WithWebHostBuilder(builder =>
    {
        if (database is not null) builder.UseSetting("NEON_CONNECTION_STRING", database);
        builder.ConfigureTestServices(services => services.AddTransient<INotificationHandler<Happened<TNews>>>(provider => new Listener<TNews>(news => listen(news, provider))));
    });

    private sealed class Listener<TNews>(Func<TNews, Task> listen) : INotificationHandler<Happened<TNews>> where TNews : Domain.Common.DomainEvent
    {
        public Task Handle(Happened<TNews> notification, CancellationToken cancellationToken) => listen(notification.News);
    }
}
