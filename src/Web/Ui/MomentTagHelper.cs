using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace QuestCms.Web.Ui;

/// <summary>
/// <c>&lt;moment at="Model.SavedAt" /&gt;</c>: a time as people say it, in the house's time zone: "14:32" today, "yesterday 16:20", "tomorrow 07:00", "Fri 20 Nov"
/// within a week, "3 Mar" within the year, "8 Jan 2025" else. <c>clock</c> adds the time of day to a date, <c>date</c> writes "12 November 2026" and nothing else.
/// The whole moment stands in the title, the exact one in <c>datetime</c>.
/// </summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MomentTagHelper(TimeProvider time) : TagHelper
{
    public DateTimeOffset? At { get; set; }
    public bool Clock { get; set; }
    public bool Date { get; set; }
    /// <summary>What stands there when it has not happened.</summary>
    public string None { get; set; } = "never";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } at)
        {
            output.TagName = null;
            output.Content.SetContent(None);
            return;
        }
        var zone = time.LocalTimeZone;
        var there = TimeZoneInfo.ConvertTime(at, zone);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", Write(there, "dddd d MMMM yyyy, HH:mm ") + (zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? "UTC" : Write(there, "zzz")));
        output.Content.SetContent(Date ? Write(there, "d MMMM yyyy") : Say(there, TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone)));
    }

    private string Say(DateTimeOffset there, DateTimeOffset now)
    {
        var days = (there.Date - now.Date).Days;
        return days switch
        {
            0 => Write(there, "HH:mm"),
            -1 => "yesterday " + Write(there, "HH:mm"),
            1 => "tomorrow " + Write(there, "HH:mm"),
            > -7 and < 7 => Write(there, Clock ? "ddd d MMM, HH:mm" : "ddd d MMM"),
            _ when there.Year == now.Year => Write(there, Clock ? "d MMM, HH:mm" : "d MMM"),
            _ => Write(there, Clock ? "d MMM yyyy, HH:mm" : "d MMM yyyy"),
        };
    }

    private static string Write(DateTimeOffset at, string pattern) => at.ToString(pattern, CultureInfo.InvariantCulture);
}
