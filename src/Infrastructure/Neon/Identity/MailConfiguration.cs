using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Neon.Identity;

internal sealed class MailConfiguration : IEntityTypeConfiguration<Mail>
{
    public void Configure(EntityTypeBuilder<Mail> builder)
    {
        builder.ToTable("mails", "identity");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Address).HasMaxLength(Person.MaxEmail);
        builder.Property(m => m.Subject).HasMaxLength(Mail.MaxSubject);
        builder.Property(m => m.Text).HasMaxLength(Mail.MaxText);
        builder.Property(m => m.Fault).HasMaxLength(Mail.MaxSubject);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.At, m.Id }).IsDescending(true, true);
        builder.Ignore(m => m.HasLink);
    }
}
