/** Which argument of a failing call the failure is about. */

import type { FaultArgument, Symptom } from "../records/index.ts";

/** Arguments of `System.*` calls that say how, not on what. */
const manner: ReadonlySet<string> = new Set([
  "mode",
  "text",
  "content",
  "bytes",
  "length",
  "count",
  "limit",
  "value",
  "offset",
  "whence",
  "why",
  "key",
  "index",
]);
const secret = "***";

/** A command's words without its own name, or a call's arguments; secrets are not looked at. */
export function wordsOf(symptom: Symptom): readonly FaultArgument[] {
  return symptom.arguments.filter((argument) => !isSecret(argument) && !isProgram(argument));
}

/** Whether an argument is hidden. */
export function isSecret({ text }: FaultArgument): boolean {
  return text === secret;
}

/** Whether an argument is the program itself, where a symptom names it. */
export function isProgram(argument: FaultArgument): boolean {
  return argument.name === "argv[0]" || argument.name === "program";
}

/** The argument that a message names: the longest one, and of equals the last; option letters count too ("invalid option -- 'z'"). */
export function namedIn(message: string, words: readonly FaultArgument[]): FaultArgument | undefined {
  const letter = /(?:option|flag)\b[^'"‘]*['"‘`]?-?([A-Za-z0-9])['"’]?\s*$/m.exec(message)?.[1];
  let best: FaultArgument | undefined;
  for (const word of words) {
    if (holdsText(message, word.text) && word.text.length >= (best?.text.length ?? 0)) best = word;
  }
  if (best !== undefined || letter === undefined) return best;
  return words.find((word) => /^-[^-]/.test(word.text) && word.text.includes(letter));
}

function holdsText(message: string, text: string): boolean {
  if (text === "") return false;
  // One letter stands in every text: it must be quoted, or stand before a colon.
  if (text.length === 1)
    return [`'${text}'`, `"${text}"`, `‘${text}’`, ` ${text}:`].some((form) => message.includes(form));
  for (let at = message.indexOf(text); at !== -1; at = message.indexOf(text, at + 1)) {
    const before = message[at - 1] ?? " ";
    const after = message[at + text.length] ?? " ";
    if (!/[\w/.-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  const equals = text.indexOf("=");
  // "--no-such=x" is refused as "unrecognized option '--no-such=x'" or without its value.
  return equals > 2 && text.startsWith("--") && message.includes(text.slice(0, equals));
}

/** An argument that may name a path, and the path that it names. */
export interface PathWord {
  readonly path: string;
  readonly argument: FaultArgument;
}

/** The words that may be paths: operands, and the values of `--option=path` and `name=path`. */
export function pathsAmong({
  words,
  isCommand,
  isValue,
}: {
  readonly words: readonly FaultArgument[];
  readonly isCommand: boolean;
  readonly isValue: (word: FaultArgument) => boolean;
}): readonly PathWord[] {
  const found: PathWord[] = [];
  let onlyOperands = false;
  for (const argument of words) {
    const { text } = argument;
    if (!isCommand) {
      if (
        /^(?:String|File)\??$/.test(argument.type) &&
        !manner.has(argument.name) &&
        text !== "" &&
        !text.includes("://")
      )
        found.push({ path: text, argument });
    } else if (text === "--" && !onlyOperands) onlyOperands = true;
    else if (isValue(argument)) {
      // The value of an option is more often a number or a pattern than a path.
      if (text.includes("/")) found.push({ path: text, argument });
    } else if (onlyOperands || !text.startsWith("-")) {
      const value = /^[a-z]+=(.*\/.*)$/.exec(text)?.[1];
      if (text !== "") found.push({ path: value ?? text, argument });
    } else {
      const value = /^--?[\w-]+=(.*\/.*)$/.exec(text)?.[1];
      if (value !== undefined) found.push({ path: value, argument });
    }
  }
  return found;
}
