using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Infrastructure.Accounts;

namespace QuestCms.Infrastructure.Neon;

/// <summary>For <c>./quest migration NAME</c>: the model alone, no database is reached.</summary>
internal sealed class DesignTimeQuestDb : IDesignTimeDbContextFactory<QuestDb>
{
    public QuestDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<QuestDb>();
        NeonSetup.Configure(options, NpgsqlDataSource.Create("Host=localhost"));
        return new QuestDb(options.Options, null!, new Acting(), TimeProvider.System, null!);
    }
}

/// <summary>The same for the accounts.</summary>
internal sealed class DesignTimeAccountsDb : IDesignTimeDbContextFactory<AccountsDb>
{
    public AccountsDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>();
        NeonSetup.ConfigureAccounts(options, NpgsqlDataSource.Create("Host=localhost"));
        return new AccountsDb(options.Options);
    }
}
