/** `import command rsync, mv as move optional plain reads answers 0..1` (language 2). */

import { doubleQuote, singleQuote } from "../characters.ts";
import { defineStatement, type Parser } from "../grammar.ts";
import { readString } from "../scan/strings.ts";
import { skipTrivia } from "../scan/trivia.ts";
import type { Identifier, ImportedCommand, Statement } from "../tree.ts";
import { isBeforeAssignment } from "./header.ts";

export const importCommandStatement = defineStatement({
  kind: "import-command",
  form: "import command PROGRAM as NAME optional plain reads answers 0..1, …",
  words: ["import"],
  shape: (p, after) => {
    const at = skipTrivia(p, after, false);
    return at > after && p.isWordAt("command", at) && !isBeforeAssignment(p, at + 7);
  },
  parse: parseImportCommand,
});

function parseImportCommand(p: Parser): Statement {
  const start = p.at;
  p.takeWord("import");
  p.takeWord("command");
  const commands: ImportedCommand[] = [];
  for (;;) {
    commands.push(parseCommand(p));
    if (p.panic || !p.take(",")) break;
    p.at = p.lookLines();
  }
  return { kind: "import-command", commands, start, end: p.at };
}

function parseCommand(p: Parser): ImportedCommand {
  p.at = p.look();
  const start = p.at;
  const program = readProgram(p);
  const own: Identifier = { kind: "identifier", name: program.slice(program.lastIndexOf("/") + 1), start, end: p.at };
  const options = { optional: false, plain: false };
  let name = own;
  let effect: "reads" | "changes" | undefined;
  let answers: readonly [number, number] | undefined;
  while (!p.panic) {
    const at = p.look();
    const word = p.text.slice(at, p.nameEnd(at));
    if (word === "") break;
    p.at = at + word.length;
    if (word === "as") name = p.name("the name that the script uses");
    else if (word === "optional" || word === "plain") options[word] = true;
    else if (word === "reads" || word === "changes") effect = word;
    else if (word === "answers") answers = parseAnswers(p);
    else p.report("DS1211", at, p.at, { found: word });
  }
  p.importedCommands.add(name.name);
  return { program, name, ...options, ...(effect && { effect }), ...(answers && { answers }), start, end: p.at };
}

/** A program as a command names it: a bare word or a string. */
function readProgram(p: Parser): string {
  const at = p.look();
  p.at = at;
  if (p.code(at) === doubleQuote || p.code(at) === singleQuote) {
    return readString(p)
      .map((part) => (part.kind === "text" ? part.text : ""))
      .join("");
  }
  const word = p.match(/[^\s,;"'$`\\(){}<>|&*?]+/y, at)?.[0];
  if (word === undefined) {
    p.fail(at, "a command's name");
    return "";
  }
  p.at = at + word.length;
  return word;
}

/** `0..1`, or one status. */
function parseAnswers(p: Parser): readonly [number, number] | undefined {
  const at = p.look();
  const found = p.match(/(\d{1,3})(?:\.\.(\d{1,3}))?(?![\w.])/y, at);
  const from = Number(found?.[1] ?? 256);
  const to = Number(found?.[2] ?? from);
  if (found === undefined || from > to || to > 255) {
    p.fail(at, "the statuses that are answers, `0..1`, from 0 to 255");
    return undefined;
  }
  p.at = at + found[0].length;
  return [from, to];
}
