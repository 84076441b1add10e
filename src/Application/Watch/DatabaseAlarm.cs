using QuestCms.Domain.Watch;

namespace QuestCms.Application.Watch;

/// <summary>
/// The one alert that no row can hold: each process keeps for itself how long the database is away, and who is to be told. So of several processes each says it.
/// </summary>
public sealed class DatabaseAlarm
{
    private DateTimeOffset? _since;
    private bool _said;

    /// <summary>Addresses of the house's administrators, as of the last look that found the database.</summary>
    public IReadOnlyList<string> Administrators { get; set; } = [];

    /// <summary>What is to be said now; null for nothing.</summary>
    public AlertNews? Look(bool isAway, DateTimeOffset now)
    {
        if (isAway)
        {
            _since ??= now;
            if (_said || now - _since < AlertRules.Patience(AlertKind.DatabaseAway)) return null;
            _said = true;
            return new AlertNews(AlertKind.DatabaseAway, false);
        }
        _since = null;
        if (!_said) return null;
        _said = false;
        return new AlertNews(AlertKind.DatabaseAway, true);
    }
}
