using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Web.Api.Delivery;

namespace QuestCms.UnitTests.Delivery;

public sealed class ConditionsTests
{
    [Theory]
    [InlineData("\"abc\"", true)]
    [InlineData("W/\"abc\"", true)]
    [InlineData("*", true)]
    [InlineData("\"x\", W/\"abc\"", true)]
    [InlineData("\"x\",\"abc\" , \"y\"", true)]
    [InlineData(" , \"abc\"", true)]
    [InlineData("\"a,b\", \"abc\"", true)]
    [InlineData("\"x,\"abc\"", false)]
    [InlineData("abc", false)]
    [InlineData("\"ABC\"", false)]
    [InlineData("\"abc", false)]
    [InlineData("\"abcd\"", false)]
    [InlineData("w/\"abc\"", false)]
    [InlineData("", false)]
    [InlineData("\"", false)]
    public void A_tag_is_found_in_what_was_sent(string given, bool isThere) => Assert.Equal(isThere, Conditions.Names(given, "\"abc\""));

    [Fact]
    public void Several_lines_are_one_list() => Assert.True(Conditions.Names(new StringValues(["\"x\"", "\"abc\""]), "\"abc\""));

    [Theory]
    [InlineData("Sat, 28 Nov 2026 10:00:00 GMT", null, true)]
    [InlineData("Sat, 28 Nov 2026 10:00:01 GMT", null, true)]
    [InlineData("Sat, 28 Nov 2026 09:59:59 GMT", null, false)]
    [InlineData("yesterday", null, false)]
    [InlineData("Sat, 28 Nov 2026 10:00:00 GMT", "\"another\"", false)] // a tag is the better witness
    public void The_time_counts_where_no_tag_is_given(string since, string? tag, bool hasIt)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfModifiedSince = since;
        if (tag is not null) request.Headers.IfNoneMatch = tag;

        Assert.Equal(hasIt, Conditions.HasIt(request, "\"abc\"", new DateTimeOffset(2026, 11, 28, 10, 0, 0, TimeSpan.Zero)));
    }

    [Theory]
    [InlineData(null, Coding.Identity)]
    [InlineData("", Coding.Identity)]
    [InlineData("br", Coding.Brotli)]
    [InlineData("gzip, deflate, br, zstd", Coding.Brotli)]
    [InlineData("gzip", Coding.Gzip)]
    [InlineData("GZIP", Coding.Gzip)]
    [InlineData("*", Coding.Brotli)]
    [InlineData("br;q=0, *", Coding.Gzip)]
    [InlineData("br;q=0.5, gzip;q=0.8", Coding.Gzip)]
    [InlineData("br;q=0, gzip;q=0", Coding.Identity)]
    [InlineData("identity", Coding.Identity)]
    [InlineData("identity;q=1, br;q=0.5", Coding.Identity)]
    [InlineData("br; q=0.9 , gzip ;q=1", Coding.Gzip)]
    [InlineData("br;q=nonsense", Coding.Brotli)]
    [InlineData("deflate, zstd", Coding.Identity)]
    [InlineData(",,;;q=,", Coding.Identity)]
    public void The_packing_that_is_most_welcome_is_chosen(string? accepted, Coding coding) => Assert.Equal(coding, Codings.Best(accepted is null ? default : new StringValues(accepted)));

    [Theory]
    [InlineData(null, "")]
    [InlineData("?", "")]
    [InlineData("?q=a", "?q=a")]
    [InlineData("?a=1&b=2", "?a=1&b=2")]
    [InlineData("?b=2&a=1", "?a=1&b=2")]
    [InlineData("?tag=z&limit=5&tag=a", "?limit=5&tag=z&tag=a")]
    [InlineData("?b&a=", "?a=&b")]
    [InlineData("?a=1&&b=2&", "?a=1&b=2")]
    public void The_order_of_parameters_makes_no_other_answer(string? query, string sorted) => Assert.Equal(sorted, DeliveryDoor.Sorted(query));
}
