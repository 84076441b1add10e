using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

internal sealed class SiteKeyConfiguration : IEntityTypeConfiguration<SiteKey>
{
    public void Configure(EntityTypeBuilder<SiteKey> builder)
    {
        builder.ToTable("keys", "sites");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Name).HasMaxLength(SiteKey.MaxName);
        builder.PrimitiveCollection(k => k.Scopes).ElementType().HasConversion<string>();
        builder.Property(k => k.Version).IsConcurrencyToken();
        builder.HasIndex(k => k.Prefix).IsUnique();
        builder.HasIndex(k => new { k.Site, k.MadeAt });
        builder.HasIndex(k => k.MadeBy);
        builder.HasIndex(k => k.RevokedBy);
        builder.HasOne<Site>().WithMany().HasForeignKey(k => k.Site).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.MadeBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(k => k.RevokedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
