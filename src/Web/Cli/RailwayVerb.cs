using System.Globalization;
using System.Text;
using System.Text.Json;

namespace QuestCms.Web.Cli;

/// <summary>
/// <c>railway JSON TS</c>: Railway's infrastructure as code from <c>railway.json</c>, so that the two can't differ. Railway stops reading the JSON file for new
/// services; which of the two a service uses, docs/deploy.md says.
/// </summary>
internal static class RailwayVerb
{
    public const string Says = "writes Railway's infrastructure as code (deploy/railway.ts) from railway.json";

    public static async Task<int> RunAsync(string[] args)
    {
        if (Words.Of(args).Plain is not [var json, var typescript]) throw new UsageException("railway RAILWAY.JSON RAILWAY.TS");
        await File.WriteAllTextAsync(typescript, Write(await File.ReadAllTextAsync(json)));
        return 0;
    }

    /// <summary>The TypeScript file for the text of a <c>railway.json</c>.</summary>
    internal static string Write(string json)
    {
        using var read = JsonDocument.Parse(json);
        return $$"""
            // Made by ./quest railway from railway.json: change that file, then run it again. Use: railway config plan --file deploy/railway.ts
            import { defineRailway, github, project, service } from "railway/iac";

            const repository = process.env.QUEST_REPOSITORY;
            if (!repository) throw new Error("Set QUEST_REPOSITORY to owner/name of the repository that Railway may see.");

            export default defineRailway(() =>
              project("quest-cms", {
                resources: [
                  service("web", {
                    source: github(repository, { branch: "main" }),
                    build: {{Object(read.RootElement.GetProperty("build"))}},
                    deploy: {{Object(read.RootElement.GetProperty("deploy"))}},
                    env: { ASPNETCORE_ENVIRONMENT: "Production" },
                  }),
                ],
              }),
            );

            """;
    }

    private static string Object(JsonElement from)
    {
        var written = new StringBuilder("{\n");
        foreach (var property in from.EnumerateObject()) written.Append(CultureInfo.InvariantCulture, $"          {property.Name}: {property.Value.GetRawText()},\n");
        return written.Append("        }").ToString();
    }
}
