using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using QuestCms.Web.Hosting;

namespace QuestCms.UnitTests.Hosting;

public sealed class PublicAddressTests
{
    [Theory]
    [InlineData("QUEST_PUBLIC_URL", "https://quest.example/", "https://quest.example/sites/relocation")]
    [InlineData("RAILWAY_PUBLIC_DOMAIN", "quest.up.example", "https://quest.up.example/sites/relocation")]
    [InlineData("PORT", "8080", "http://asked.example/sites/relocation")]
    public void What_a_request_says_of_its_host_counts_only_where_no_setting_knows_it(string name, string value, string address)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(name, value)]).Build();
        var request = new DefaultHttpContext { Request = { Scheme = "http", Host = new HostString("asked.example") } }.Request;

        Assert.Equal(address, new PublicAddress(settings).Of(request, "/sites/relocation"));
    }

    [Fact]
    public void A_command_beside_an_open_application_prints_links_that_lead_there()
    {
        var data = Directory.CreateTempSubdirectory("quest-address-").FullName;
        try
        {
            var settings = new ConfigurationBuilder().AddInMemoryCollection([new("QUEST_DATA", data)]).Build();
            Assert.Equal("http://localhost:8080", Settings.PublicAddress(settings));

            File.WriteAllText(Listening.AddressFile(settings), "http://localhost:4460");
            Assert.Equal("http://localhost:4460", Settings.PublicAddress(settings));

            settings["PORT"] = "4470";
            Assert.Equal("http://localhost:4470", Settings.PublicAddress(settings));
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }
}
