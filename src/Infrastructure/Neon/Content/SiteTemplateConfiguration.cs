using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Sites;
using QuestCms.Infrastructure.Neon.Common;

namespace QuestCms.Infrastructure.Neon.Content;

internal sealed class SiteTemplateConfiguration : IEntityTypeConfiguration<SiteTemplate>
{
    public void Configure(EntityTypeBuilder<SiteTemplate> builder)
    {
        builder.ToTable("templates", "content");
        builder.HasKey(t => new { t.Site, t.Kind });
        // Never changed in place: another list is another value.
        builder.Property(t => t.Sections).HasColumnType("jsonb").HasConversion(JsonColumn.Of<IReadOnlyList<TemplateSection>>(),
            new ValueComparer<IReadOnlyList<TemplateSection>>((a, b) => ReferenceEquals(a, b), list => list.Count, list => list));
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithMany().HasForeignKey(t => t.Site).OnDelete(DeleteBehavior.Restrict);
    }
}
