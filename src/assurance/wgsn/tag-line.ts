/** A line that names a value, `Name:: value`, and the mark that keeps a line of text from being one. */

export type TagLine = readonly [name: string, value: string];

/** As AssureNote's newest parser has it: the name is one word, without colons, semicolons, brackets and backslashes. */
const shape = /^\s*([^\s:;[\]\\]+)\s*::(.*)$/s;
/** What a line of text must not begin with, behind any number of marks. */
const special = /^\s*(?:\\\\)*(?:\*|[^\s:;[\]\\]+\s*::)/;
const marked = /^(\s*)\\\\((?:\\\\)*(?:\*|[^\s:;[\]\\]+\s*::))/;

export function readTagLine(line: string): TagLine | undefined {
  if (!line.includes("::")) return undefined;
  const [, name, value = ""] = shape.exec(line) ?? [];
  return name === undefined || name.startsWith("*") ? undefined : [name, value.trim()];
}

export function writtenTagLine([name, value]: TagLine): string {
  return value === "" ? `${name}::` : `${name}:: ${value}`;
}

/** Whether a tag comes back as it is from the line that it is written as. */
export function fitsTagLine(name: string, value: string): boolean {
  return /^[^\s:;[\]\\*][^\s:;[\]\\]*$/.test(name) && value === value.trim() && !/[\r\n]/.test(value);
}

/** A line of text, from how it stands in the file: `\\* first` is `* first`. */
export function readTextLine(line: string): string {
  return line.includes("\\\\") ? line.replace(marked, "$1$2") : line;
}

/** A line of text that is neither node nor tag: AssureNote shows its mark, two backslashes, which its grammar allows there. */
export function writtenTextLine(line: string): string {
  return special.test(line) ? line.replace(/^\s*/, (blanks) => `${blanks}\\\\`) : line;
}
