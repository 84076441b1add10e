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
}
