/** The house refused; `code` says why, for programs. */
export class QuestProblem extends Error {
    problem;
    name = "QuestProblem";
    constructor(
    /** All that was said, RFC 9457. */
    problem) {
        super(problem.detail);
        this.problem = problem;
    }
    /** Stable and lower case: `article.gone`. Each has a page, `problem.type`. */
    get code() {
        return this.problem.code;
    }
    /** 400 to 599. */
    get status() {
        return this.problem.status;
    }
    /** Everything that is wrong, at once. */
    get errors() {
        return this.problem.errors;
    }
}
/** The log of events can't be read on from there: fetch everything, then follow from its end. `mirror` does so by itself. */
export class QuestResync extends QuestProblem {
    name = "QuestResync";
}
/** What an answer that is no success says. What stands between here and the house answers in its own words. */
export async function problemOf(answer) {
    const type = answer.headers.get("content-type") ?? "";
    const said = type.startsWith("application/problem+json") ? (await answer.json().catch(() => undefined)) : undefined;
    const problem = said ?? {
        type: "about:blank",
        title: answer.statusText,
        status: answer.status,
        detail: `The house answered ${answer.status} without saying why.`,
        code: "unexplained",
        traceId: "",
        errors: [],
    };
    return problem.code === "resync" ? new QuestResync(problem) : new QuestProblem(problem);
}
//# sourceMappingURL=problems.js.map