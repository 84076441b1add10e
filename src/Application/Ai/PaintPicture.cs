using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A writer asks for a picture: the row, what it may cost set aside, and the job; the picture comes later, as a proposal, and nothing of the article changes. Errors:
/// <c>article.frozen</c>; Unavailable with a sentence when pictures are not painted here, AI is switched off, or a limit is reached.
/// </summary>
/// <param name="Words">What it is to show, 1 to 2,000 characters.</param>
/// <param name="Style">One of the seven.</param>
/// <param name="Fast">By the faster model.</param>
[Requires(Permission.Write)]
public sealed record PaintPicture(ArticleId Article, GenerationId Id, string Words, string Style, bool Fast) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class PaintPictureValidator : AbstractValidator<PaintPicture>
{
    public PaintPictureValidator()
    {
        RuleFor(c => c.Words).Cascade(CascadeMode.Stop).NotEmpty().WithErrorCode("words.missing").WithMessage("Say what the picture is to show.").Text("The description", Generation.MaxInstruction);
        RuleFor(c => c.Style).Must(s => PictureStyle.Find(s) is not null).WithErrorCode("style.unknown").WithMessage("Choose one of the styles.");
    }
}

internal sealed class PaintPictureHandler(IQuestDb db, Acting acting, IPainter painter, PainterModels models, IPicturePrices prices, IJobQueue jobs, TimeProvider clock) : ICommandHandler<PaintPicture>
{
    public const string Prompt = "image/1";

    public async Task<Result> Handle(PaintPicture command, CancellationToken ct)
    {
        if (await db.Generations.AnyAsync(g => g.Id == command.Id, ct)) return Result.Done; // the same form again
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article).Select(a => new { a.Site, a.State, a.ArchivedAt, a.BinnedAt }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.State == WorkingState.InReview) return ArticleErrors.Frozen;
        if (article.ArchivedAt is not null) return ArticleErrors.InTheArchive;
        if (article.BinnedAt is not null) return ArticleErrors.InTheBin;
        if ((await db.AiSwitches.AsNoTracking().FirstOrDefaultAsync(ct))?.Refusal is { } off) return off;
        if (painter.Unavailable is { } unavailable) return unavailable;

        var now = clock.GetUtcNow();
        var model = command.Fast ? models.Fast : models.Usual;
        var reserved = prices.CostOf(model);
        var allowance = await db.Allowances.AsNoTracking().FirstOrDefaultAsync(a => a.Site == article.Site, ct) ?? Allowance.Of(article.Site);
        if (allowance.Refuse(await GenerationStarter.SpendingAsync(db, article.Site, acting.Me, now, ct), reserved) is { } refusal) return refusal;

        var words = PlainText.WithLf(command.Words).Trim();
        db.Generations.Add(Generation.Request(command.Id, article.Site, command.Article, GenerationKind.Image, new Brief { Instruction = words }, 0, 0, Prompt, model, acting.Me, now, reserved));
        db.Paintings.Add(Painting.Of(command.Id, PictureStyle.Find(command.Style)!, words));
        jobs.Enqueue(JobKind.RunPainting, command.Id.Value, now);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }
}
