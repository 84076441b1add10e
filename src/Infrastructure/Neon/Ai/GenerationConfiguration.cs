using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Ai;

internal sealed class GenerationConfiguration : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> builder)
    {
        builder.ToTable("generations", "ai", t => t.HasCheckConstraint("ck_generations_asked_or_agents", "num_nonnulls(requested_by, requested_by_key, agent) = case when prompt = 'imported' then 0 else 1 end"));
        builder.HasKey(g => g.Id);
        builder.Property(g => g.Brief).HasColumnType("jsonb").HasConversion(JsonColumn.Of<Brief>());
        builder.Property(g => g.Cost).HasPrecision(12, 6);
        builder.Property(g => g.Reserved).HasPrecision(12, 6);
        builder.Property(g => g.Fingerprint).HasMaxLength(64);
        builder.Property(g => g.Version).IsConcurrencyToken();
        builder.HasIndex(g => new { g.Article, g.RequestedAt });
        builder.HasIndex(g => new { g.RequestedBy, g.RequestedAt });
        // With all that is summed up for a month, so that the words need not be read for it.
        builder.HasIndex(g => new { g.Site, g.RequestedAt }).IncludeProperties(g => new { g.RequestedBy, g.Kind, g.Model, g.State, g.Proposal, g.EndedAt, g.InputTokens, g.OutputTokens, g.Cost, g.Reserved });
        builder.HasIndex(g => new { g.Article, g.Fingerprint });
        // Recall, in the order it is read; by words and addresses of sources it is SQL of the migration.
        builder.HasIndex(g => new { g.Site, g.Model, g.Article }).IsDescending(false, false, true).HasFilter("proposal = 'Taken'").HasDatabaseName("ix_generations_taken_model");
        builder.HasIndex(g => new { g.Site, g.Prompt, g.Article }).IsDescending(false, false, true).HasFilter("proposal = 'Taken'").HasDatabaseName("ix_generations_taken_prompt");
        // With all that is summed up of a prompt's version.
        builder.HasIndex(g => new { g.Prompt, g.RequestedAt }).IncludeProperties(g => new { g.State, g.Proposal, g.FirstWordAt, g.EndedAt, g.InputTokens, g.OutputTokens, g.Cost, g.CopiedFrom });
        // What agents propose and nobody settled yet.
        builder.HasIndex(g => new { g.Site, g.Article, g.RequestedAt }).HasFilter("agent is not null and proposal = 'Open'").HasDatabaseName("ix_generations_of_agents");
        builder.HasIndex(g => g.Agent);
        builder.HasIndex(g => g.RequestedByKey);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(g => g.RequestedByKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(g => g.Agent).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Article>().WithMany().HasForeignKey(g => g.Article).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.RequestedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
