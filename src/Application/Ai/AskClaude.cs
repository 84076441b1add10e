using FluentValidation;
using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Ai;

/// <summary>
/// A writer asks Claude: for a whole draft from a brief, for a passage at a place in the text, or for suggestions from the whole text. Writes the row and the job; the words come later,
/// as a proposal, and nothing of the text changes. Asked anew, an earlier answer to the same request does not stand in. Errors: <c>article.frozen</c>, <c>text.missing</c>, <c>choices.missing</c>, <c>cover.missing</c>, <c>language.missing</c>; Unavailable
/// with a sentence when Claude can't be asked, is switched off, or a limit is reached.
/// </summary>
[Requires(Permission.Write), OpenToKeys(Permission.WriteAsAgent)]
public sealed record AskClaude(ArticleId Article, GenerationId Id, GenerationKind Kind, Brief Brief, int Place, int Replaces, bool Anew = false) : ICommand, IAbout<ArticleId>
{
    public ArticleId About => Article;
}

internal sealed class AskClaudeValidator : AbstractValidator<AskClaude>
{
    public AskClaudeValidator()
    {
        RuleFor(c => c.Brief).SetValidator(new BriefRules());
        RuleFor(c => c.Brief.Topic).NotEmpty().When(c => c.Kind == GenerationKind.Draft).WithErrorCode("topic.missing").WithMessage(BriefRules.TopicMissing);
        RuleFor(c => c.Brief.Instruction).NotEmpty().When(c => c.Kind == GenerationKind.Passage).WithErrorCode("instruction.missing").WithMessage("Say what Claude should do here.");
        RuleFor(c => c.Kind).Must(k => k is GenerationKind.Draft or GenerationKind.Passage or GenerationKind.Translation || Generation.IsSuggestion(k)).WithErrorCode("kind.unknown").WithMessage("Choose one of the kinds.");
        RuleFor(c => c.Brief.Instruction).Matches(@"^\p{L}[\p{L} ()-]{1,39}$").When(c => c.Kind == GenerationKind.Translation).WithErrorCode("language.missing").WithMessage("Name the language to translate into.");
        RuleFor(c => c.Brief.Context).NotEmpty().When(c => c.Kind == GenerationKind.Translation).WithErrorCode("passage.missing").WithMessage("Select the passage to translate.");
        RuleFor(c => c.Place).GreaterThanOrEqualTo(0);
        RuleFor(c => c.Replaces).GreaterThanOrEqualTo(0);
    }
}

/// <summary>What was begun, for who asks again whether it was.</summary>
public sealed record ClaudeAsked(GenerationId Id);

internal sealed class AskClaudeHandler(IQuestDb db, Acting acting, GenerationStarter starter, TextChoices choices) : ICommandHandler<AskClaude>
{
    // Enough to know what a picture stands above.
    private const int BeginningOfText = 1_000;
    private static readonly Error NoText = Error.Invalid("text.missing", "There is no text yet to suggest anything from. Write a few sentences first.");
    private static readonly Error NoCover = Error.Invalid("cover.missing", "There is no cover yet to describe. Choose one first.");
    private static readonly Error NothingToChoose = Error.Invalid("choices.missing", "This site has nothing to choose from yet: no category, or no live article that speaks of the same things.");

    public async Task<Result> Handle(AskClaude command, CancellationToken ct)
    {
        if (await db.Generations.AnyAsync(g => g.Id == command.Id, ct)) return Result.Done; // the same form again
        var article = await db.Articles.AsNoTracking().Where(a => a.Id == command.Article).Select(a => new { a.Site, a.State, a.ArchivedAt, a.BinnedAt, a.Working.Title, a.Working.Kind, a.Working.Body, a.Working.Tags, a.Working.Cover }).FirstOrDefaultAsync(ct);
        if (article is null) return ArticleErrors.NotFound;
        if (article.State == WorkingState.InReview) return ArticleErrors.Frozen;
        if (article.ArchivedAt is not null) return ArticleErrors.InTheArchive;
        if (article.BinnedAt is not null) return ArticleErrors.InTheBin;
        // Suggestions are made from what is stored, whatever a form says.
        var brief = Generation.IsSuggestion(command.Kind) ? new Brief { Context = article.Body[..Math.Min(article.Body.Length, Prompts.MostOfText)] } : command.Brief;
        if (command.Kind == GenerationKind.Passage) brief = await ForTheSameReadersAsync(command.Article, brief, ct);
        if (command.Kind == GenerationKind.AltText)
        {
            if (article.Cover is not { } cover) return NoCover;
            brief = new Brief { Context = article.Body[..Math.Min(article.Body.Length, BeginningOfText)], Picture = cover.ToString() };
        }
        else if (Generation.IsSuggestion(command.Kind) && string.IsNullOrWhiteSpace(brief.Context)) return NoText;
        if (command.Kind == GenerationKind.Category) brief = brief with { Choices = await choices.CategoriesAsync(article.Site, ct) };
        if (command.Kind == GenerationKind.Links) brief = brief with { Choices = await choices.ArticlesAsync(article.Site, command.Article, article.Title, article.Tags, ct) };
        if (command.Kind is GenerationKind.Category or GenerationKind.Links && brief.Choices.Length == 0) return NothingToChoose;
        var asking = new Asking(command.Id, article.Site, command.Article, article.Title, article.Kind, command.Kind, brief, command.Place, command.Replaces, command.Anew);
        if (await starter.StartAsync(asking, ct) is { } refusal) return refusal;
        acting.Answer = new ClaudeAsked(command.Id);
        await db.SaveChangesAsync(ct);
        return Result.Done;
    }

    // As the piece it stands in was briefed, and with what agents found where a writer handed it over.
    private async Task<Brief> ForTheSameReadersAsync(ArticleId article, Brief brief, CancellationToken ct)
    {
        if (await db.BriefOfAsync(article, ct) is { } begun)
            brief = brief with { Topic = begun.Topic, Audience = begun.Audience, MustSay = begun.MustSay, MustNotSay = begun.MustNotSay, Sources = begun.Sources };
        return brief with { Sources = string.Join('\n', (await db.HandedAsync(article, ct)).Prepend(brief.Sources).Where(s => s.Length > 0)) };
    }
}
