/** Names that a template declares: none of a script's own can be one of them. */

const mark = "\u0002";

/** A template's name in one of its expansions. */
export function freshName(name: string, serial: number): string {
  return `${name}${mark}${serial}`;
}

/** The name as the template has it. */
export function plainName(name: string): string {
  const at = name.indexOf(mark);
  return at === -1 ? name : name.slice(0, at);
}

/** The same for whoever reads what an expansion stands for: not to be taken for a name of the user's. */
export function shownName(name: string): string {
  return name.replace(mark, "·");
}
