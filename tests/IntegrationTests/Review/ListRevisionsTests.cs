using QuestCms.Application.Review;
using QuestCms.Domain.Content;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.IntegrationTests.Content;
using QuestCms.IntegrationTests.Mcp;

namespace QuestCms.IntegrationTests.Review;

public sealed class ListRevisionsTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task Each_is_told_with_who_froze_it_and_what_a_person_decided()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write, KeyScope.Preview);
        var standing = await WrittenAsync(program);
        await Some.ApprovedAsync(standing.Id, 9);
        await Some.WriteAsync(standing.Id, "A person wrote on.\n", named: true);

        var first = (await House.SendAsync(new ListRevisions(standing.Id, null, 1), program)).Value;
        var rest = (await House.SendAsync(new ListRevisions(standing.Id, int.Parse(first.Next!, System.Globalization.CultureInfo.InvariantCulture), 5), program)).Value;

        Assert.Equal((2, OriginKind.Person, "creator", null), (first.Items.Single().Number, first.Items[0].Origin, first.Items[0].By!.Name, first.Items[0].Decision));
        var approved = rest.Items.Single();
        Assert.Equal((1, OriginKind.Agent, "agent Research", Verdict.Approved, 9), (approved.Number, approved.Origin, approved.By!.Name, approved.Decision!.Verdict, approved.Decision.Score));
    }
}

public sealed class GetRevisionTests(AgentsHouse shared) : WithPrograms(shared)
{
    [Fact]
    public async Task It_is_as_it_was_frozen()
    {
        var (_, _, program) = await KeyAsync(KeyScope.Write, KeyScope.Preview);
        var standing = await WrittenAsync(program);
        await Some.WriteAsync(standing.Id, "A person wrote something else.\n", named: true);

        var read = (await House.SendAsync(new GetRevision(standing.Id, 1), program)).Value;

        Assert.Equal((SomeText.Body, "portugal", true), (read.Text.Body, read.Text.Category, read.Told.By!.IsProgram));
        Assert.Equal("revision.not_found", (await House.SendAsync(new GetRevision(standing.Id, 9), program)).Error!.Code);
    }
}
