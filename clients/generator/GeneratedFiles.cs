namespace QuestCms.ClientGenerator;

/// <summary>Every generated file, below the folder of the clients, and what it holds.</summary>
public static class GeneratedFiles
{
    /// <exception cref="NotSupportedException">The document says something that no client can be written of yet.</exception>
    public static IReadOnlyDictionary<string, string> Of(string openApi)
    {
        var document = new Document(openApi);
        return new Dictionary<string, string>
        {
            ["csharp/src/Generated/Models.cs"] = CSharpModels.Write(document),
            ["csharp/src/Generated/Operations.cs"] = CSharpOperations.Write(document),
            ["typescript/src/generated/types.ts"] = TypeScript.Types(document),
            ["typescript/src/generated/operations.ts"] = TypeScript.Operations(document),
        };
    }
}
