using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using QuestCms.Application.Media;

namespace QuestCms.Infrastructure.Storage;

/// <summary>Where pictures lie in this process.</summary>
internal static class StorageSetup
{
    public static void AddStorage(this IServiceCollection services, StorageAddress address) => services.AddSingleton(address).AddSingleton<IMediaStorage>(provider =>
        address.Folder is { } folder ? new FolderStorage(folder) : new DatabaseStorage(provider.GetRequiredService<NpgsqlDataSource>()));
}
