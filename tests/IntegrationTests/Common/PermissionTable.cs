using QuestCms.Application.Ai;
using QuestCms.Application.Audit;
using QuestCms.Application.Common;
using QuestCms.Application.Content;
using QuestCms.Application.Delivery;
using QuestCms.Application.Identity;
using QuestCms.Application.Insights;
using QuestCms.Application.Media;
using QuestCms.Application.Review;
using QuestCms.Application.Sites;
using QuestCms.Application.Transfer;
using QuestCms.Application.Watch;
using static QuestCms.IntegrationTests.Common.Answer;

namespace QuestCms.IntegrationTests.Common;

/// <summary>What the pipeline says before any handler is asked.</summary>
public enum Answer { Allowed, SignInFirst, NotAllowed, NotFound }

/// <summary>
/// Who hears what for one message about a thing of a site: the four roles on that site, anyone with every role on another site only, a house administrator
/// without a role, a suspended person with every role, a worker, the operator at a shell, and keys of the site by their scopes.
/// </summary>
public sealed record Row(Answer Nobody, Answer Creator, Answer Reviewer, Answer Publisher, Answer Administrator, Answer OtherSite, Answer House, Answer Suspended, Answer Worker, Answer Shell)
{
    /// <summary>What a key of the site hears, by its scopes: those of read are a key's least. A key of another site hears NotFound instead of NotAllowed or Allowed wherever the message is about a thing.</summary>
    public Answer ReadKey { get; init; } = NotAllowed;
    public Answer PreviewKey { get; init; } = NotAllowed;
    public Answer WriteKey { get; init; } = NotAllowed;
}

/// <summary>Every message of the application and who may send it. A new message is one line here; without it the test fails and names the message.</summary>
public static class PermissionTable
{
    //                                               nobody       creator      reviewer     publisher    administr.   other site   house admin  suspended    worker       shell
    private static readonly Row Everyone         = new(Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     Allowed) { ReadKey = Allowed, PreviewKey = Allowed, WriteKey = Allowed };
    private static readonly Row Oneself          = new(SignInFirst, Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     Allowed,     SignInFirst, NotAllowed,  NotAllowed);
    private static readonly Row Reads            = new(SignInFirst, Allowed,     Allowed,     Allowed,     Allowed,     NotFound,    NotFound,    SignInFirst, NotAllowed,  NotAllowed);
    private static readonly Row Writes           = new(SignInFirst, Allowed,     NotAllowed,  NotAllowed,  NotAllowed,  NotFound,    NotFound,    SignInFirst, NotAllowed,  NotAllowed);
    private static readonly Row Decides          = new(SignInFirst, NotAllowed,  Allowed,     NotAllowed,  NotAllowed,  NotFound,    NotFound,    SignInFirst, NotAllowed,  NotAllowed);
    private static readonly Row Publishes        = new(SignInFirst, NotAllowed,  NotAllowed,  Allowed,     NotAllowed,  NotFound,    NotFound,    SignInFirst, NotAllowed,  NotAllowed);
    private static readonly Row AdministersSite  = new(SignInFirst, NotAllowed,  NotAllowed,  NotAllowed,  Allowed,     NotFound,    Allowed,     SignInFirst, NotAllowed,  Allowed);
    private static readonly Row Recalls          = new(SignInFirst, NotAllowed,  Allowed,     NotAllowed,  Allowed,     NotFound,    Allowed,     SignInFirst, NotAllowed,  Allowed);
    private static readonly Row Redirects        = new(SignInFirst, NotAllowed,  NotAllowed,  Allowed,     Allowed,     NotFound,    Allowed,     SignInFirst, NotAllowed,  Allowed);
    private static readonly Row AdministersHouse = new(SignInFirst, NotAllowed,  NotAllowed,  NotAllowed,  NotAllowed,  NotAllowed,  Allowed,     SignInFirst, NotAllowed,  Allowed);
    private static readonly Row BackgroundWork   = new(NotFound,    NotFound,    NotFound,    NotFound,    NotFound,    NotFound,    NotFound,    NotFound,    Allowed,     NotFound) { ReadKey = NotFound, PreviewKey = NotFound, WriteKey = NotFound };
    // For agents alone: a person has pages for it.
    private static readonly Row NoPersons        = new(SignInFirst, NotAllowed,  NotAllowed,  NotAllowed,  NotAllowed,  NotFound,    NotFound,    SignInFirst, NotAllowed,  NotAllowed);
    private static readonly Row AgentsRead       = NoPersons with { ReadKey = Allowed, PreviewKey = Allowed, WriteKey = Allowed };
    private static readonly Row AgentsPreview    = NoPersons with { PreviewKey = Allowed };
    private static readonly Row AgentsPropose    = NoPersons with { WriteKey = Allowed };
    // A key of the scope write, and nobody else.
    private static readonly Row ProgramsWrite    = AgentsPropose;

    public static readonly IReadOnlyDictionary<Type, Row> Rows = new Dictionary<Type, Row>
    {
        // Identity
        [typeof(SignIn)] = Everyone,
        [typeof(SignOut)] = Everyone,
        [typeof(SetPasswordByLink)] = Everyone,
        [typeof(AskForNewPassword)] = Everyone,
        [typeof(SendMail)] = BackgroundWork,
        [typeof(ListMails)] = AdministersHouse,
        [typeof(ChangePassword)] = Oneself,
        [typeof(SignInWithCode)] = Everyone,
        [typeof(AskForPasskey)] = Everyone,
        [typeof(SignInWithPasskey)] = Everyone,
        [typeof(GetMyProofs)] = Oneself,
        [typeof(OfferPasskey)] = Oneself,
        [typeof(AddPasskey)] = Oneself,
        [typeof(RemovePasskey)] = Oneself,
        [typeof(OfferCodes)] = Oneself,
        [typeof(SwitchCodesOn)] = Oneself,
        [typeof(RenewRecoveryCodes)] = Oneself,
        [typeof(SwitchCodesOff)] = Oneself,
        [typeof(SuspendPerson)] = AdministersHouse,
        [typeof(ReadmitPerson)] = AdministersHouse,
        [typeof(AddHouseAdministrator)] = AdministersHouse,
        [typeof(AppointFirstAdministrator)] = AdministersHouse,
        [typeof(RenewSignIn)] = AdministersHouse,

        // every module
        [typeof(SweepOperations)] = BackgroundWork,
        [typeof(SweepAgedRows)] = BackgroundWork,

        // Sites
        [typeof(GetMySites)] = Oneself,
        [typeof(FoundSite)] = AdministersHouse,
        [typeof(ListEveryone)] = AdministersHouse,
        [typeof(ListMembers)] = AdministersSite,
        [typeof(GetHouseStyle)] = AdministersSite,
        [typeof(ChangeHouseStyle)] = AdministersSite,
        [typeof(InvitePerson)] = AdministersSite,
        [typeof(IssueSignInLink)] = AdministersSite,
        [typeof(ChangeRoles)] = AdministersSite,
        [typeof(AddCategory)] = AdministersSite,
        [typeof(RenameCategory)] = AdministersSite,
        [typeof(ChangeSiteSettings)] = AdministersSite,
        [typeof(GetSiteSettings)] = AdministersSite,
        [typeof(ListSiteKeys)] = AdministersSite,
        [typeof(MakeSiteKey)] = AdministersSite,
        [typeof(RevokeSiteKey)] = AdministersSite,
        [typeof(ListCategories)] = AdministersSite,

        // Media
        [typeof(AddAssets)] = Writes with { WriteKey = Allowed },
        [typeof(ListAssets)] = Reads with { PreviewKey = Allowed },
        [typeof(GetAsset)] = Reads with { PreviewKey = Allowed },
        [typeof(GetRendition)] = Reads,
        [typeof(DescribeAsset)] = Writes,
        [typeof(RemoveAsset)] = Writes,
        [typeof(MakeRenditions)] = BackgroundWork,
        [typeof(ForgetPicture)] = BackgroundWork,

        // Content
        [typeof(AddByline)] = AdministersSite,
        [typeof(RenameByline)] = AdministersSite,
        [typeof(ListBylines)] = AdministersSite,
        [typeof(ListArticles)] = Reads,
        [typeof(GetNewArticleForm)] = Writes,
        [typeof(StartArticle)] = Writes,
        [typeof(GetArticleForEditing)] = Reads,
        [typeof(SaveWorkingCopy)] = Writes,
        [typeof(ChooseCover)] = Writes,
        [typeof(PreviewArticle)] = Writes,
        [typeof(GetConflict)] = Writes,
        [typeof(ResolveConflict)] = Writes,
        [typeof(GetHistory)] = Reads,
        [typeof(RestoreRevision)] = Writes,
        [typeof(TakeOutline)] = Writes,
        [typeof(TakeHouseCover)] = Writes,
        [typeof(DrawHouseCover)] = Reads,

        [typeof(WriteNewArticle)] = ProgramsWrite,
        [typeof(RewriteArticle)] = ProgramsWrite,
        [typeof(GetStanding)] = ProgramsWrite,
        [typeof(GetManagedArticle)] = AgentsPreview,
        [typeof(ListManagedArticles)] = AgentsPreview,
        [typeof(BinArticle)] = Writes with { WriteKey = Allowed },
        [typeof(TakeFromBin)] = Writes with { WriteKey = Allowed },
        [typeof(ListBin)] = Reads with { PreviewKey = Allowed },
        [typeof(ReadLiveText)] = AgentsRead,
        [typeof(ReadWorkingCopy)] = AgentsPreview,
        [typeof(SearchWorkingCopies)] = AgentsPreview,
        [typeof(GetTemplates)] = AdministersSite,
        [typeof(ChangeTemplate)] = AdministersSite,
        [typeof(GiveTemplateBack)] = AdministersSite,
        [typeof(GetOutline)] = Reads,

        // Ai
        [typeof(ProposeDraft)] = AgentsPropose,
        [typeof(ProposeChange)] = AgentsPropose,
        [typeof(AttachSources)] = AgentsPropose,
        [typeof(AskForReview)] = AgentsPropose,
        [typeof(GetAgentNotes)] = Reads,
        [typeof(SettleAgentNote)] = Writes,
        [typeof(HandSourceToClaude)] = Writes,
        [typeof(ChangeAllowance)] = AdministersSite,
        [typeof(GetAiUse)] = AdministersSite,
        [typeof(RecallSentences)] = Recalls,
        [typeof(GetRecallChoices)] = Recalls,
        [typeof(AskToLookAgain)] = Recalls,
        [typeof(SayWhatWasFound)] = Recalls,
        [typeof(GetLooksAgain)] = Reads,
        [typeof(GetGenerationsOfArticle)] = Reads,
        [typeof(GetPrompts)] = AdministersHouse,
        [typeof(GetTrial)] = AdministersHouse,
        [typeof(TryPrompt)] = AdministersHouse,
        [typeof(SwitchPrompt)] = AdministersHouse,
        [typeof(RunGoldenCase)] = BackgroundWork,
        [typeof(TurnAiOff)] = AdministersHouse,
        [typeof(GetPrices)] = AdministersHouse,
        [typeof(ChangePrices)] = AdministersHouse,
        [typeof(TurnAiOn)] = AdministersHouse,
        [typeof(ListGenerations)] = Reads with { PreviewKey = Allowed },
        [typeof(GetGenerationStory)] = Reads with { PreviewKey = Allowed },
        [typeof(GetClaudePrice)] = Reads,
        [typeof(AssessRevision)] = Reads,
        [typeof(GetAssessment)] = Reads,
        [typeof(GetRubric)] = AdministersSite,
        [typeof(ChangeRubric)] = AdministersSite,
        [typeof(AskClaude)] = Writes with { WriteKey = Allowed },
        [typeof(BriefClaude)] = Writes,
        [typeof(GetGeneration)] = Reads,
        [typeof(GetProposals)] = Reads,
        [typeof(TakeProposal)] = Writes,
        [typeof(LeaveProposal)] = Writes,
        [typeof(StopGeneration)] = Writes,
        [typeof(RunGeneration)] = BackgroundWork,
        [typeof(PaintPicture)] = Writes,
        [typeof(UseAltText)] = Writes,
        [typeof(TakePicture)] = Writes,
        [typeof(GetCoverDesk)] = Reads,
        [typeof(RunPainting)] = BackgroundWork,

        // Review
        [typeof(SubmitArticleForReview)] = Writes with { WriteKey = Allowed },
        [typeof(WithdrawFromReview)] = Writes with { WriteKey = Allowed },
        [typeof(ListRevisions)] = AgentsPreview,
        [typeof(GetRevision)] = AgentsPreview,
        [typeof(GetReviewQueue)] = Reads,
        [typeof(GetRoundForReview)] = Reads,
        [typeof(DecideOnRound)] = Decides,
        [typeof(FindClaims)] = Reads,
        [typeof(GetClaims)] = Reads,
        [typeof(GiveClaimSource)] = Writes,
        [typeof(CheckClaim)] = Decides,
        [typeof(GetSentencesToCheck)] = Reads,
        [typeof(GetClaimTerms)] = AdministersSite,
        [typeof(ChangeClaimTerms)] = AdministersSite,

        // Delivery
        [typeof(GetPublishing)] = Reads,
        [typeof(SharePreview)] = Reads,
        [typeof(RevokePreview)] = Reads,
        [typeof(ListPreviews)] = Reads,
        [typeof(OpenPreview)] = Everyone, // who has the link; anyone else is refused by the handler
        [typeof(OpenPreviewPicture)] = Everyone,
        [typeof(StartEpoch)] = AdministersHouse,
        [typeof(SweepEventLog)] = BackgroundWork,
        [typeof(RotateProvenanceKey)] = AdministersHouse,
        [typeof(MakeMissingCard)] = BackgroundWork,
        [typeof(PublishArticle)] = Publishes,
        [typeof(UnpublishArticle)] = Publishes with { WriteKey = Allowed },
        [typeof(SchedulePublication)] = Publishes with { WriteKey = Allowed },
        [typeof(CancelSchedule)] = Publishes with { WriteKey = Allowed },
        [typeof(ArchiveArticle)] = Publishes with { WriteKey = Allowed },
        [typeof(DeleteArticleForEver)] = AdministersSite,
        [typeof(AddRedirect)] = Redirects,
        [typeof(RemoveRedirect)] = Redirects,
        [typeof(ListRedirects)] = Redirects,
        [typeof(TellReadersOfPicture)] = Publishes,
        [typeof(ListRewritings)] = AdministersSite,
        [typeof(RewriteArticles)] = BackgroundWork,
        [typeof(EmptyBin)] = BackgroundWork,
        [typeof(EraseArticle)] = BackgroundWork,
        [typeof(CarryOutSchedule)] = BackgroundWork,
        [typeof(AddWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(ChangeWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(DisableWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(EnableWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(RemoveWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(RotateWebhookSecret)] = AdministersSite with { WriteKey = Allowed },
        [typeof(TestWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(SendWebhookAgain)] = AdministersSite with { WriteKey = Allowed },
        [typeof(SendWebhooksAgain)] = AdministersSite with { WriteKey = Allowed },
        [typeof(ListWebhooks)] = AdministersSite with { WriteKey = Allowed },
        [typeof(GetWebhook)] = AdministersSite with { WriteKey = Allowed },
        [typeof(ListWebhookDeliveries)] = AdministersSite with { WriteKey = Allowed },
        [typeof(GetWebhookDelivery)] = AdministersSite with { WriteKey = Allowed },
        [typeof(PreviewWebhook)] = AdministersSite,
        [typeof(SendWebhook)] = BackgroundWork,
        [typeof(SweepWebhooks)] = BackgroundWork,

        // Transfer
        [typeof(GetImportTarget)] = AdministersHouse,
        [typeof(ImportMarkdownFile)] = AdministersSite,
        [typeof(ImportPicture)] = AdministersSite,
        [typeof(ExportArticles)] = AdministersSite,
        [typeof(ImportPost)] = AdministersSite,
        [typeof(GetBroughtAlong)] = Reads,

        // Insights
        [typeof(GetMyWork)] = Reads,
        [typeof(GetMyWeek)] = Reads,
        [typeof(GetShellCounts)] = Reads,
        [typeof(GetPromptFigures)] = AdministersHouse,

        // Audit
        [typeof(ListAuditTrail)] = AdministersSite,
        [typeof(ListHouseAuditTrail)] = AdministersHouse,

        // Watch
        [typeof(LookForAlerts)] = BackgroundWork,
        [typeof(GetHouseFigures)] = AdministersHouse,
    };
}
