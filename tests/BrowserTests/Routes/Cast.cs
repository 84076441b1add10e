namespace QuestCms.BrowserTests.Routes;

/// <summary>Who looks at a page: nobody signed in, somebody without a role yet, one for each role of a site, a house administrator without a role on it; and the demo's own creator, whose desk is full.</summary>
public enum Cast { Nobody, Newcomer, Creator, Reviewer, Publisher, Administrator, HouseAdministrator, DemoCreator }

/// <summary>What there is to see: the demo's site with pieces in every state, or a site nobody put anything into.</summary>
public enum Filled { Full, Empty }
