/** A match of a pattern in a text: what was found, where, and its groups. */

export class RegexMatch {
  readonly text: string;
  /** In UTF-16 units, as indexes of a text are. */
  readonly start: number;
  /** Group 1, 2, …; null where a group took no part. */
  readonly groups: readonly (string | null)[];
  readonly names: ReadonlyMap<string, string | null>;

  constructor(found: RegExpMatchArray) {
    this.text = found[0];
    this.start = found.index ?? 0;
    this.groups = Array.from(found, (group) => group ?? null).slice(1);
    this.names = new Map(Object.entries(found.groups ?? {}).map(([name, group]) => [name, group ?? null]));
  }

  get end(): number {
    return this.start + this.text.length;
  }
}

const globalForms = new WeakMap<RegExp, RegExp>();

/** The same pattern for all matches of a text, ready to begin at its start. */
export function globally(pattern: RegExp): RegExp {
  let form = globalForms.get(pattern);
  if (form === undefined) {
    form = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
    globalForms.set(pattern, form);
  }
  form.lastIndex = 0;
  return form;
}

/** The parts between the matches. JavaScript's split adds the groups of its pattern, which nobody who writes a separator expects. */
export function splitBy(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const found of text.matchAll(globally(separator))) {
    const empty = found[0] === "";
    if (empty && (found.index === 0 || found.index === text.length)) continue;
    parts.push(text.slice(from, found.index));
    from = found.index + found[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}
