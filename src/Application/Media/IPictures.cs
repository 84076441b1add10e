using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Application.Media;

/// <summary>
/// Looks at bytes and makes renditions. Every file is hostile until it was looked at: it is known by its bytes, its pixels are counted before they are
/// decoded, and only what was drawn anew from them is ever shown. Few at a time in a process, so that memory is bounded.
/// </summary>
public interface IPictures
{
    /// <summary>
    /// What the bytes are, with a first rendition that proves they can be read to the end. Errors (Invalid, with a sentence): <c>asset.empty</c>, <c>asset.svg</c>,
    /// <c>asset.heic</c>, <c>asset.not_a_picture</c>, <c>asset.broken</c>, <c>asset.too_many_pixels</c>; TooLarge over <see cref="Asset.MaxBytes"/>.
    /// </summary>
    Task<Result<LookedAt>> LookAsync(ReadOnlyMemory<byte> file, CancellationToken ct);

    /// <summary>Makes one rendition: oriented, cropped around the focal point, without metadata. Error: <c>asset.broken</c>.</summary>
    Task<Result<MadeRendition>> MakeAsync(ReadOnlyMemory<byte> original, RenditionPlan plan, FocalPoint focal, CancellationToken ct);
}

/// <summary>A picture and the first rendition of it.</summary>
public sealed record LookedAt(Picture Picture, MadeRendition First);

/// <summary>A rendition with its bytes, on the way to the storage.</summary>
public sealed record MadeRendition(Rendition Rendition, byte[] Content);
