import type { Problem, ProblemField } from "./generated/types.js";
/** The house refused; `code` says why, for programs. */
export declare class QuestProblem extends Error {
    /** All that was said, RFC 9457. */
    readonly problem: Problem;
    readonly name: string;
    constructor(
    /** All that was said, RFC 9457. */
    problem: Problem);
    /** Stable and lower case: `article.gone`. Each has a page, `problem.type`. */
    get code(): string;
    /** 400 to 599. */
    get status(): number;
    /** Everything that is wrong, at once. */
    get errors(): ProblemField[];
}
/** The log of events can't be read on from there: fetch everything, then follow from its end. `mirror` does so by itself. */
export declare class QuestResync extends QuestProblem {
    readonly name = "QuestResync";
}
/** What an answer that is no success says. What stands between here and the house answers in its own words. */
export declare function problemOf(answer: Response): Promise<QuestProblem>;
