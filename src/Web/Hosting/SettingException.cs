namespace QuestCms.Web.Hosting;

/// <summary>A setting is missing or wrong: stops the start with one line that names it and never shows its value.</summary>
public sealed class SettingException(string name, string what) : Exception($"{name} {what}")
{
    public string Name { get; } = name;
}
