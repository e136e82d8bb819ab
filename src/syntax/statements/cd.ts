/** `cd DIR { … }`, which returns afterwards (language 3); without a block it is a simple command. */

import { isBlank, openBrace } from "../characters.ts";
import { defineStatement } from "../grammar.ts";
import type { CommandStatement, Statement, Word } from "../tree.ts";
import { finishCommand, parseCommandStatement } from "./command.ts";

export const changeDirectoryStatement = defineStatement({
  kind: "cd",
  form: "cd DIRECTORY { … }",
  words: ["cd"],
  shape: (p, after) => isBlank(p.code(after)),
  parse: (p): Statement => {
    const statement = parseCommandStatement(p);
    const directory = directoryOf(statement);
    if (p.panic || p.code(p.look()) !== openBrace || directory === undefined) return finishCommand(p, statement);
    const body = p.block();
    return { kind: "cd", directory, body, start: statement.start, end: p.at };
  },
});

/** The directory of a `cd` that stands alone, with one word and nothing else. */
function directoryOf({ list }: CommandStatement): Word | undefined {
  const stage = list.first.stages[0];
  if (list.rest.length > 0 || list.background || list.first.stages.length > 1 || list.first.negated) return undefined;
  if (stage?.kind !== "simple" || stage.redirects.length > 0 || stage.words.length !== 2) return undefined;
  return stage.words[1];
}
