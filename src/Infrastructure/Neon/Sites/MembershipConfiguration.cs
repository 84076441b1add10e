using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Sites;

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("memberships", "sites");
        builder.HasKey(m => m.Id);
        builder.PrimitiveCollection(m => m.Roles).ElementType().HasConversion<string>();
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.Person, m.Site }).IsUnique();
        builder.HasIndex(m => m.Site);
        builder.HasOne<Person>().WithMany().HasForeignKey(m => m.Person).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Site>().WithMany().HasForeignKey(m => m.Site).OnDelete(DeleteBehavior.Restrict);
    }
}
