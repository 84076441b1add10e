using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using QuestCms.Application.Identity;
using QuestCms.Application.Sites;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Common;

namespace QuestCms.IntegrationTests.Identity;

public sealed partial class SendMailTests(SharedHouse shared) : InASharedHouse(shared), IDisposable
{
    private const string Password = "correct horse battery";
    private readonly Post _post = new();
    private WebApplicationFactory<Program>? _house;

    /// <summary>The same house with a mail server.</summary>
    private WebApplicationFactory<Program> Sending => _house ??= House.WithWebHostBuilder(b => b.UseSetting("QUEST_PUBLIC_URL", "https://quest.test/").ConfigureTestServices(s => s.AddSingleton<IMail>(_post)));

    public void Dispose() => _house?.Dispose();

    [Fact]
    public async Task Who_asks_for_a_new_password_gets_a_link_that_works_once_and_is_stored_nowhere()
    {
        await Sending.SendAsync(new AskForNewPassword("creator@quest.test", "198.51.100.10"), Actor.Nobody);
        var mail = await WaitingAsync("creator@quest.test");

        Assert.Null((await Sending.SendAsync(new SendMail(mail), Actor.Worker)).Error);

        var letter = Assert.Single(_post.Letters);
        Assert.Equal("creator@quest.test", letter.To);
        var link = Link().Match(letter.Text);
        Assert.StartsWith("https://quest.test/sign-in/link?person=", link.Value, StringComparison.Ordinal);
        var token = Uri.UnescapeDataString(link.Groups["token"].Value);
        Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from identity.mails m where m::text like '%' || $1 || '%'", token[..40]));
        Assert.Equal("Sent", await StateAsync(mail));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from audit.entries where what = 'SignInLinkIssued' and actor_kind = 'Worker' and about = $1", Some.Creator.Person!.Value.Value));
        Assert.Null((await Sending.SendAsync(new SetPasswordByLink(Some.Creator.Person!.Value, token, Password), Actor.Nobody)).Error);
        Assert.Equal("link.used", (await Sending.SendAsync(new SetPasswordByLink(Some.Creator.Person!.Value, token, Password), Actor.Nobody)).Error?.Code);
        // Sent once: the job that comes again finds nothing to do.
        await Sending.SendAsync(new SendMail(mail), Actor.Worker);
        Assert.Single(_post.Letters);
    }

    [Fact]
    public async Task An_address_of_nobody_and_one_of_somebody_suspended_get_nothing_and_leave_nothing()
    {
        var gone = await Some.PersonAsync("gone", Some.Site, Role.Creator);
        await Some.Must(new SuspendPerson(gone.Person!.Value), Actor.Shell);
        await House.SqlAsync("delete from identity.mails where address = 'gone@quest.test'");
        foreach (var address in new[] { "nobody-here@quest.test", "gone@quest.test" })
        {
            await Sending.SendAsync(new AskForNewPassword(address, "198.51.100.11"), Actor.Nobody);
            await Sending.SendAsync(new SendMail(await WaitingAsync(address)), Actor.Worker);
            Assert.Equal(0L, await House.ScalarAsync<long>("select count(*) from identity.mails where address = $1", address));
        }
        Assert.Empty(_post.Letters);
    }

    [Fact]
    public async Task Somebody_new_is_written_to_in_the_save_that_invites_and_somebody_with_a_password_is_not()
    {
        await Sending.SendAsync(new InvitePerson(Some.Site, "mailed@quest.test", "Mailed", [Role.Creator]), Some.Administrator);
        await Sending.SendAsync(new SendMail(await WaitingAsync("mailed@quest.test")), Actor.Worker);

        var letter = Assert.Single(_post.Letters);
        Assert.Equal("You can sign in to Relocation", letter.Subject);
        Assert.Contains("administrator gave you roles on Relocation.", letter.Text, StringComparison.Ordinal);
        var link = Link().Match(letter.Text);
        Assert.Null((await Sending.SendAsync(new SetPasswordByLink(PersonId.Parse(link.Groups["person"].Value, null), Uri.UnescapeDataString(link.Groups["token"].Value), Password), Actor.Nobody)).Error);

        await Sending.SendAsync(new InvitePerson(Some.Site, "mailed@quest.test", "Mailed", [Role.Reviewer]), Some.Administrator);
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from identity.mails where address = 'mailed@quest.test'"));
    }

    [Fact]
    public async Task What_is_not_taken_is_tried_again_later_with_a_link_of_its_own_and_given_up_after_a_day()
    {
        _post.Fault = Error.Unavailable("mail.unreachable", "mail.quest.test could not be reached.");
        await Sending.SendAsync(new AskForNewPassword("reviewer@quest.test", "198.51.100.12"), Actor.Nobody);
        var mail = await WaitingAsync("reviewer@quest.test");

        await Sending.SendAsync(new SendMail(mail), Actor.Worker);

        Assert.Equal("Waiting", await StateAsync(mail));
        Assert.Equal("mail.quest.test could not be reached.", await House.ScalarAsync<string>("select fault from identity.mails where id = $1", mail.Value));
        Assert.Equal(1L, await House.ScalarAsync<long>("select count(*) from work.jobs where subject = $1 and run_at > now() + interval '30 seconds'", mail.Value));
        await House.SqlAsync("update identity.mails set at = now() - interval '25 hours' where id = $1", mail.Value);
        await Sending.SendAsync(new SendMail(mail), Actor.Worker);
        Assert.Equal("Failed", await StateAsync(mail));
    }

    [Fact]
    public async Task Without_a_mail_server_a_mail_is_held_and_an_administrator_makes_the_link()
    {
        var administrator = Actor.Of((await House.SendAsync(new AddHouseAdministrator("mails@quest.test", "Mails"), Actor.Shell)).Value.Person, "Mails");
        await House.SendAsync(new AskForNewPassword("publisher@quest.test", "198.51.100.13"), Actor.Nobody);
        await House.SendAsync(new SendMail(await WaitingAsync("publisher@quest.test")), Actor.Worker);

        var list = (await House.SendAsync(new ListMails(), administrator)).Value;
        Assert.False(list.IsSet);
        Assert.Contains(list.Mails.Items, m => m is { Address: "publisher@quest.test", State: MailState.Held, MayLink: true });

        using var browser = await Some.BrowserOfAsync(administrator);
        var made = await browser.PostAsync("/studio/administration/mails", "Link", ("address", "publisher@quest.test"));
        var shown = await browser.GetAsync(made.Location!);
        Assert.Contains("/sign-in/link?person=" + Some.Publisher.Person, shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", (await browser.GetAsync(made.Location!)).Body, StringComparison.Ordinal); // shown once
        House.Clock.Move(TimeSpan.FromHours(25));
        try
        {
            Assert.DoesNotContain((await House.SendAsync(new ListMails(), administrator)).Value.Mails.Items, m => m.Address == "publisher@quest.test" && m.MayLink);
        }
        finally
        {
            House.Clock.Move(TimeSpan.FromHours(-25));
        }
    }

    private async Task<MailId> WaitingAsync(string address) => MailId.From(await House.ScalarAsync<Guid>("select id from identity.mails where address = $1 and state = 'Waiting' order by at desc limit 1", address));

    private Task<string?> StateAsync(MailId mail) => House.ScalarAsync<string>("select state from identity.mails where id = $1", mail.Value);

    [GeneratedRegex(@"https?://\S+/sign-in/link\?person=(?<person>\S+)&token=(?<token>\S+)")]
    private static partial Regex Link();

    private sealed class Post : IMail
    {
        public List<Letter> Letters { get; } = [];
        public Error? Fault { get; set; }
        public bool IsSet => true;

        public Task<Result> SendAsync(Letter letter, CancellationToken ct)
        {
            if (Fault is { } fault) return Task.FromResult<Result>(fault);
            Letters.Add(letter);
            return Task.FromResult(Result.Done);
        }

        public Task<Result> GreetAsync(CancellationToken ct) => Task.FromResult<Result>(Fault is { } fault ? fault : Result.Done);
    }
}
