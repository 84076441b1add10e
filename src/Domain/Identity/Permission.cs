namespace QuestCms.Domain.Identity;

/// <summary>What a message may ask for. Roles of a site grant the first group, the house the second, a site key's scopes the third, nobody's role the last.</summary>
public enum Permission
{
    // Granted by a role in the site the message is about.
    /// <summary>Read working copies, revisions and reviews of the site.</summary>
    ReadSite,
    /// <summary>Write, submit and withdraw; ask Claude.</summary>
    Write,
    /// <summary>Decide on a round.</summary>
    Decide,
    /// <summary>Publish what is approved, schedule, unpublish, archive.</summary>
    Publish,
    /// <summary>People, roles, categories and settings of the site; its audit trail; import.</summary>
    AdministerSite,

    /// <summary>Say where an address of the site leads that shows nothing.</summary>
    Redirect,

    /// <summary>Find everything that came from a model, a prompt or a source.</summary>
    Recall,

    // Granted to house administrators.
    /// <summary>Make sites, see every person, give house administration.</summary>
    AdministerHouse,

    // Granted to a site key by its scopes, and to nobody's role.
    /// <summary>An agent reads what is published on its site.</summary>
    ReadAsAgent,
    /// <summary>An agent reads the working copies of its site.</summary>
    PreviewAsAgent,
    /// <summary>An agent proposes words, attaches sources and asks for review; a person takes it or leaves it.</summary>
    ProposeAsAgent,
    /// <summary>A program writes through the management API, as itself: texts, submissions, and what was approved by people; it decides nothing.</summary>
    WriteAsAgent,

    // Granted to nobody's role.
    /// <summary>Needs a signed-in person and nothing more; the message is about that person.</summary>
    SignedIn,
    /// <summary>Sent by workers, never by a person.</summary>
    RunBackgroundWork,
}
