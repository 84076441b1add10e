using MediatR;
using QuestCms.Application.Delivery;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Web.Cli;

/// <summary><c>provenance rotate</c>: another key signs the provenance cards from now on.</summary>
internal static class ProvenanceVerb
{
    public const string Says = "provenance rotate [--revoked]: another key signs provenance cards from now on; --revoked when the former one may have been in other hands";

    public static async Task<int> RunAsync(string[] args)
    {
        var words = Words.Of(args);
        if (words.Plain is not ["rotate"]) throw new UsageException(Says);
        await using var house = await House.OpenAsync();
        var revoked = words.Has("revoked");
        string key;
        await using (var scope = house.Begin())
        {
            var made = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RotateProvenanceKey(revoked));
            if (made.Error is { } error) throw new UsageException(error.Message);
            key = made.Value;
        }
        Console.WriteLine($"Signed with {key} from now on. The former key stays published{(revoked ? ", as revoked" : "")}.");
        if (!revoked) return 0;
        var (signed, last) = (0, (ArticleId?)null);
        do
        {
            await using var scope = house.Begin(Actor.Worker);
            last = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeMissingCard(last))).Value;
            if (last is not null) signed++;
        }
        while (last is not null);
        Console.WriteLine($"{signed} cards were made and signed anew.");
        return 0;
    }
}
