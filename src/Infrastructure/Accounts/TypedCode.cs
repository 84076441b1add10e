namespace QuestCms.Infrastructure.Accounts;

/// <summary>A code as people type it: with spaces, in small letters, without its hyphen.</summary>
/// <param name="Text">As it is kept: six digits, or "XXXXX-XXXXX".</param>
internal readonly record struct TypedCode(string Text, bool IsOfApp)
{
    private const int Half = 5;

    public static TypedCode Of(string typed)
    {
        var plain = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        if (plain.Length == 6 && plain.All(char.IsAsciiDigit)) return new(plain, true);
        return new(plain.Length == 2 * Half ? $"{plain[..Half]}-{plain[Half..]}" : plain, false);
    }
}
