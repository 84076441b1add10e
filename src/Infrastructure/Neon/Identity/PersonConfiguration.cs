using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Neon.Identity;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("people", "identity");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Email).HasMaxLength(Person.MaxEmail);
        builder.Property(p => p.Name).HasMaxLength(Person.MaxName);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Email).IsUnique();
    }
}
