using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using QuestCms.Web.Hosting;

namespace QuestCms.UnitTests.Hosting;

public sealed class MediaStorageTests
{
    [Theory]
    [InlineData("Development", null, "/data/media")]
    [InlineData("Development", " ", "/data/media")]
    [InlineData("Development", "/pictures", "/pictures")]
    [InlineData("Development", "database", null)]
    [InlineData("Production", null, null)]
    [InlineData("Production", "database", null)]
    [InlineData("Testing", null, null)]
    public void A_development_machine_has_a_folder_and_a_deployment_its_database(string environment, string? given, string? folder) =>
        Assert.Equal(folder, Find(environment, given).Folder);

    [Theory]
    [InlineData("Production", "/var/pictures", "is a folder of this machine")]
    [InlineData("Production", ".quest/media", "is a folder of this machine")]
    [InlineData("Production", "s3://bucket", "names a bucket")]
    [InlineData("Development", "https://bucket.example", "names a bucket")]
    [InlineData("Production", "ftp://somewhere", "names a bucket")]
    public void What_cannot_be_stops_the_start_with_one_line_that_shows_no_value(string environment, string given, string says)
    {
        var wrong = Assert.Throws<SettingException>(() => Find(environment, given));

        Assert.StartsWith("QUEST_STORAGE", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(says, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(given, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    private static Infrastructure.Storage.StorageAddress Find(string environment, string? given) =>
        MediaStorage.Find(new Some(environment), new ConfigurationBuilder().AddInMemoryCollection([new("QUEST_DATA", "/data"), new("QUEST_STORAGE", given)]).Build());

    private sealed class Some(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;
        public string ApplicationName { get; set; } = "";
        public string ContentRootPath { get; set; } = "/";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
