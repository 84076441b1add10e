using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;

namespace QuestCms.Infrastructure.Neon.Delivery;

internal sealed class ProvenanceCardConfiguration : IEntityTypeConfiguration<ProvenanceCard>
{
    public void Configure(EntityTypeBuilder<ProvenanceCard> builder)
    {
        builder.ToTable("provenance", "delivery");
        builder.HasKey(c => c.Article);
        builder.Property(c => c.Key).HasMaxLength(SigningKeyConfiguration.IdLength);
        builder.ComplexProperty(c => c.Signed, signed =>
        {
            signed.IsRequired();
            signed.Property(s => s.Json).HasColumnName("json");
            signed.Property(s => s.JsonTag).HasColumnName("json_tag").HasMaxLength(64);
            signed.Property(s => s.JsonBrotli).HasColumnName("json_br");
            signed.Property(s => s.JsonBrotliTag).HasColumnName("json_br_tag").HasMaxLength(64);
            signed.Property(s => s.JsonGzip).HasColumnName("json_gzip");
            signed.Property(s => s.JsonGzipTag).HasColumnName("json_gzip_tag").HasMaxLength(64);
        });
        builder.HasIndex(c => c.Key);
        // What is taken from readers takes its card along.
        builder.HasOne<PublishedArticle>().WithOne().HasForeignKey<ProvenanceCard>(c => c.Article).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PublishedKey>().WithMany().HasForeignKey(c => c.Key).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Not in the delivery schema: it also tells of what is taken down.</summary>
internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("editions", "planning");
        builder.HasKey(e => new { e.Article, e.Version });
        builder.Ignore(e => e.IsCorrection);
        builder.Ignore(e => e.Change);
        builder.HasOne<Article>().WithMany().HasForeignKey(e => e.Article).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The public half of a key, as readers get it.</summary>
internal sealed class PublishedKey
{
    /// <summary>Its RFC 7638 thumbprint.</summary>
    public string Id { get; private set; } = "";
    /// <summary>32 bytes in base64url.</summary>
    public string X { get; private set; } = "";
    public DateTimeOffset MadeAt { get; private set; }
    /// <summary>It signs nothing from then on; null while it signs.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }
    /// <summary>It may have been in other hands since; null when it was not.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }
}

/// <summary>The private half, closed with the data-protection keys of the house; apart from what readers' roles may see.</summary>
internal sealed class SigningKey
{
    public string Id { get; private set; } = "";
    /// <summary>Null once it signs no more: it is needed for nothing.</summary>
    public byte[]? Closed { get; private set; }
    public bool Signs { get; private set; }
}

internal sealed class PublishedKeyConfiguration : IEntityTypeConfiguration<PublishedKey>
{
    public void Configure(EntityTypeBuilder<PublishedKey> builder)
    {
        builder.ToTable("provenance_keys", "delivery");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).HasMaxLength(SigningKeyConfiguration.IdLength);
        builder.Property(k => k.X).HasMaxLength(64);
    }
}

internal sealed class SigningKeyConfiguration : IEntityTypeConfiguration<SigningKey>
{
    public const int IdLength = 64;

    public void Configure(EntityTypeBuilder<SigningKey> builder)
    {
        builder.ToTable("signing_keys", "planning");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).HasMaxLength(IdLength);
        // One at a time, whoever makes the first.
        builder.HasIndex(k => k.Signs).IsUnique().HasFilter("signs").HasDatabaseName("ix_signing_keys_one_signs");
        builder.HasOne<PublishedKey>().WithOne().HasForeignKey<SigningKey>(k => k.Id).OnDelete(DeleteBehavior.Restrict);
    }
}
