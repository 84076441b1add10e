using System.Security.Cryptography;
using NetVips;
using QuestCms.Application.Media;
using QuestCms.Domain.Common;
using QuestCms.Domain.Media;

namespace QuestCms.Infrastructure.Pictures;

/// <summary>
/// Pictures with libvips. Only its loaders that are known to be safe may run, and of those the one for the kind the bytes have; pixels are counted before they are
/// decoded. One look and one rendition at a time, a thread each: a large picture takes a few hundred megabytes while it is decoded.
/// </summary>
internal sealed class VipsPictures : IPictures, IDisposable
{
    private const int NoLimit = 10_000_000;
    private readonly SemaphoreSlim _looking = new(1);
    private readonly SemaphoreSlim _making = new(1);
    // Not before the first picture comes: a start has better things to do.
    private readonly Lazy<bool> _ready = new(() =>
    {
        if (!ModuleInitializer.VipsInitialized) throw new InvalidOperationException("libvips could not be loaded.", ModuleInitializer.Exception);
        NetVips.NetVips.BlockUntrusted = true;
        NetVips.NetVips.Concurrency = 1;
        Cache.Max = 0; // nothing is asked twice
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, (_, _, _) => { }); // what is wrong with a stranger's file is the stranger's to hear
        return true;
    });

    public async Task<Result<LookedAt>> LookAsync(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (file.Length == 0) return AssetErrors.Empty;
        if (file.Length > Asset.MaxBytes) return AssetErrors.TooLarge;
        var kind = FileKind.Of(file.Span);
        if (kind.Error is { } refusal) return refusal;
        return await OneOfFewAsync(_looking, () => Look(file.ToArray(), kind.Value), ct);
    }

    public Task<Result<MadeRendition>> MakeAsync(ReadOnlyMemory<byte> original, RenditionPlan plan, FocalPoint focal, CancellationToken ct) =>
        OneOfFewAsync(_making, () => Make(original.ToArray(), plan, focal), ct);

    public void Dispose()
    {
        _looking.Dispose();
        _making.Dispose();
    }

    private async Task<Result<T>> OneOfFewAsync<T>(SemaphoreSlim places, Func<Result<T>> work, CancellationToken ct)
    {
        await places.WaitAsync(ct);
        try
        {
            _ = _ready.Value;
            return await Task.Run(work, ct);
        }
        catch (VipsException)
        {
            return AssetErrors.Broken;
        }
        finally
        {
            places.Release();
        }
    }

    private static Result<LookedAt> Look(byte[] file, FileKind kind)
    {
        int width, height;
        using (var header = Image.NewFromBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Truncated))
        {
            if (header.Get("vips-loader") as string != kind.Loader) return AssetErrors.NotAPicture;
            if ((long)header.Width * header.Height > Asset.MaxPixels) return AssetErrors.TooManyPixels;
            (width, height) = SizeOf(header);
            _ = header.Avg(); // every pixel once: what is cut off is found here, a reader that needs less of it would not say so
        }
        var name = RenditionPlans.NameOfFirst(width);
        var plan = RenditionPlans.Of(width, height, FocalPoint.Middle).First(p => p.Name == name);
        var first = Make(file, plan, FocalPoint.Middle);
        return first.Error is { } error ? error : new LookedAt(new Picture(kind.ContentType, file.Length, width, height, SHA256.HashData(file)), first.Value);
    }

    private static Result<MadeRendition> Make(byte[] original, RenditionPlan plan, FocalPoint focal)
    {
        using var small = plan.Height is { } height ? Cropped(original, plan.Width, height, focal) : Scaled(original, plan.Width);
        using var plain = small.Colourspace(Enums.Interpretation.Srgb);
        var content = plan.ContentType switch
        {
            RenditionPlans.Webp => plain.WebpsaveBuffer(q: 80, effort: 4, keep: Enums.ForeignKeep.None),
            RenditionPlans.Avif => plain.HeifsaveBuffer(q: 50, effort: 3, compression: Enums.ForeignHeifCompression.Av1, keep: Enums.ForeignKeep.None),
            RenditionPlans.Jpeg => Jpeg(plain),
            _ => throw new ArgumentOutOfRangeException(nameof(plan), plan.ContentType, "No such format."),
        };
        var tag = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        return new MadeRendition(new Rendition(plan.Name, plan.Cut, plan.ContentType, plain.Width, plain.Height, content.Length, tag), content);
    }

    // Reads no more than the size wants, turns what the camera turned, brings the colours home.
    private static Image Scaled(byte[] original, int width) =>
        Image.ThumbnailBuffer(original, width, height: NoLimit, size: Enums.Size.Down, outputProfile: "srgb", failOn: Enums.FailOn.Truncated);

    private static Image Cropped(byte[] original, int width, int height, FocalPoint focal)
    {
        double wide, high;
        using (var header = Image.NewFromBuffer(original, access: Enums.Access.Sequential)) (wide, high) = SizeOf(header);
        var scale = Math.Max(width / wide, height / high);
        using var scaled = Scaled(original, Math.Max(width, (int)Math.Ceiling(wide * scale)));
        // Rounding may leave a row or a column less.
        var (w, h) = (Math.Min(width, scaled.Width), Math.Min(height, scaled.Height));
        return scaled.Crop(Begin(focal.X, scaled.Width, w), Begin(focal.Y, scaled.Height, h), w, h);
    }

    private static int Begin(int percent, int whole, int part) => Math.Clamp((int)Math.Round(percent / 100.0 * whole - part / 2.0), 0, whole - part);

    private static byte[] Jpeg(Image image)
    {
        if (!image.HasAlpha()) return image.JpegsaveBuffer(q: 82, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
        using var flat = image.Flatten(background: [255, 255, 255]);
        return flat.JpegsaveBuffer(q: 82, optimizeCoding: true, interlace: true, keep: Enums.ForeignKeep.None);
    }

    // Orientations from 5 on lie on their side.
    private static (int Width, int Height) SizeOf(Image header) =>
        header.Contains("orientation") && header.Get("orientation") is int and >= 5 and <= 8 ? (header.Height, header.Width) : (header.Width, header.Height);
}
