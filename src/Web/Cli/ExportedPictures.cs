using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediatR;
using QuestCms.Application.Media;
using QuestCms.Application.Transfer;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Web.Cli;

/// <summary>The pictures of an export: their files, and the list of what is known of them. A folder without such a list has none.</summary>
internal static partial class ExportedPictures
{
    public const string Folder = "media";
    public const string List = Folder + "/pictures.json";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Brings each into the site; with their renditions where articles are to be shown to readers. Answers which picture is which file.</summary>
    /// <exception cref="UsageException">The list can't be read.</exception>
    public static async Task<IReadOnlyDictionary<string, AssetId>> BringAsync(House house, ImportTarget target, ImportWords asked, TextWriter says)
    {
        var brought = new Dictionary<string, AssetId>();
        foreach (var picture in await ListAsync(asked.Root))
        {
            // The list is a stranger's as much as the articles are: it names files of this folder and no others.
            var match = Named().Match(picture.File ?? "");
            if (!match.Success) throw new UsageException($"{List} names a file that is none of an export. Nothing was imported.");
            var path = Path.Combine(asked.Root, picture.File!);
            if (asked.DryRun) brought[picture.File!] = AssetId.From(Guid.Parse(match.Groups[1].ValueSpan));
            else if (!File.Exists(path) || new FileInfo(path).Length > Asset.MaxBytes) says.WriteLine($"{picture.File}: refused. The file is not there, or over {Asset.MaxBytes / 1024 / 1024} MB.");
            else if (await OneAsync(house, target, picture, path, asked.Publish, says) is { } id) brought[picture.File!] = id;
        }
        return brought;
    }

    private static async Task<AssetId?> OneAsync(House house, ImportTarget target, ExportedPicture picture, string path, bool publish, TextWriter says)
    {
        AssetId id;
        await using (var scope = house.Begin(Actor.Of(target.Person, target.PersonName)))
        {
            var kept = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ImportPicture(target.Site, picture.File, await File.ReadAllBytesAsync(path), picture.FileName ?? "", picture.AltText ?? "", picture.Credit ?? "", picture.Making ?? Making.Uploaded));
            if (kept.Error is { } refused)
            {
                says.WriteLine($"{picture.File}: refused. {refused.Message}");
                return null;
            }
            id = kept.Value;
        }
        if (!publish) return id; // the worker's job makes them
        await using var work = house.Begin(Actor.Worker);
        await work.ServiceProvider.GetRequiredService<IMediator>().Send(new MakeRenditions(id));
        return id;
    }

    private static async Task<List<ExportedPicture>> ListAsync(string root)
    {
        var list = Path.Combine(root, List);
        if (!File.Exists(list)) return [];
        try
        {
            await using var file = File.OpenRead(list);
            return await JsonSerializer.DeserializeAsync<List<ExportedPicture>>(file, Json) ?? [];
        }
        catch (JsonException)
        {
            throw new UsageException($"{List} can't be read: it is no list of an export's pictures. Nothing was imported.");
        }
    }

    [GeneratedRegex("^media/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\\.[a-z]{3,4}$")]
    private static partial Regex Named();
}
