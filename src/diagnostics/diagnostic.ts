/** One thing said of one span, and the list that a run over a file collects. */

import type { SourceFile, Span } from "../text/index.ts";
import type { CatalogueEntry } from "./catalogue/entry.ts";
import { catalogue, type DiagnosticCode, type Params } from "./catalogue/index.ts";

export type Severity = "error" | "warning";

/** Another place that explains the first, such as an earlier declaration. */
export interface Related {
  readonly source: SourceFile;
  readonly span: Span;
  readonly message: string;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly source: SourceFile;
  readonly span: Span;
  /** What the catalogue's entry of the code makes its texts of: another language makes its own. */
  readonly params: unknown;
  readonly message: string;
  readonly hint?: string;
  readonly related: readonly Related[];
}

/** Makes a diagnostic of a code with the parameters that its catalogue entry declares. */
export function diagnose<C extends DiagnosticCode>(
  code: C,
  source: SourceFile,
  span: Span,
  params: Params<C>,
  related: readonly Related[] = [],
): Diagnostic {
  // The entry of C takes Params<C>: TypeScript cannot follow that through the index access.
  const entry = catalogue[code] as unknown as CatalogueEntry<Params<C>>;
  const hint = entry.hint?.(params);
  const base = {
    code,
    severity: entry.severity,
    source,
    span,
    params,
    message: shortenQuotes(entry.message(params)),
    related,
  };
  return hint === undefined ? base : { ...base, hint: shortenQuotes(hint) };
}

/** What a message quotes of the script is cut where nobody would read it to its end. */
export function shortenQuotes(text: string): string {
  return text.length < longest ? text : text.replace(quoted, (_, start: string) => `\`${start}…\``);
}

const longest = 200;
const quoted = /`([^`]{80})[^`]{120,}`/g;

/** Collects diagnostics: each place and code once, at most `limit` of them (10,000 unless told). */
export class DiagnosticList {
  readonly #items: Diagnostic[] = [];
  readonly #seen = new Set<string>();
  readonly #limit: number;
  /** How many more there were than the limit. */
  dropped = 0;

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  add(diagnostic: Diagnostic): void {
    const key = keyOf(diagnostic);
    if (this.#seen.has(key)) return;
    if (this.#items.length >= this.#limit) {
      this.dropped += 1;
      return;
    }
    this.#seen.add(key);
    this.#items.push(diagnostic);
  }

  /** Takes back what was added last, as long as it is meant. */
  removeLast(isMeant: (diagnostic: Diagnostic) => boolean): void {
    for (let last = this.#items.at(-1); last !== undefined && isMeant(last); last = this.#items.at(-1)) {
      this.#items.pop();
      this.#seen.delete(keyOf(last));
    }
  }

  get hasErrors(): boolean {
    return this.#items.some((item) => item.severity === "error");
  }

  get length(): number {
    return this.#items.length;
  }

  /** All of them, by file and then in source order. */
  sorted(): readonly Diagnostic[] {
    return this.#items.toSorted(
      (a, b) => compareText(a.source.name, b.source.name) || a.span.start - b.span.start || compareText(a.code, b.code),
    );
  }
}

function keyOf({ code, source, span }: Diagnostic): string {
  return `${code} ${source.name} ${span.start}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
