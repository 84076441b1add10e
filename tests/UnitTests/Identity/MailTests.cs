using System.Net;
using QuestCms.Application.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.UnitTests.Identity;

public sealed class MailTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 28, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_not_taken_is_tried_eight_times_with_longer_pauses_and_then_given_up()
    {
        var mail = Mail.ForNewPassword(MailId.New(Noon), " Someone@Quest.test", Noon);
        Assert.Equal("someone@quest.test", mail.Address);

        var pauses = new List<TimeSpan>();
        var now = Noon;
        while (mail.NoteFault("It was not taken.", now) is { } next)
        {
            pauses.Add(next - now);
            now = next;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 64], pauses.Select(p => (int)p.TotalMinutes));
        Assert.Equal((MailState.Failed, 8, "It was not taken."), (mail.State, mail.Attempts, mail.Fault));
    }

    [Fact]
    public void Nobody_waits_for_a_mail_longer_than_a_day()
    {
        var mail = Mail.Invite(MailId.New(Noon), "someone@quest.test", "Relocation", "Administrator", Noon);

        Assert.False(mail.IsLate(Noon.AddHours(24)));
        Assert.True(mail.IsLate(Noon.AddHours(24.1)));
        Assert.Null(mail.NoteFault("It was not taken.", Noon.AddHours(24)));
        Assert.Equal(MailState.Failed, mail.State);
    }

    [Fact]
    public void A_link_that_was_sent_is_news_and_a_mail_without_one_is_none()
    {
        var person = PersonId.From(Guid.CreateVersion7(Noon));
        var mail = Mail.ForNewPassword(MailId.New(Noon), "someone@quest.test", Noon);
        mail.NoteSent(person, Noon);
        var notice = Mail.Tell(MailId.New(Noon), "someone@quest.test", new string('s', 300), new string('t', 5_000), Noon);
        notice.NoteSent(null, Noon);

        Assert.Equal([new SignInLinkIssued(person)], mail.News);
        Assert.Empty(notice.News);
        Assert.False(notice.HasLink);
        Assert.Equal((Mail.MaxSubject, Mail.MaxText), (notice.Subject.Length, notice.Text.Length));
    }

    [Theory]
    [InlineData("203.0.113.7", "203.0.113.7")]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void Who_has_an_address_of_version_6_has_its_whole_network(string address, string network) => Assert.Equal(network, Network.Of(IPAddress.Parse(address)));

    [Fact]
    public void An_address_nobody_knows_is_one_network() => Assert.Equal("unknown", Network.Of(null));
}
