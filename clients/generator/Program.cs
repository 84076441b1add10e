using QuestCms.ClientGenerator;

// The folder of the clients is the one argument: its openapi.json is read, the generated files are written.
if (args is not [var folder]) return Say("Say the folder of the clients.");
foreach (var (file, text) in GeneratedFiles.Of(File.ReadAllText(Path.Combine(folder, "openapi.json")))) File.WriteAllText(Path.Combine(folder, file), text);
return 0;

static int Say(string words)
{
    Console.Error.WriteLine(words);
    return 1;
}
