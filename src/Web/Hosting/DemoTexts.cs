using QuestCms.Domain.Content;

namespace QuestCms.Web.Hosting;

/// <summary>Where a demo piece ends up.</summary>
internal enum DemoFate { Draft, InReview, SentBack, Approved, Scheduled, Live, LiveWithChanges }

/// <summary>A piece of the demo.</summary>
internal sealed record DemoText(string Site, string Title, ArticleKind Kind, string Category, string Byline, string[] Tags, string Summary, DemoFate Fate, int Score, string Body);

/// <summary>Practice pieces in every state. Fees, dates and places are examples and not advice.</summary>
internal static class DemoTexts
{
    public static readonly DemoText[] All =
    [
        new("relocation", "Moving to Lisbon with a family", ArticleKind.Guide, "Schools and family", "Family desk", ["portugal", "schools", "visa"],
            "What the visa costs, why the school comes before the flat, and how the first ninety days really go.", DemoFate.LiveWithChanges, 9, """
            Most families plan the move in the wrong order. They find a flat, then a school, then read what the consulate wants to see. In Lisbon the school decides the district, the district decides the rent, and the consulate wants proof of all three before it gives you an appointment.

            This guide takes the steps in the order that works.

            ## What the visa costs a family of four

            The consulate counts the whole household: one application for each person, one appointment for all of you, and a fee that nobody refunds when a birth certificate turns out to be older than six months.

            | What | For whom | Euro |
            | --- | --- | ---: |
            | Visa fee at the consulate | 4 × €110 | 440 |
            | Residence permit | 4 × €160 | 640 |
            | Sworn translations | 6 certificates | 330 |

            Pay the fees for everyone in one transfer; the consulate refuses cash.

            ## The school comes before the flat

            State schools take children all year, by address. International schools do not: most fill their places in spring, and some keep a list that opens on the first of February.

            So write to three schools first, and look for flats along the metro line of the one that answers.

            ## The first ninety days

            Week one belongs to the tax number, the bank account and the health centre, in that order, because each asks for the one before. Take the tax number first even if you rent furnished: without it no landlord will register the lease.

            - Weeks 1 and 2: tax number, account, health centre
            - Weeks 3 to 6: lease registered, school number, doctor
            - Weeks 7 to 13: residence cards, driving licence

            > Keep one list of papers, and note beside each when it expires.
            """),
        new("relocation", "Opening a bank account before you land", ArticleKind.Tutorial, "Money and tax", "Relocation desk", ["bank", "tax number"],
            "Three papers, one video call, and the order in which the bank wants them.", DemoFate.Live, 8, """
            A landlord wants a local account for the deposit, and the bank wants an address for the account. The way out is an account for non-residents, opened from abroad and changed later.

            ## What you need

            1. A passport that is valid for at least another year
            2. The tax number, or proof that it was applied for
            3. A work contract or the last three pay slips

            ## First step: the tax number

            Apply through a representative. It takes about ten days, and nothing else moves before it is there.

            ## Next steps: the video call

            Have the papers on the desk, in the original. The call lasts fifteen minutes; the person on the other side photographs each page and asks where the first money comes from. Answer in one sentence and show the contract.

            ## If it does not work

            Banks refuse most often because two papers spell the name differently. Have the shorter spelling confirmed at the consulate before you call again.
            """),
        new("relocation", "Renting before you arrive: what to sign, and when", ArticleKind.Guide, "Housing", "Relocation desk", ["rent", "deposit"],
            "A lease can be signed from abroad. Three clauses decide whether it should be.", DemoFate.InReview, 0, """
            Nobody likes to sign for rooms they have not stood in. It can be done all the same, if three clauses are in the lease and one is not.

            ## The deposit

            Two months are usual, three are the most that should be paid. The lease must say on which account it lies and by when it comes back.

            ## The inventory

            Ask for it with photographs and a date. What is not in it was never there.

            ## The way out

            A clause that lets you leave after a third of the term, with notice of sixty days, costs nothing today and a great deal later.

            ## What must not be in it

            A sentence by which you take the rooms "as seen". You have not seen them.
            """),
        new("relocation", "Bringing a dog to Portugal", ArticleKind.Tutorial, "Settling in", "Family desk", ["pets"],
            "Chip, vaccination, certificate: in this order, and not in another.", DemoFate.Draft, 0, """
            The chip comes first. A vaccination that was given before the chip does not count, because nobody can say which dog it was.

            ## What you need

            - A chip that follows the ISO standard
            - A vaccination against rabies, given after the chip and at least 21 days before the journey
            - A health certificate of the official veterinarian, not older than ten days
            """),
        new("relocation", "International schools in Lisbon: fees, places and waiting lists", ArticleKind.Comparison, "Schools and family", "Family desk", ["schools", "fees"],
            "Nine schools side by side: what they cost, when they decide, how long the list is.", DemoFate.SentBack, 5, """
            Fees are published late and places are given early, so families decide on last year's figures.

            ## What is compared, and how

            Nine schools with lessons in English, asked by letter for the coming year: fee, deposit, places in year four, the day on which they decide.

            ## Side by side

            | School | Fee a year | Places | Decides |
            | --- | ---: | ---: | --- |
            | First | 9,800 | 0 | February |
            | Second | 12,400 | 2 | March |
            | Third | 11,150 | 0 | February |

            ## The differences that decide

            Two schools give the deposit back when a place is not taken; seven do not.
            """),
        new("relocation", "What a visa for Portugal really costs in 2026", ArticleKind.Analysis, "Visas and permits", "Relocation desk", ["visa", "fees"],
            "The fee is the smallest part. Translations, travel and one forgotten stamp make the rest.", DemoFate.Scheduled, 8, """
            Ask what a visa costs and you hear the fee. Ask a family afterwards and you hear a figure three times as high.

            ## What the figures say

            The fee itself is about a third of what is paid in the end. Another third goes to sworn translations, and the rest to two journeys to the consulate.

            ## What speaks against it

            Single applicants with papers in one of the accepted languages pay little more than the fee. For them the published figure is honest.

            ## What follows

            Count the papers before you count the money: each certificate in another language adds a translation, and each translation a week.
            """),
        new("relocation", "Registering as a resident in Lisbon", ArticleKind.Tutorial, "Settling in", "Relocation desk", ["registration"],
            "Which office, which counter, and why the second Tuesday of the month is the better day.", DemoFate.Approved, 7, """
            The registration is free and takes half an hour. Finding the counter takes longer.

            ## What you need

            The lease, the passport, and two neighbours who sign that you live where you say you live.

            ## First step

            Take a number at the parish office of your street, not at the town hall: the town hall sends you back.

            ## Next steps

            The certificate is printed at once. Ask for three copies; the bank, the school and the health centre each keep one.
            """),
        new("rainmaker", "The second meeting wins the client", ArticleKind.Analysis, "Business development", "Rainmaker desk", ["pitch"],
            "Firms prepare the first meeting and improvise the second. It should be the other way round.", DemoFate.Live, 8, """
            The first meeting decides whether there is a second. The second decides everything else.

            ## The question

            Why do firms with the better first meeting lose so often to those with the better second one?

            ## What the figures say

            Clients who were asked a year later remembered one thing of the first meeting: whether they were listened to. Of the second they remembered what was promised.

            ## What follows

            Bring less to the first meeting and more to the second: a page that says what you understood, what you would do first, and what it costs.
            """),
        new("placement", "What to ask in the last five minutes", ArticleKind.Guide, "Interviews", "Placement desk", ["interview"],
            "Three questions that tell you more than the hour before.", DemoFate.Live, 9, """
            The hour belongs to them. The last five minutes are yours.

            ## Who this is for

            Anyone who will sit on the candidate's side of the table this month.

            ## The short version

            Ask who had the role before, what the first ninety days must show, and what the person across the table would change.

            ## What goes wrong

            Questions whose answers stand on the website cost you the five minutes and the impression of the hour.
            """),
    ];
}
