/** Texts of a case as they may be shown. */

const unshown =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What turns the direction of a text around it, or is no letter at all, is shown as U+FFFD. */
export function cleaned(text: string): string {
  return text.replace(unshown, "\ufffd");
}

/** At most so many letters, on one line. */
export function shortened(text: string, most: number): string {
  const line = cleaned(text.slice(0, 4 * most))
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...line.slice(0, 2 * most)];
  return letters.length > most || line.length < text.trim().length - most
    ? `${letters.slice(0, most - 1).join("")}…`
    : line;
}
