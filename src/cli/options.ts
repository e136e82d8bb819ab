/** Options of the command line: a table a command, read strictly. */

export interface OptionRow {
  /** Long name without dashes. */
  readonly name: string;
  readonly short?: string;
  /** The name of its value in help; absent for a flag. */
  readonly value?: string;
  readonly repeats?: boolean;
  /** The values that it takes, where they are known. */
  readonly choices?: readonly string[];
  /** What a value may begin with, where it is no list of values: "file:", behind which a file is named. */
  readonly forms?: readonly string[];
  readonly says: string;
}

export interface ParsedOptions {
  readonly has: (name: string) => boolean;
  /** The last value given. */
  readonly value: (name: string) => string | undefined;
  readonly values: (name: string) => readonly string[];
}

export interface ParsedWords {
  readonly options: ParsedOptions;
  readonly operands: readonly string[];
}

/** A mistake in the words of a command line, and the next step. */
export interface UsageMistake {
  readonly mistake: string;
  readonly candidates: readonly string[];
  readonly found: string;
  /** All options of the line that can be read. */
  readonly options: ParsedOptions;
  /** `--json` stands among the options, also where the command has none: a program reads the answer. */
  readonly asksJson: boolean;
}

/**
 * Reads words by a table; `--` ends the options, and so does the first operand where `stopsAtOperand`.
 * Of several mistakes the first is told; what stands behind it is still read, for the language and form of the answer.
 */
export function parseWords(
  words: readonly string[],
  rows: readonly OptionRow[],
  stopsAtOperand: boolean,
): ParsedWords | UsageMistake {
  const found = new Map<string, string[]>();
  const operands: string[] = [];
  let first: Pick<UsageMistake, "mistake" | "found" | "candidates"> | undefined;
  let asksJson = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      operands.push(...words.slice(at + 1));
      break;
    }
    if (word === "-" || !word.startsWith("-")) {
      if (stopsAtOperand) {
        operands.push(...words.slice(at));
        break;
      }
      operands.push(word);
      continue;
    }
    const { label, name, joined } = splitOption(word);
    const row = rows.find((candidate) => (label.startsWith("--") ? candidate.name : candidate.short) === name);
    asksJson ||= label === "--json";
    const wrong = (mistake: string, meant = label, candidates: readonly string[] = []): void => {
      first ??= { mistake, found: meant, candidates };
    };
    const value = row?.value === undefined ? "" : (joined ?? words[++at]);
    if (row === undefined) wrong(`there is no option ${label}`, label, labelsOf(rows));
    else if (row.value === undefined && joined !== undefined) wrong(`${label} takes no value`);
    else if (value === undefined) wrong(`${label} needs a value: ${label} ${row.value}`);
    else if (row.choices !== undefined && !row.choices.includes(value))
      wrong(`${label} takes ${row.choices.join(", ")}, not ${value}`, value, row.choices);
    else found.set(row.name, row.repeats === true ? [...(found.get(row.name) ?? []), value] : [value]);
  }
  const options = optionsOf(found);
  return first === undefined ? { operands, options } : { ...first, options, asksJson };
}

/** `--name=value`, `--name`, `-x`; a short option's value is the next word. */
function splitOption(word: string): { label: string; name: string; joined: string | undefined } {
  if (!word.startsWith("--")) return { label: word, name: word.slice(1), joined: undefined };
  const at = word.indexOf("=");
  const label = at === -1 ? word : word.slice(0, at);
  return { label, name: label.slice(2), joined: at === -1 ? undefined : word.slice(at + 1) };
}

function labelsOf(rows: readonly OptionRow[]): readonly string[] {
  return rows.flatMap((row) => (row.short === undefined ? [`--${row.name}`] : [`--${row.name}`, `-${row.short}`]));
}

function optionsOf(found: ReadonlyMap<string, readonly string[]>): ParsedOptions {
  return {
    has: (name) => found.has(name),
    value: (name) => found.get(name)?.at(-1),
    values: (name) => found.get(name) ?? [],
  };
}
