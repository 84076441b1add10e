import type { Problem, ProblemField } from "./generated/types.js";

/** The house refused; `code` says why, for programs. */
export class QuestProblem extends Error {
  override readonly name: string = "QuestProblem";

  constructor(
    /** All that was said, RFC 9457. */
    readonly problem: Problem,
  ) {
    super(problem.detail);
  }

  /** Stable and lower case: `article.gone`. Each has a page, `problem.type`. */
  get code(): string {
    return this.problem.code;
  }

  /** 400 to 599. */
  get status(): number {
    return this.problem.status;
  }

  /** Everything that is wrong, at once. */
  get errors(): ProblemField[] {
    return this.problem.errors;
  }
}

/** The log of events can't be read on from there: fetch everything, then follow from its end. `mirror` does so by itself. */
export class QuestResync extends QuestProblem {
  override readonly name = "QuestResync";
}

/** What an answer that is no success says. What stands between here and the house answers in its own words. */
export async function problemOf(answer: Response): Promise<QuestProblem> {
  const type = answer.headers.get("content-type") ?? "";
  const said = type.startsWith("application/problem+json") ? ((await answer.json().catch(() => undefined)) as Problem | undefined) : undefined;
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
