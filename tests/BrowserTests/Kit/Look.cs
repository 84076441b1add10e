using Microsoft.Playwright;

namespace QuestCms.BrowserTests.Kit;

/// <summary>How the browser is held: the size of its window, light or dark, with or without JavaScript.</summary>
public sealed record Look(int Width, int Height)
{
    public static readonly Look Desk = new(1280, 900);
    public static readonly Look DarkDesk = Desk with { Dark = true };
    public static readonly Look Phone = new(390, 844) { Touch = true };
    public static readonly Look DarkPhone = Phone with { Dark = true };
    public static readonly Look NoScript = Desk with { Script = false };

    public bool Dark { get; init; }
    public bool Touch { get; init; }
    public bool Script { get; init; } = true;

    /// <summary>A context like this; the clock is UTC and the language English, whatever the machine says.</summary>
    public BrowserNewContextOptions Options(string address, string? cookies) => new()
    {
        BaseURL = address,
        StorageState = cookies,
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = Touch,
        IsMobile = Touch,
        JavaScriptEnabled = Script,
        ColorScheme = Dark ? ColorScheme.Dark : ColorScheme.Light,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-GB",
        TimezoneId = "UTC",
    };
}
