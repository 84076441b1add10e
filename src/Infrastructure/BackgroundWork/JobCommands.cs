using QuestCms.Application.Ai;
using QuestCms.Application.Common;
using QuestCms.Application.Delivery;
using QuestCms.Application.Identity;
using QuestCms.Application.Media;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Delivery;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Infrastructure.BackgroundWork;

/// <summary>Which command carries out which kind of job.</summary>
internal static class JobCommands
{
    public static ICommand Of(JobKind kind, Guid subject) => kind switch
    {
        JobKind.RunGeneration => new RunGeneration(GenerationId.From(subject)),
        JobKind.CarryOutSchedule => new CarryOutSchedule(ScheduledPublicationId.From(subject)),
        JobKind.MakeRenditions => new MakeRenditions(AssetId.From(subject)),
        JobKind.ForgetPicture => new ForgetPicture(AssetId.From(subject)),
        JobKind.RunPainting => new RunPainting(GenerationId.From(subject)),
        JobKind.TryGoldenCase => new RunGoldenCase(GoldenRunId.From(subject)),
        JobKind.SendWebhook => new SendWebhook(WebhookDeliveryId.From(subject)),
        JobKind.EraseArticle => new EraseArticle(ArticleId.From(subject)),
        JobKind.RewriteArticles => new RewriteArticles(RewritingId.From(subject)),
        JobKind.SendMail => new SendMail(MailId.From(subject)),
        _ => throw new InvalidOperationException($"No command carries out {kind}."),
    };
}
