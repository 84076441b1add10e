using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

internal sealed class HouseStyleConfiguration : IEntityTypeConfiguration<HouseStyle>
{
    public void Configure(EntityTypeBuilder<HouseStyle> builder)
    {
        builder.ToTable("house_styles", "sites");
        builder.HasKey(s => s.Site);
        builder.Ignore(s => s.IsEmpty);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Site>().WithMany().HasForeignKey(s => s.Site).OnDelete(DeleteBehavior.Restrict);
    }
}
