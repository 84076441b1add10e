using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.Infrastructure.Neon.Delivery;

/// <summary>Not in the delivery schema: secrets and other people's answers are no reader's.</summary>
internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    public const string Schema = "webhooks";

    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("endpoints", Schema);
        builder.HasKey(w => w.Id);
        builder.Property(w => w.Url).HasMaxLength(WebhookEndpoint.MaxUrl);
        builder.Property(w => w.Description).HasMaxLength(WebhookEndpoint.MaxDescription);
        builder.Ignore(w => w.Host);
        builder.Property(w => w.Version).IsConcurrencyToken();
        // What was removed is found by nobody; only the sweep knows of it.
        builder.HasQueryFilter(w => w.State != WebhookState.Removed);
        builder.HasIndex(w => new { w.Site, w.MadeAt });
        builder.HasIndex(w => w.MadeBy);
        builder.HasOne<Site>().WithMany().HasForeignKey(w => w.Site).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(w => w.MadeBy).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>The event is no foreign key: the log is swept by itself.</summary>
internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("deliveries", WebhookEndpointConfiguration.Schema);
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Type).HasMaxLength(40);
        builder.Property(d => d.About).HasMaxLength(WebhookDelivery.MaxAbout);
        builder.Property(d => d.Say).HasMaxLength(WebhookDelivery.MaxSay);
        builder.Ignore(d => d.Message).Ignore(d => d.IsTest);
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasIndex(d => new { d.Endpoint, d.Event }).IsUnique();
        builder.HasIndex(d => new { d.Endpoint, d.At, d.Id }).IsDescending(false, true, true);
        builder.HasIndex(d => new { d.Endpoint, d.State, d.At, d.Id }).IsDescending(false, false, true, true);
        builder.HasIndex(d => d.At);
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => d.Endpoint).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class WebhookAttemptConfiguration : IEntityTypeConfiguration<WebhookAttempt>
{
    public void Configure(EntityTypeBuilder<WebhookAttempt> builder)
    {
        builder.ToTable("attempts", WebhookEndpointConfiguration.Schema);
        builder.HasKey(a => new { a.Delivery, a.Number });
        builder.Property(a => a.Number).ValueGeneratedNever();
        builder.Property(a => a.Say).HasMaxLength(WebhookDelivery.MaxSay);
        builder.HasOne<WebhookDelivery>().WithMany().HasForeignKey(a => a.Delivery).OnDelete(DeleteBehavior.Cascade);
    }
}
