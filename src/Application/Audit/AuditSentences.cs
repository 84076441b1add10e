using System.Collections.Frozen;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;

namespace QuestCms.Application.Audit;

/// <summary>What each kind of event says after the name of who did it. The one place; a test holds that no event is without its sentence.</summary>
internal static class AuditSentences
{
    private static readonly FrozenDictionary<string, (string Kind, Func<AuditDetails, string> Say)> Sentences = new Dictionary<string, (string, Func<AuditDetails, string>)>
    {
        [nameof(PersonAdded)] = ("someone added", d => $"added {d["email"]} to the house{(d.Yes("houseAdministrator") ? " as a house administrator" : "")}"),
        [nameof(HouseAdministrationChanged)] = ("house administration", d => d.Yes("given") ? $"made {d.Name("person")} a house administrator" : $"took house administration from {d.Name("person")}"),
        [nameof(PersonSuspended)] = ("person suspended", d => $"suspended {d.Name("person")}"),
        [nameof(PersonReadmitted)] = ("person readmitted", d => $"readmitted {d.Name("person")}"),
        [nameof(SignInLinkIssued)] = ("sign-in link", d => $"made a one-time link for {d.Name("person")}"),
        [nameof(PasskeyAdded)] = ("passkey added", d => $"added the passkey {d["name"]} to their account"),
        [nameof(PasskeyRemoved)] = ("passkey removed", d => $"removed the passkey {d["name"]} from their account"),
        [nameof(CodesSwitched)] = ("codes at sign-in", d => d.Yes("on") ? "switched codes of an app on for their account" : "switched codes of an app off for their account"),
        [nameof(RecoveryCodesRenewed)] = ("recovery codes made", _ => "made new recovery codes for their account"),
        [nameof(RecoveryCodeUsed)] = ("recovery code used", d => $"signed in with a recovery code; {d["left"]} {(d["left"] == "1" ? "is" : "are")} left"),
        [nameof(ProofsEnded)] = ("passkeys and codes ended", _ => "chose a password through an administrator’s link, which ended the passkeys and codes of before"),

        [nameof(SignInFailed)] = ("sign-in failed", d => d["person"] is "" ? $"tried to sign in with an address that nobody here has, from {d["network"]}" : $"tried to sign in as {d.Name("person")} from {d["network"]}, in vain"),
        [nameof(SignInLocked)] = ("account resting", d => $"tried to sign in as {d.Name("person")} from {d["network"]}; the account rests after too many tries"),
        [nameof(PermissionRefused)] = ("permission refused", d => $"was refused: {d.Words("message")}"),
        [nameof(KeyRefused)] = ("key refused", d => $"came with a key that opens nothing, from {d["network"]}"),

        [nameof(SiteFounded)] = ("site made", d => $"made the site {d["name"]}"),
        [nameof(SiteChanged)] = ("site’s settings", d => $"changed the site’s settings: {SiteFields(d)}"),
        [nameof(RolesChanged)] = ("roles", d => d["roles"] is "" ? $"took every role from {d.Name("person")}" : $"made {d.Name("person")} {d["roles"]}"),
        [nameof(HouseStyleChanged)] = ("house style", _ => "changed how the site sounds"),
        [nameof(SiteKeyIssued)] = ("key made", d => $"made the key {d["name"]} ({d["prefix"]}: {d["scopes"]})"),
        [nameof(SiteKeyRevoked)] = ("key revoked", d => $"revoked the key {d["name"]} ({d["prefix"]})"),
        [nameof(CategoryAdded)] = ("category added", d => $"added the category {d["name"]}"),
        [nameof(CategoryRenamed)] = ("category renamed", d => $"renamed the category {Renamed(d)}"),
        [nameof(BylineAdded)] = ("byline added", d => $"added the byline {d["name"]}"),
        [nameof(BylineRenamed)] = ("byline renamed", d => $"changed the byline {Renamed(d)}"),
        [nameof(RedirectAdded)] = ("redirect added", d => $"led {d["from"]} to {d["to"]}"),
        [nameof(RedirectRemoved)] = ("redirect removed", d => $"took the redirect of {d["from"]} away"),

        [nameof(AssetAdded)] = ("picture added", d => $"added the picture {d["fileName"]} ({d.Words("origin")})"),
        [nameof(AssetDescribed)] = ("picture described", d => $"described a picture: {(d["altText"] is { Length: > 0 } alt ? alt : "no alt text")}{(d["credit"] is { Length: > 0 } credit ? $", credit {credit}" : "")}"),
        [nameof(AssetWordsPublished)] = ("readers told of a picture", d => $"had readers told of a picture: {(d["altText"] is { Length: > 0 } alt ? alt : "no alt text")}{(d["credit"] is { Length: > 0 } credit ? $", credit {credit}" : "")}"),
        [nameof(AssetFocalPointMoved)] = ("focal point", d => $"moved the focal point of a picture to {d["x"]} %, {d["y"]} %"),
        [nameof(AssetNotShown)] = ("picture not shown", d => $"could make nothing of a picture: {d["say"]}"),
        [nameof(AssetRemoved)] = ("picture removed", d => $"removed the picture {d["fileName"]}"),

        [nameof(TemplateChanged)] = ("template", d => $"changed the sections of {d.Words("kind")} pieces: {d["sections"]}"),
        [nameof(TemplateDropped)] = ("template given back", d => $"gave the sections of {d.Words("kind")} pieces back to the house’s"),

        [nameof(ArticleDrafted)] = ("article begun", d => $"began {d.Name("article")}"),
        [nameof(ArticleBegun)] = ("article begun by an agent", d => $"began {d.Name("article")}"),
        [nameof(RevisionFrozen)] = ("revision", d => $"froze revision {d["revision"]} of {d.Name("article")} ({d.Words("occasion")})"),
        [nameof(RevisionRestored)] = ("restored", d => $"took revision {d["revision"]} of {d.Name("article")} back into the working copy"),
        [nameof(ArticleSubmittedForReview)] = ("submitted", d => $"submitted revision {d["revision"]} of {d.Name("article")} for review"),
        [nameof(ArticleWithdrawnFromReview)] = ("withdrawn", d => $"withdrew {d.Name("article")} from review"),
        [nameof(ArticleArchived)] = ("archived", d => $"archived {d.Name("article")}"),
        [nameof(ArticleBinned)] = ("put into the bin", d => $"put {d.Name("article")} into the bin"),
        [nameof(ArticleTakenFromBin)] = ("taken from the bin", d => $"took {d.Name("article")} from the bin"),
        [nameof(ArticleDeleted)] = ("deleted for ever", d => $"deleted “{d["title"]}” for ever"),
        [nameof(ArticleTakenFromArchive)] = ("taken from the archive", d => $"took {d.Name("article")} from the archive"),

        [nameof(GenerationRequested)] = ("Claude asked", d => $"asked Claude for {d.Words("kind")} in {d.Name("article")}"),
        [nameof(GenerationEnded)] = ("Claude ended", d => $"ended a request to Claude for {d.Name("article")}: {d.Words("state")}, {d.Count("inputTokens")} tokens read, {d.Count("outputTokens")} written"),
        [nameof(AllowanceChanged)] = ("Claude’s limits", d => $"set Claude’s limits: {(d["perMonth"] is { Length: > 0 } all ? $"${all} a month" : "no limit of money")}, {d["atOnce"]} at once"),
        [nameof(AgentProposed)] = ("agent proposed", d => $"proposed a {d.Words("kind")} for {d.Name("article")}"),
        [nameof(SourceAttached)] = ("source attached", d => $"attached a source to {d.Name("article")}"),
        [nameof(ReviewRequested)] = ("review wished for", d => $"asked the writers to hand {d.Name("article")} to the reviewers"),
        [nameof(SourceHanded)] = ("source handed to Claude", d => $"handed a source of an agent’s for {d.Name("article")} to Claude"),
        [nameof(SourceHandingEnded)] = ("source kept back", d => $"kept a source of an agent’s for {d.Name("article")} back from Claude"),
        [nameof(AgentNoteSettled)] = ("note settled", d => $"settled what an agent asked for {d.Name("article")}"),
        [nameof(LookAgainAsked)] = ("to look at again", d => $"wants {d.Name("article")} looked at again because of {d["from"]}"),
        [nameof(LookAgainSettled)] = ("looked at again", d => $"looked at {d.Name("article")} again because of {d["from"]}"),
        [nameof(RubricChanged)] = ("rubric", d => $"set by what pieces are assessed: {d["criteria"]}"),
        [nameof(PricesChanged)] = ("Prices of models changed", d => $"changed what models cost: {d["prices"]} prices are kept"),
        [nameof(AiStopped)] = ("Claude switched off", d => $"switched Claude off in the whole house{(d["reason"] is { Length: > 0 } why ? $": {why}" : "")}"),
        [nameof(AiResumed)] = ("Claude switched on", _ => "let Claude be asked again"),
        [nameof(GoldenSetTried)] = ("golden set tried", d => $"had {d["prompt"]}/{d["number"]} tried against its golden set"),
        [nameof(GoldenSetEnded)] = ("golden set ended", d => $"ended the trial of {d["prompt"]}/{d["number"]}: {d.Words("state")}"),
        [nameof(PromptSwitched)] = ("prompt switched", d => $"switched the prompt {d["prompt"]} from version {d["before"]} to {d["number"]}"),
        [nameof(ProposalTaken)] = ("proposal taken", d => $"took a proposal of {(d.Yes("isAgents") ? "an agent" : "Claude")}’s into {d.Name("article")}, revision {d["revision"]}"),
        [nameof(ProposalLeft)] = ("proposal left", d => $"left a proposal of {(d.Yes("isAgents") ? "an agent" : "Claude")}’s for {d.Name("article")}"),

        [nameof(RevisionDecided)] = ("decision", d => $"decided on revision {d["revision"]} of {d.Name("article")}: {d.Words("verdict")}, score {d["score"]}"),
        [nameof(ClaimSourceGiven)] = ("source given", d => $"said where a sentence of {d.Name("article")} can be looked up"),
        [nameof(ClaimChecked)] = ("claim checked", d => $"looked at a sentence of {d.Name("article")}: {d.Words("state")}{(d["holdsUntil"] is { Length: > 0 } until ? $" until {until}" : "")}"),
        [nameof(ClaimTermsChanged)] = ("claims", d => d.Yes("demandsNoneOpen") ? "set how long claims hold, and that none may be open when a piece is approved" : "set how long claims hold"),
        [nameof(RevisionTakenOver)] = ("taken over", d => $"took over revision {d["revision"]} of {d.Name("article")}, public before, with the import {d["import"]}; no review took place"),

        [nameof(ArticlePublished)] = ("published", d => $"published revision {d["revision"]} of {d.Name("article")}"),
        [nameof(SealMismatched)] = ("seal broken", d => $"met a broken seal: revision {d["revision"]} of {d.Name("article")} is not what was approved"),
        [nameof(ArticleUnpublished)] = ("unpublished", d => $"took {d.Name("article")} from its readers"),
        [nameof(PublicationScheduled)] = ("planned", d => d["action"] == nameof(ScheduledAction.Publish) ? $"planned revision {d["revision"]} of {d.Name("article")} to go live {d.Moment("at")}" : $"planned to take {d.Name("article")} from its readers {d.Moment("at")}"),
        [nameof(ScheduleCancelled)] = ("plan cancelled", d => $"cancelled the plan for {d.Name("article")}"),
        [nameof(ScheduleRefused)] = ("plan refused", d => $"could not carry out the plan for {d.Name("article")}: {d["say"]}"),
        [nameof(PreviewShared)] = ("preview shared", d => $"shared a preview of {d.Name("article")} until {d.Moment("until")[3..]}"),
        [nameof(PreviewRevoked)] = ("preview revoked", d => $"revoked a preview of {d.Name("article")}"),

        [nameof(WebhookAdded)] = ("webhook added", d => $"added a webhook to {d["host"]}"),
        [nameof(WebhookChanged)] = ("webhook changed", d => $"changed the webhook to {d["host"]}"),
        [nameof(WebhookDisabled)] = ("webhook disabled", d => d["why"] switch
        {
            nameof(WebhookState.Gone) => $"disabled the webhook to {d["host"]}: it said that it is gone",
            nameof(WebhookState.Failing) => $"disabled the webhook to {d["host"]}: for days it took nothing",
            _ => $"disabled the webhook to {d["host"]}",
        }),
        [nameof(WebhookEnabled)] = ("webhook enabled", d => $"enabled the webhook to {d["host"]}"),
        [nameof(WebhookRemoved)] = ("webhook removed", d => $"removed the webhook to {d["host"]}"),
        [nameof(WebhookSecretRotated)] = ("webhook’s secret", d => $"made a new secret for the webhook to {d["host"]}{(d.Yes("atOnce") ? "; the former one ended at once" : "")}"),
        [nameof(WebhookDeliveriesRepeated)] = ("webhook sent again", d => $"had {d.Count("deliveries")} {(d["deliveries"] == "1" ? "delivery" : "deliveries")} to {d["host"]} sent again"),

        [nameof(ArticlesExported)] = ("exported", _ => "took the articles of the site away as files"),
        [nameof(FileImported)] = ("imported", d => $"imported {d.Name("article")} from {d["path"]}"),
    }.ToFrozenDictionary();

    // "Portugal, now Portugal and Madeira, at portugal-and-madeira".
    private static string Renamed(AuditDetails d) =>
        $"{d["formerName"]}{(d["formerName"] == d["name"] ? "" : $", now {d["name"]}")}{(d["formerSlug"] == d["slug"] ? "" : $", from {d["formerSlug"]} to {d["slug"]}")}";

    private static string SiteFields(AuditDetails d) => string.Join(", ", d["fields"].Split(", ").Select(f => f switch
    {
        "locale" => "language",
        "anonymousReading" => d.Yes("anonymousReading") ? "anyone may read it" : "it is read with a key only",
        "cdn" => "the CDN before it",
        _ => f,
    }));

    /// <summary>Every kind of event with its words for a choice, in the order of the words.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Kinds { get; } = [.. Sentences.Select(s => KeyValuePair.Create(s.Key, s.Value.Kind)).OrderBy(k => k.Value, StringComparer.Ordinal)];

    public static bool Knows(string what) => Sentences.ContainsKey(what);

    /// <summary>"published revision 4 of Moving to Lisbon". An event of a later version, unknown here, is called by its name.</summary>
    public static string Of(string what, AuditDetails details) => Sentences.TryGetValue(what, out var known) ? known.Say(details) : what;
}
