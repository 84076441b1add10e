using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Not in the delivery schema: a preview tells of what is not public yet.</summary>
internal sealed class PreviewLinkConfiguration : IEntityTypeConfiguration<PreviewLink>
{
    public void Configure(EntityTypeBuilder<PreviewLink> builder)
    {
        builder.ToTable("previews", "planning");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => new { p.Article, p.EndsAt });
        builder.HasIndex(p => p.MadeBy);
        builder.HasOne<Article>().WithMany().HasForeignKey(p => p.Article).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.MadeBy).OnDelete(DeleteBehavior.Restrict);
    }
}
