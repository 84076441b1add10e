namespace QuestCms.Web.Hosting;

/// <summary>A setting is missing or wrong: stops the start with one line that names it and never shows its value.</summary>
public sealed class SettingException(string sentence) : Exception(sentence)
{
    public SettingException(string name, string what) : this($"{name} {what}")
    {
    }
}
