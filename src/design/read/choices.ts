/** `if` and `switch` as choices. */

import type { IfStatement, Statement, SwitchStatement } from "../../syntax/index.ts";
import type { SourceFile } from "../../text/index.ts";
import type { Branch, ChoiceStep, Step } from "../model.ts";
import { codeText } from "./code.ts";

type Inner = (statements: readonly Statement[]) => readonly Step[];
type Choice = Pick<ChoiceStep, "kind" | "asks" | "branches">;

/** An `if` with one condition asks it, and is answered by yes or no; a chain tells a condition a branch. */
export function choiceOf(source: SourceFile, { branches, otherwise }: IfStatement, inner: Inner): Choice {
  const [first] = branches;
  const rest = otherwise === undefined ? [] : inner([otherwise]);
  if (branches.length > 1 || first === undefined)
    return {
      kind: "choice",
      branches: [
        ...branches.map(
          ({ condition, body }): Branch => ({ on: "code", code: codeText(source, condition), steps: inner([body]) }),
        ),
        { on: "otherwise", code: "", steps: rest },
      ],
    };
  return {
    kind: "choice",
    asks: codeText(source, first.condition),
    branches: [
      { on: "yes", code: "", steps: inner([first.body]) },
      { on: "no", code: "", steps: rest },
    ],
  };
}

export function switchOf(source: SourceFile, { value, cases }: SwitchStatement, inner: Inner): Choice {
  const branches = cases.map(
    ({ values, isDefault, statements }): Branch => ({
      on: isDefault ? "otherwise" : "code",
      code: values.map((each) => codeText(source, each)).join(", "),
      steps: inner(statements.filter(({ kind }) => kind !== "break")),
    }),
  );
  const isWhole = cases.some(({ isDefault }) => isDefault);
  return {
    kind: "choice",
    asks: codeText(source, value),
    branches: isWhole ? branches : [...branches, { on: "otherwise", code: "", steps: [] }],
  };
}
