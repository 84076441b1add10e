using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Media;

/// <summary>The search vector and its index are SQL of the migration.</summary>
internal sealed class AssetConfiguration : IEntityTypeConfiguration<Asset>
{
    public void Configure(EntityTypeBuilder<Asset> builder)
    {
        builder.ToTable("assets", "media");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.FileName).HasMaxLength(Asset.MaxFileName);
        builder.Property(a => a.ContentType).HasMaxLength(40);
        builder.Property(a => a.AltText).HasMaxLength(Asset.MaxAltText);
        builder.Property(a => a.Credit).HasMaxLength(Asset.MaxCredit);
        builder.ComplexProperty(a => a.Making, making =>
        {
            making.IsRequired();
            making.Property(m => m.Origin).HasColumnName("origin");
            making.Property(m => m.IsAi).HasColumnName("is_ai");
            making.Property(m => m.Model).HasMaxLength(Making.MaxName).HasColumnName("made_by_model");
            making.Property(m => m.Style).HasMaxLength(Making.MaxName).HasColumnName("made_in_style");
            making.Property(m => m.Prompt).HasMaxLength(Making.MaxPrompt).HasColumnName("made_from_prompt");
        });
        builder.ComplexProperty(a => a.Focal, focal =>
        {
            focal.IsRequired();
            focal.Property(f => f.X).HasColumnName("focal_x");
            focal.Property(f => f.Y).HasColumnName("focal_y");
        });
        builder.Property(a => a.Renditions).HasColumnType("jsonb").HasConversion(JsonColumn.Of<Rendition[]>(), JsonColumn.Whole<Rendition[]>());
        builder.Property(a => a.Told!).IsRequired(false).HasColumnType("jsonb").HasConversion(JsonColumn.Of<ToldWords>());
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => new { a.Site, a.Sha256 }).IsUnique().HasDatabaseName("ix_assets_same_bytes");
        builder.HasIndex(a => new { a.Site, a.AddedAt, a.Id }).IsDescending(false, true, true);
        builder.HasIndex(a => a.AddedBy);
        builder.HasOne<Site>().WithMany().HasForeignKey(a => a.Site).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.AddedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.AddedByKey);
        builder.HasOne<SiteKey>().WithMany().HasForeignKey(a => a.AddedByKey).OnDelete(DeleteBehavior.Restrict);
    }
}
