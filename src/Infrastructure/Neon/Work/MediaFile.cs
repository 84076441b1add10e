using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace QuestCms.Infrastructure.Neon.Work;

/// <summary>A file of the storage in the database. It stands in the model for its migration; the SQL of <see cref="Storage.DatabaseStorage"/> reads and writes it.</summary>
internal sealed class MediaFile
{
    public string Key { get; private set; } = "";
    public byte[] Content { get; private set; } = [];
}

internal sealed class MediaFileConfiguration : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> builder)
    {
        builder.ToTable("media_files", "work");
        builder.HasKey(f => f.Key);
        // By bytes, whatever the database's language: everything of one picture is a range of the key.
        builder.Property(f => f.Key).HasMaxLength(200).UseCollation("C");
    }
}
