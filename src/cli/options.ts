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
  /** The options ahead of it. */
  readonly options: ParsedOptions;
}

/** Reads words by a table; `--` ends the options, and so does the first operand where `stopsAtOperand`. */
export function parseWords(
  words: readonly string[],
  rows: readonly OptionRow[],
  stopsAtOperand: boolean,
): ParsedWords | UsageMistake {
  const found = new Map<string, string[]>();
  const operands: string[] = [];
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
    const wrong = (mistake: string, meant = label, candidates: readonly string[] = []): UsageMistake => ({
      mistake,
      found: meant,
      candidates,
      options: optionsOf(found),
    });
    if (row === undefined) return wrong(`there is no option ${label}`, label, labelsOf(rows));
    if (row.value === undefined && joined !== undefined) return wrong(`${label} takes no value`);
    const value = row.value === undefined ? "" : (joined ?? words[++at]);
    if (value === undefined) return wrong(`${label} needs a value: ${label} ${row.value}`);
    if (row.choices !== undefined && !row.choices.includes(value))
      return wrong(`${label} takes ${row.choices.join(", ")}, not ${value}`, value, row.choices);
    found.set(row.name, row.repeats === true ? [...(found.get(row.name) ?? []), value] : [value]);
  }
  return { operands, options: optionsOf(found) };
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
