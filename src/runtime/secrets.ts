/** The values that are known to be secret, and the one place that hides them in what leaves a run for people and sinks (language 6.7). */

import { isSecretName, passwordsIn, type RecordBody } from "../records/index.ts";

export const masked = "***";

/** Shorter values stand in too many texts by chance. */
const shortest = 4;
/** The same, for a single line of a value of several lines, such as a key. */
const shortestLine = 16;
/** Nobody keeps these words secret. */
const commonWords = new Set(["true", "false", "null", "none"]);

/** Hides secrets in a text. */
export type Mask = (text: string) => string;

export class Secrets {
  readonly #forms = new Set<string>();
  /** Variables whose names have not been looked at yet: most runs end without a text to hide anything in. */
  #unread: ReadonlyMap<string, string>;
  #pattern: RegExp | null = null;

  constructor(environment: ReadonlyMap<string, string>) {
    this.#unread = environment;
  }

  /** Takes a value that shall not show; of an array each element. */
  add(value: unknown): void {
    if (Array.isArray(value)) for (const each of value) this.add(each);
    else if (typeof value === "string" || typeof value === "number") this.#take(String(value));
  }

  /** Takes a variable's value if its name speaks of a secret; of a URL its password. */
  addVariable(name: string, value: string): void {
    if (isSecretName(name)) this.#take(value);
    else if (value.includes("://")) for (const password of passwordsIn(value)) this.#take(password);
  }

  readonly mask: Mask = (text) => {
    if (this.#unread.size > 0) {
      for (const [name, value] of this.#unread) this.addVariable(name, value);
      this.#unread = new Map();
    }
    if (this.#forms.size === 0) return text;
    this.#pattern ??= patternOf(this.#forms);
    return text.replace(this.#pattern, masked);
  };

  #take(value: string): void {
    const text = value.trim();
    if (text.length < shortest || commonWords.has(text.toLowerCase())) return;
    const lines = text.split("\n").map((line) => line.trim());
    // Messages quote a text as data, `-x` quotes it as a shell would.
    for (const part of [text, ...(lines.length > 1 ? lines.filter((line) => line.length >= shortestLine) : [])])
      for (const form of [part, JSON.stringify(part).slice(1, -1), part.replaceAll("'", "'\\''")])
        this.#forms.add(form);
    this.#pattern = null;
  }
}

/** The longest first: a secret may stand within another one. */
function patternOf(forms: Iterable<string>): RegExp {
  const sorted = [...forms].sort((a, b) => b.length - a.length);
  return new RegExp(sorted.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&")).join("|"), "g");
}

/** A record with secrets hidden in all that a run has put into it. */
export function maskedBody(body: RecordBody, mask: Mask): RecordBody {
  const { api, message, diagnosis, removal } = body;
  return {
    ...body,
    api: mask(api),
    arguments: body.arguments.map(([name, value]) => [name, mask(value)] as const),
    ...(message === undefined ? {} : { message: mask(message) }),
    ...(removal === undefined ? {} : { removal: mask(removal) }),
    ...(diagnosis === undefined
      ? {}
      : { diagnosis: diagnosis.map((share) => ({ ...share, reasons: share.reasons.map(mask) })) }),
  };
}
