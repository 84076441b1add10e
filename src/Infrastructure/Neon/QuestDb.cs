using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Audit;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Review;
using QuestCms.Domain.Sites;
using QuestCms.Domain.Transfer;
using QuestCms.Domain.Watch;
using QuestCms.Infrastructure.Neon.Common;
using QuestCms.Infrastructure.Neon.Delivery;
using QuestCms.Infrastructure.Neon.Work;

namespace QuestCms.Infrastructure.Neon;

/// <summary>
/// The database of the house. One save per scope is the transaction of a command: it publishes the news, writes audit and operation rows with it,
/// and after any failure looks once whether it was stored after all (a lost answer of COMMIT, a form posted twice). The trial behind every line
/// stands in the integration tests.
/// </summary>
public sealed class QuestDb(DbContextOptions<QuestDb> options, EventDispatcher events, Acting acting, TimeProvider clock, SiteBoard board) : DbContext(options), IQuestDb
{
    private bool _used;

    public DbSet<Person> People => Set<Person>();
    public DbSet<Mail> Mails => Set<Mail>();
    public DbSet<Site> Sites => Set<Site>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<HouseStyle> HouseStyles => Set<HouseStyle>();
    public DbSet<SiteKey> SiteKeys => Set<SiteKey>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Asset> Assets => Set<Asset>();
    public DbSet<Article> Articles => Set<Article>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<SideCopy> SideCopies => Set<SideCopy>();
    public DbSet<Byline> Bylines => Set<Byline>();
    public DbSet<SiteTemplate> SiteTemplates => Set<SiteTemplate>();
    public DbSet<Generation> Generations => Set<Generation>();
    public DbSet<Painting> Paintings => Set<Painting>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<AgentNote> AgentNotes => Set<AgentNote>();
    public DbSet<LookAgain> LooksAgain => Set<LookAgain>();
    public DbSet<Allowance> Allowances => Set<Allowance>();
    public DbSet<Rubric> Rubrics => Set<Rubric>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<PriceList> PriceLists => Set<PriceList>();
    public DbSet<AiSwitch> AiSwitches => Set<AiSwitch>();
    public DbSet<PromptChoice> PromptChoices => Set<PromptChoice>();
    public DbSet<GoldenRun> GoldenRuns => Set<GoldenRun>();
    public DbSet<ReviewRound> ReviewRounds => Set<ReviewRound>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Claim> Claims => Set<Claim>();
    public DbSet<ClaimTerms> ClaimTerms => Set<ClaimTerms>();
    public DbSet<ScheduledPublication> ScheduledPublications => Set<ScheduledPublication>();
    public DbSet<PreviewLink> PreviewLinks => Set<PreviewLink>();
    public DbSet<PublishedArticle> PublishedArticles => Set<PublishedArticle>();
    public DbSet<ProvenanceCard> ProvenanceCards => Set<ProvenanceCard>();
    public DbSet<Edition> Editions => Set<Edition>();
    public DbSet<PublishedSite> PublishedSites => Set<PublishedSite>();
    public DbSet<FormerSlug> FormerSlugs => Set<FormerSlug>();
    public DbSet<Redirect> Redirects => Set<Redirect>();
    public DbSet<Rewriting> Rewritings => Set<Rewriting>();
    public DbSet<PublishedMedia> PublishedMedia => Set<PublishedMedia>();
    public DbSet<PublishedMediaUse> PublishedMediaUses => Set<PublishedMediaUse>();
    public DbSet<DeliveryEvent> DeliveryEvents => Set<DeliveryEvent>();
    public DbSet<WebhookEndpoint> WebhookEndpoints => Set<WebhookEndpoint>();
    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();
    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();
    public DbSet<ImportedFile> ImportedFiles => Set<ImportedFile>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<AlertBoard> AlertBoards => Set<AlertBoard>();

    internal DbSet<Operation> Operations => Set<Operation>();
    internal DbSet<Job> Jobs => Set<Job>();

    public override int SaveChanges(bool acceptAllChangesOnSuccess) => throw new NotSupportedException("SaveChangesAsync only.");

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        if (_used) throw new InvalidOperationException("One save per command: a listener saved, or a failed context was used again.");
        _used = true; // stays true after a failure, on purpose: a failed scope is thrown away

        await events.PublishAsync(this, cancellationToken);
        GuardVersions();
        var mine = Operation.Begin(acting, clock.GetUtcNow());
        Add(mine);
        var shown = ChangeTracker.Entries().Any(e => e.State != EntityState.Unchanged && e.Entity is DeliveryEvent or PublishedSite);
        try
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch (Exception fault) when (fault is DbUpdateException or InvalidOperationException or NpgsqlException or RetryLimitExceededException)
        {
            return await AfterFaultAsync(mine, fault, acceptAllChangesOnSuccess);
        }
        finally
        {
            if (shown) board.LookAgain(); // also after a fault: it may be stored
        }
    }

    public async Task<bool> WasDoneBeforeAsync(CancellationToken ct) =>
        !_used && Operation.IdOf(acting) is { } operation && await Operations.AnyAsync(o => o.Id == operation, ct);

    // Not cancellable: whether it was stored must be known before anything is answered.
    [SuppressMessage("Reliability", "CA2016", Justification = "The look-up must outlive the caller's patience.")]
    private async Task<int> AfterFaultAsync(Operation mine, Exception fault, bool accept)
    {
        var stored = await Operations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == mine.Id, CancellationToken.None);
        if (stored is not null && stored.Attempt == mine.Attempt)
        {
            if (accept) ChangeTracker.AcceptAllChanges(); // our own commit, its answer was lost
            return 0;
        }
        if (stored is not null) throw new AlreadyDoneException(mine.Id);
        if (fault is DbUpdateConcurrencyException) throw new ChangedMeanwhileException(fault);
        throw Uniqueness.Translate(fault) ?? fault;
    }

    private void GuardVersions()
    {
        var forgotten = ChangeTracker.Entries<AggregateRoot>()
            .FirstOrDefault(e => e.State == EntityState.Modified && !e.Property(a => a.Version).IsModified);
        if (forgotten is not null) throw new InvalidOperationException($"{forgotten.Metadata.ClrType.Name} changed without counting its version.");
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => TypedIds.Register(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Ignore<DomainEvent>();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(QuestDb).Assembly, t => t.Namespace?.StartsWith("QuestCms.Infrastructure.Neon", StringComparison.Ordinal) == true);
    }
}
