using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Content;

internal sealed class BylineConfiguration : IEntityTypeConfiguration<Byline>
{
    public void Configure(EntityTypeBuilder<Byline> builder)
    {
        builder.ToTable("bylines", "content");
        builder.HasKey(b => b.Id);
        builder.Property(b => b.Slug).HasMaxLength(Byline.MaxSlug);
        builder.Property(b => b.Name).HasMaxLength(Byline.MaxName);
        builder.Property(b => b.About).HasMaxLength(Byline.MaxAbout);
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.Site, b.Slug }).IsUnique();
        builder.HasOne<Site>().WithMany().HasForeignKey(b => b.Site).OnDelete(DeleteBehavior.Restrict);
    }
}
