using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Transfer;

namespace QuestCms.Infrastructure.Neon.Transfer;

internal sealed class ImportedFileConfiguration : IEntityTypeConfiguration<ImportedFile>
{
    public void Configure(EntityTypeBuilder<ImportedFile> builder)
    {
        builder.ToTable("imported_files", "transfer");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Attributes).HasColumnType("jsonb");
        builder.Property(f => f.Version).IsConcurrencyToken();
        builder.HasIndex(f => new { f.Site, f.Path }).IsUnique();
        builder.HasIndex(f => f.Article);
        builder.HasOne<Article>().WithMany().HasForeignKey(f => f.Article).OnDelete(DeleteBehavior.Restrict);
    }
}
