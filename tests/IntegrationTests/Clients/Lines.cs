using System.Collections.Concurrent;
using System.Net;

namespace QuestCms.IntegrationTests.Clients;

/// <summary>Between a client and the house: counts what is answered, and cuts the line when told.</summary>
internal sealed class WatchedLine(HttpMessageHandler house) : DelegatingHandler(house)
{
    private TaskCompletionSource _cut = new();

    public ConcurrentQueue<HttpStatusCode> Answers { get; } = [];

    /// <summary>Who reads now hears that the line broke; who comes afterwards is served.</summary>
    public void Cut() => Interlocked.Exchange(ref _cut, new TaskCompletionSource()).SetException(new IOException("The line was cut."));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        Answers.Enqueue(answer.StatusCode);
        if (answer.Content.Headers.ContentType?.MediaType != "text/event-stream") return answer;
        var before = answer.Content;
        answer.Content = new StreamContent(new CutStream(await before.ReadAsStreamAsync(cancellationToken), _cut.Task));
        return answer;
    }

    private sealed class CutStream(Stream inner, Task cut) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var reading = inner.ReadAsync(buffer, cancellationToken).AsTask();
            await (await Task.WhenAny(cut, reading));
            return await reading;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
    }
}

/// <summary>A house that answers by a script, and keeps what it was asked.</summary>
internal sealed class ScriptedHouse(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new(answers);

    public List<(string Address, string? Key)> Asked { get; } = [];

    public static HttpResponseMessage Say(int status, string json, params (string Name, string Value)[] headers)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(json, null, status < 400 ? "application/json" : "application/problem+json") };
        foreach (var (name, value) in headers) answer.Headers.TryAddWithoutValidation(name, value);
        return answer;
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Asked.Add((request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.Parameter));
        return Task.FromResult(_answers.Dequeue()());
    }
}
