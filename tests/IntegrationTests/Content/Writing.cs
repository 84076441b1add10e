using Microsoft.EntityFrameworkCore;
using QuestCms.Application.Content;
using QuestCms.Domain.Common;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.TestKit;

namespace QuestCms.IntegrationTests.Content;

/// <summary>What writers do, in one line each.</summary>
internal static class Writing
{
    public static async Task<ArticleForEditing> OpenAsync(this SomeHouse some, ArticleId article, Actor? by = null) =>
        (await some.House.SendAsync(new GetArticleForEditing(article), by ?? some.Creator)).Value;

    /// <summary>Saves another body over what is there now, or on the version said.</summary>
    public static async Task<Result<SavedCopy>> WriteAsync(this SomeHouse some, ArticleId article, string body, Actor? by = null, int? basedOn = null, Guid? session = null,
        string[]? pastes = null, bool named = false)
    {
        var now = await some.OpenAsync(article, by);
        return await some.House.SendAsync(new SaveWorkingCopy(article, now.Content with { Body = body }, basedOn ?? now.Version, session, pastes ?? [], named), by ?? some.Creator);
    }

    /// <summary>Saves with other fields changed.</summary>
    public static async Task<Result<SavedCopy>> ChangeAsync(this SomeHouse some, ArticleId article, Func<ArticleContent, ArticleContent> change, bool named = false)
    {
        var now = await some.OpenAsync(article);
        return await some.House.SendAsync(new SaveWorkingCopy(article, change(now.Content), now.Version, null, [], named), some.Creator);
    }

    public static Task<Revision> RevisionAsync(this SomeHouse some, ArticleId article, int number) =>
        some.House.ReadAsync(db => db.Revisions.AsNoTracking().SingleAsync(r => r.Article == article && r.Number == number));

    /// <summary>The last keystroke lies so many minutes back.</summary>
    public static Task<int> RestAsync(this SomeHouse some, ArticleId article, int minutes) =>
        some.House.SqlAsync("update content.articles set changed_at = changed_at - make_interval(mins => $2) where id = $1", article.Value, minutes);

    public static Task<long> SideCopiesAsync(this SomeHouse some, ArticleId article) =>
        some.House.ScalarAsync<long>("select count(*) from content.side_copies where article = $1", article.Value);
}
