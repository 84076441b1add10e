using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Neon.Content;

internal sealed class SideCopyConfiguration : IEntityTypeConfiguration<SideCopy>
{
    public void Configure(EntityTypeBuilder<SideCopy> builder)
    {
        builder.ToTable("side_copies", "content");
        builder.HasKey(s => s.Id);
        builder.ComplexProperty(s => s.Content, ArticleContentColumns.Configure<SideCopy>);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => new { s.Article, s.Person }).IsUnique();
        builder.HasIndex(s => s.Person);
        builder.HasIndex(s => s.KeptAt);
        builder.HasOne<Article>().WithMany().HasForeignKey(s => s.Article).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.Person).OnDelete(DeleteBehavior.Restrict);
    }
}
