namespace QuestCms.Application.Sites;

/// <summary>BCP 47 in its usual form: a language, perhaps a script or a region.</summary>
internal static class SiteLocale
{
    public const string Pattern = "^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$";
    public const string Code = "locale.malformed";
    public const string Message = "A language is written as en, de or pt-BR.";
}
