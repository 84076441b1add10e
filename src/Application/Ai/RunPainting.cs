using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Common;
using QuestCms.Application.Media;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Ai;

/// <summary>
/// One step of a picture: begins it, or looks how it stands, or brings it home; then plans the next step as a job, so that no thread waits. It is finished when its bytes were
/// looked at and stored, in the same save. Found begun without the provider's name for it, an earlier process died over the call: it may be paid and is not asked again.
/// </summary>
[Requires(Permission.RunBackgroundWork)]
public sealed record RunPainting(GenerationId Generation) : ICommand;

internal sealed class RunPaintingHandler(IQuestDb db, IPainter painter, IPicturePrices prices, AssetKeeper assets, IGenerationFeed feed, IJobQueue jobs, TimeProvider clock) : ICommandHandler<RunPainting>
{
    private static readonly TimeSpan InLine = TimeSpan.FromSeconds(10);

    public async Task<Result> Handle(RunPainting command, CancellationToken ct)
    {
        var asked = await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == command.Generation, ct);
        if (asked is null || asked.HasEnded) return Result.Done;
        var painting = await db.Paintings.FirstAsync(p => p.Generation == command.Generation, ct);
        var isOff = await db.AiSwitches.AsNoTracking().AnyAsync(s => s.IsOff, ct);
        if (painting.Prediction is { } prediction) return await LookAsync(asked, painting, prediction, isOff, ct);

        if (asked.State == GenerationState.Running) return await EndAsync(asked.Id, GenerationState.Interrupted, HowPaintingEnded.Interrupted, isPaid: true);
        if (asked.CancelRequestedAt is not null) return await EndAsync(asked.Id, GenerationState.Cancelled, HowPaintingEnded.StoppedBefore, isPaid: false);
        if (isOff) return await EndAsync(asked.Id, GenerationState.Failed, HowPaintingEnded.SwitchedOff, isPaid: false);
        return await BeginAsync(asked, painting, ct);
    }

    private async Task<Result> BeginAsync(Generation asked, Painting painting, CancellationToken ct)
    {
        await feed.BeginAsync(asked.Id, ct);
        // Not given up at a shutdown: the answer names what was paid.
        var answer = await painter.BeginAsync(new PaintingRequest(asked.Model, painting.Words), CancellationToken.None);
        var now = clock.GetUtcNow();
        switch (answer)
        {
            case PaintingUnderWay begun:
                painting.Begin(begun.Painting, now);
                return await NextAsync(asked.Id, painting.LookAgain());
            case PainterBusy busy when now + (busy.After ?? InLine) < asked.RequestedAt + Painting.LongestInLine:
                (await LoadAsync(asked.Id)).Postpone();
                return await NextAsync(asked.Id, busy.After ?? InLine);
            case PainterBusy: return await EndAsync(asked.Id, GenerationState.Failed, HowPaintingEnded.Busy, isPaid: false);
            case PaintingEnded ended: return await EndAsync(asked.Id, GenerationState.Failed, ended.Why.Message, ended.MayBePaid);
            default: throw new InvalidOperationException($"A painting does not begin with {answer.GetType().Name}.");
        }
    }

    private async Task<Result> LookAsync(Generation asked, Painting painting, string prediction, bool isOff, CancellationToken ct)
    {
        if (asked.CancelRequestedAt is not null || isOff)
        {
            await painter.CancelAsync(prediction, ct);
            return await EndAsync(asked.Id, GenerationState.Cancelled, isOff ? HowPaintingEnded.SwitchedOff : HowPaintingEnded.Stopped, isPaid: true);
        }
        var answer = await painter.LookAsync(prediction, ct);
        var age = clock.GetUtcNow() - painting.BegunAt!.Value;
        switch (answer)
        {
            case PaintingReady ready: return await BringHomeAsync(asked, painting, ready.Picture, ct);
            case PaintingEnded ended: return await EndAsync(asked.Id, GenerationState.Failed, ended.Why.Message, ended.MayBePaid);
            case PaintingUnderWay when age < Painting.Longest: return await NextAsync(asked.Id, painting.LookAgain());
            case PainterBusy busy when age < Painting.LongestUnseen:
                var pause = painting.LookAgain();
                return await NextAsync(asked.Id, busy.After is { } after && after > pause ? Least(after, Painting.LongestUnseen - age) : pause);
        }
        await painter.CancelAsync(prediction, ct);
        return await EndAsync(asked.Id, GenerationState.Failed, answer is PainterBusy ? HowPaintingEnded.Unseen : HowPaintingEnded.TooLong, isPaid: true);
    }

    private async Task<Result> BringHomeAsync(Generation asked, Painting painting, Uri picture, CancellationToken ct)
    {
        var fetched = await painter.FetchAsync(picture, Asset.MaxBytes, ct);
        if (fetched.Error is { } lost)
            return lost.Code is "picture.gone" or "picture.unreachable" && painting.FetchAgain() is { } pause ? await NextAsync(asked.Id, pause) : await EndAsync(asked.Id, GenerationState.Failed, lost.Message, isPaid: true);

        var now = clock.GetUtcNow();
        var words = asked.Brief.Instruction;
        var model = PainterModels.InWords(asked.Model);
        var added = await assets.AddAsync(new NewAsset(AssetId.New(now), asked.Site, $"{model}.webp", fetched.Value, Making.GeneratedBy(asked.Model, painting.Style, painting.Words), asked.RequestedBy!.Value)
        {
            AltText = HowPaintingEnded.AltOf(words),
            Credit = $"{model} by way of Replicate",
        }, now, ct);
        if (added.Error is { } hostile) return await EndAsync(asked.Id, GenerationState.Failed, $"{HowPaintingEnded.NoPicture} {hostile.Message}", isPaid: true);
        painting.Show(added.Value.Id);
        return await EndAsync(asked.Id, GenerationState.Finished, null, isPaid: true, $"A picture of {added.Value.Width} by {added.Value.Height} pixels, in the library as {added.Value.Id}.");
    }

    private async Task<Result> NextAsync(GenerationId id, TimeSpan after)
    {
        await jobs.AgainAsync(JobKind.RunPainting, id.Value, clock.GetUtcNow() + after, CancellationToken.None);
        await db.SaveChangesAsync(CancellationToken.None);
        feed.End(id); // who watches goes on with the row
        return Result.Done;
    }

    private async Task<Result> EndAsync(GenerationId id, GenerationState state, string? say, bool isPaid, string text = "")
    {
        var generation = await LoadAsync(id);
        var price = prices.CostOf(generation.Model);
        generation.End(state, text, null, say, 0, 0, isPaid ? price : price is null ? null : 0, null, clock.GetUtcNow());
        await db.SaveChangesAsync(CancellationToken.None);
        feed.End(id);
        return Result.Done;
    }

    private Task<Generation> LoadAsync(GenerationId id) => db.Generations.FirstAsync(g => g.Id == id, CancellationToken.None);

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
