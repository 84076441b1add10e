using FluentValidation;
using MediatR;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Common.Pipeline;

/// <summary>Checks the shape of a message and answers with every field that is wrong. Nothing throws for bad input.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse> where TRequest : IRequest<TResponse> where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var fields = new List<FieldError>();
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(new ValidationContext<TRequest>(request), cancellationToken);
            fields.AddRange(outcome.Errors.Select(e => new FieldError(Camel(e.PropertyName), e.ErrorCode, e.ErrorMessage)));
        }
        if (fields.Count == 0) return await next();
        if (fields.Find(f => f.Code == TextRules.TooLargeCode) is { } large)
            return TResponse.Failed(Error.TooLarge(large.Code, large.Message));
        return TResponse.Failed(Error.Invalid("input.invalid", fields.Count == 1 ? fields[0].Message : "Some fields need another look; nothing was stored.", [.. fields]));
    }

    // "Content.SeoTitle" → "seoTitle", "tags[2]" → "tags": a form knows fields, not the record they travel in nor the third of them.
    private static string Camel(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..].Split('[')[0];
        return name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
    }
}
