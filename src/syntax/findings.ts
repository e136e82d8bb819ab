/** What a reading says of a text, and which parts of the text its errors spoil. */

import {
  type Diagnostic,
  type DiagnosticCode,
  DiagnosticList,
  diagnose,
  type Params,
  type Related,
} from "../diagnostics/index.ts";
import type { SourceFile } from "../text/index.ts";
import type { Broken } from "./tree.ts";

/** After so many diagnostics the rest of the file is left alone. */
const maxDiagnostics = 10_000;

/** What else is known of something that was not expected: how long it is, where a bracket was opened, what to write. */
export interface Mention {
  readonly fix?: string;
  readonly openedAt?: number;
  readonly length?: number;
}

export class Findings {
  readonly source: SourceFile;
  readonly text: string;
  /** Behind the last token that was taken. */
  at = 0;
  /** What lies behind this offset is not seen. */
  end: number;
  /** Where the innermost statement begins. */
  statementStart = 0;
  /** Where reading ended ahead of the end, after too many diagnostics. */
  unreadFrom: number | undefined;
  readonly #diagnostics = new DiagnosticList(maxDiagnostics);
  readonly #spoilt: Broken[] = [];
  #muted: ReadonlySet<DiagnosticCode> | undefined;

  constructor(source: SourceFile) {
    this.source = source;
    this.text = source.text;
    this.end = source.text.length;
  }

  report<C extends DiagnosticCode>(
    code: C,
    start: number,
    end: number,
    params: Params<C>,
    related: readonly Related[] = [],
  ): void {
    if (this.#muted?.has(code) === true) return;
    this.#diagnostics.add(diagnose(code, this.source, { start, end: Math.max(start, end) }, params, related));
  }

  /** Says nothing of these codes from now on; gives those that were muted before. */
  mute(codes: ReadonlySet<DiagnosticCode> | undefined): ReadonlySet<DiagnosticCode> | undefined {
    const before = this.#muted;
    this.#muted = codes;
    return before;
  }

  /** Takes back what was said last, from `start` on, of these codes: something larger says it as well. */
  takeBack(start: number, codes: ReadonlySet<DiagnosticCode>): void {
    this.#diagnostics.removeLast((last) => last.span.start >= start && codes.has(last.code));
  }

  /** The present statement could not be read from here on, up to `end` as far as is known. */
  lose(end: number, at = this.at, start = this.statementStart): void {
    this.#spoilt.push({ kind: "lost", start, at, end: Math.max(at, end) });
  }

  /** The parser has found its place again: what it lost last ends here. */
  regain(): void {
    const last = this.#spoilt.at(-1);
    if (last?.kind === "lost" && last.end < this.at) this.#spoilt[this.#spoilt.length - 1] = { ...last, end: this.at };
  }

  /** The braces of a stretch do not fit. */
  shift(start: number, end: number): void {
    this.#spoilt.push({ kind: "shifted", start, at: end, end });
  }

  /** Leaves the rest of the file unread: what it declares and does is not known. */
  giveUp(): void {
    this.unreadFrom ??= this.at;
    this.#spoilt.push({ kind: "lost", start: 0, at: this.at, end: this.end });
    this.at = this.end;
  }

  /** What errors spoil, by its start. */
  get broken(): readonly Broken[] {
    const within = (offset: number): number => Math.min(offset, this.text.length);
    const refused = this.diagnostics.map(({ span }): Broken => {
      const start = within(span.start);
      return { kind: "refused", start, end: within(span.end), at: start };
    });
    return [...refused, ...this.#spoilt].sort((a, b) => a.start - b.start);
  }

  /** So many diagnostics that going on helps nobody. */
  get isFull(): boolean {
    return this.#diagnostics.length >= maxDiagnostics;
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.#diagnostics.sorted();
  }
}
