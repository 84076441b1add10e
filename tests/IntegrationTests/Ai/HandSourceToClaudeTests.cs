using QuestCms.Application.Ai;
using QuestCms.Application.Sites;
using QuestCms.Domain.Ai;
using QuestCms.Domain.Content;
using QuestCms.Domain.Identity;
using QuestCms.Domain.Sites;

namespace QuestCms.IntegrationTests.Ai;

public sealed class HandSourceToClaudeTests(ClaudeHouse shared) : WithClaude(shared)
{
    [Fact]
    public async Task Claude_is_told_what_an_agent_found_while_a_writer_hands_it_over_and_never_else()
    {
        var article = await Some.DraftAsync("With a source of an agent's");
        var notes = await AttachAsync(article, "The office\nmoved to Rua do Ouro.", "Nobody looked at this one.");
        Assert.DoesNotContain("Rua do Ouro", await PassageAsync(article, "before"), StringComparison.Ordinal);

        await Some.Must(new HandSourceToClaude(notes[0], true), Some.Creator);
        await Some.Must(new HandSourceToClaude(notes[0], true), Some.Creator);

        var told = await PassageAsync(article, "handed");
        Assert.Contains("An agent’s note: The office moved to Rua do Ouro.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody looked", told, StringComparison.Ordinal);
        Assert.Equal([null, Some.Creator.Name], (await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value.Select(n => n.HandedBy).Order(StringComparer.Ordinal));

        await Some.Must(new HandSourceToClaude(notes[0], false), Some.Creator);
        Assert.DoesNotContain("Rua do Ouro", await PassageAsync(article, "kept back"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_at_most_and_none_that_was_put_away()
    {
        var article = await Some.DraftAsync("With six of them");
        var notes = await AttachAsync(article, "One", "Two", "Three", "Four", "Five", "Six");
        foreach (var note in notes.Take(AgentNote.MostHanded)) await Some.Must(new HandSourceToClaude(note, true), Some.Creator);

        Assert.Equal("sources.handed", (await House.SendAsync(new HandSourceToClaude(notes[5], true), Some.Creator)).Error!.Code);
        await Some.Must(new SettleAgentNote(notes[0]), Some.Creator); // away, it is told no more
        await Some.Must(new HandSourceToClaude(notes[5], true), Some.Creator);
        Assert.Equal("note.no_source", (await House.SendAsync(new HandSourceToClaude(notes[0], true), Some.Creator)).Error!.Code);
    }

    private async Task<IReadOnlyList<AgentNoteId>> AttachAsync(ArticleId article, params string[] notes)
    {
        var key = (await House.SendAsync(new MakeSiteKey(Some.Site, "Research", [KeyScope.Write]), Some.Administrator)).Value.Key;
        foreach (var note in notes)
        {
            Assert.Null((await House.SendAsync(new AttachSources(article, [new("", note)]), Actor.OfKey(key.Value, "Research"))).Error);
            House.Clock.Move(TimeSpan.FromSeconds(1));
        }
        return [.. (await House.SendAsync(new GetAgentNotes(article), Some.Creator)).Value.Reverse().Select(n => n.Id)];
    }

    private async Task<string> PassageAsync(ArticleId article, string what)
    {
        var id = GenerationId.New(TimeProvider.System.GetUtcNow());
        Claude.Speak("answer");
        await Some.Must(new AskClaude(article, id, GenerationKind.Passage, new Brief { Instruction = $"Write of the office, {what}" }, 0, 0), Some.Creator);
        await RunAsync(id);
        return Claude.Claude.LastPrompt;
    }
}
