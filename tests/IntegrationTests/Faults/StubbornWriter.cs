using System.Net;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Faults;

/// <summary>
/// Saves one text after another and holds on to each until it is acknowledged, as the editor does: what got no answer is sent again, on the same version.
/// Every second one is saved by name, so that it must be found among the revisions.
/// </summary>
internal sealed class StubbornWriter(WriterSession session, EditorForm form)
{
    private int _version = form.Version;

    /// <summary>Numbers of the saves that were acknowledged.</summary>
    public List<int> Acknowledged { get; } = [];
    /// <summary>How often no answer came, or none that says it is stored.</summary>
    public int Unanswered { get; private set; }

    public static string TextOf(int number) => $"This is what was written as number {number}.\n";
    public static bool IsNamed(int number) => number % 2 == 0;

    /// <summary>One attempt; false when it was not acknowledged.</summary>
    public async Task<bool> TryAsync(int number, CancellationToken ct)
    {
        try
        {
            var (status, json) = await session.SendAsync(form, "Save", session.Fields(form, TextOf(number), _version, IsNamed(number)), ct);
            if (status == HttpStatusCode.OK)
            {
                _version = json.GetProperty("version").GetInt32();
                Acknowledged.Add(number);
                return true;
            }
            // Anything but "try again" would be a fault of its own: a conflict with oneself, a lost session.
            Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        }
        catch (Exception cut) when (cut is HttpRequestException or IOException)
        {
            // The process is gone; whether it had stored this is not known.
        }
        Unanswered++;
        return false;
    }

    /// <summary>Sends until it is acknowledged.</summary>
    public async Task SaveAsync(int number, CancellationToken ct)
    {
        while (!await TryAsync(number, ct)) ct.ThrowIfCancellationRequested();
    }
}
