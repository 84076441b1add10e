using Microsoft.EntityFrameworkCore;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Audit;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;
using QuestCms.Domain.Watch;

namespace QuestCms.Application.Common;

/// <summary>
/// The seam to storage: DbSets are the repositories, one <see cref="SaveChangesAsync"/> per command is the transaction. A save publishes the
/// aggregates' news, writes the audit rows and the operation row, all in itself; a second save of the same scope throws.
/// </summary>
public interface IQuestDb
{
    DbSet<Person> People { get; }
    DbSet<Mail> Mails { get; }
    DbSet<Site> Sites { get; }
    DbSet<Membership> Memberships { get; }
    DbSet<HouseStyle> HouseStyles { get; }
    DbSet<SiteKey> SiteKeys { get; }
    DbSet<Category> Categories { get; }
    DbSet<Asset> Assets { get; }
    DbSet<Article> Articles { get; }
    DbSet<Revision> Revisions { get; }
    DbSet<SideCopy> SideCopies { get; }
    DbSet<Byline> Bylines { get; }
    DbSet<SiteTemplate> SiteTemplates { get; }
    DbSet<Generation> Generations { get; }
    DbSet<Painting> Paintings { get; }
    DbSet<Source> Sources { get; }
    DbSet<AgentNote> AgentNotes { get; }
    DbSet<LookAgain> LooksAgain { get; }
    DbSet<Allowance> Allowances { get; }
    DbSet<Rubric> Rubrics { get; }
    DbSet<Assessment> Assessments { get; }
    DbSet<AiSwitch> AiSwitches { get; }
    DbSet<PriceList> PriceLists { get; }
    DbSet<PromptChoice> PromptChoices { get; }
    DbSet<GoldenRun> GoldenRuns { get; }
    DbSet<ReviewRound> ReviewRounds { get; }
    DbSet<Decision> Decisions { get; }
    DbSet<Claim> Claims { get; }
    DbSet<ClaimTerms> ClaimTerms { get; }
    DbSet<ScheduledPublication> ScheduledPublications { get; }
    DbSet<PreviewLink> PreviewLinks { get; }
    DbSet<PublishedArticle> PublishedArticles { get; }
    DbSet<ProvenanceCard> ProvenanceCards { get; }
    DbSet<Edition> Editions { get; }
    DbSet<PublishedSite> PublishedSites { get; }
    DbSet<FormerSlug> FormerSlugs { get; }
    DbSet<Redirect> Redirects { get; }
    DbSet<Rewriting> Rewritings { get; }
    DbSet<PublishedMedia> PublishedMedia { get; }
    DbSet<PublishedMediaUse> PublishedMediaUses { get; }
    DbSet<DeliveryEvent> DeliveryEvents { get; }
    DbSet<WebhookEndpoint> WebhookEndpoints { get; }
    DbSet<WebhookDelivery> WebhookDeliveries { get; }
    DbSet<WebhookAttempt> WebhookAttempts { get; }
    DbSet<ImportedFile> ImportedFiles { get; }
    DbSet<AuditEntry> AuditEntries { get; }
    DbSet<AlertBoard> AlertBoards { get; }

    Task<int> SaveChangesAsync(CancellationToken ct = default);

    /// <summary>True when the operation of this scope was stored by an earlier one: the same form, posted again. False once this scope saved.</summary>
    Task<bool> WasDoneBeforeAsync(CancellationToken ct);
}
