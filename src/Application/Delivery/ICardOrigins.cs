namespace QuestCms.Application.Delivery;

/// <summary>Which model was asked, and with which prompt.</summary>
public sealed record CardModel(string Model, string Prompt);

/// <summary>A page that was read for a request.</summary>
public sealed record CardSource(string Address, string Title, DateTimeOffset ReadAt);

/// <summary>Requests by their ids, and what was read for all of them, the first read first.</summary>
public sealed record CardOrigins(IReadOnlyDictionary<Guid, CardModel> Models, IReadOnlyList<CardSource> Sources)
{
    public static readonly CardOrigins None = new(new Dictionary<Guid, CardModel>(), []);
}

/// <summary>What a card tells of the requests whose words stand in a text. Delivery knows nothing else of them, so it is asked where the tables are.</summary>
public interface ICardOrigins
{
    Task<CardOrigins> OfAsync(IReadOnlyList<Guid> generations, CancellationToken ct);
}
