/** What may only follow from a syntax error is left out, and nothing else: one error a cause (language 8). */

import type { Diagnostic, DiagnosticCode } from "../diagnostics/index.ts";
import { type Broken, declaredFunction } from "../syntax/index.ts";
import type { Span } from "../text/index.ts";
import type { FileState } from "./file-state.ts";
import type { ProgramState } from "./program-state.ts";

// What the parser could not read looks like a program or a name that is not there,
const nameCodes = codes("DS2001", "DS2003", "DS2010", "DS2013", "DS2410", "DS2501", "DS7006");
// what it left out may have been a jump, an assignment or a condition,
const flowCodes = codes("DS2004", "DS2301", "DS2305", "DS2406", "DS2407", "DS2408", "DS7002");
// and where braces do not fit, statements stand where nobody meant them to.
const placeCodes = codes(
  "DS2002",
  "DS2003",
  "DS2303",
  "DS2304",
  "DS2309",
  "DS2310",
  "DS2311",
  "DS2320",
  "DS2401",
  "DS2414",
);

function codes(...list: readonly DiagnosticCode[]): ReadonlySet<DiagnosticCode> {
  return new Set(list);
}

/** The diagnostics that stand for themselves, with those of names that seem to be missing although something declares them. */
export function withoutFollowers(program: ProgramState): readonly Diagnostic[] {
  const spoilt = new Map(program.files.map((file) => [file.source, spoiltParts(file)]));
  for (const { declaration, diagnostic } of program.lost) {
    const isSeen = program.symbols.has(declaration);
    if (isSeen && spoilt.get(diagnostic.source)?.isShifted(diagnostic.span) !== true)
      program.diagnostics.add(diagnostic);
  }
  return program.diagnostics.sorted().filter((each) => spoilt.get(each.source)?.isFollower(each) !== true);
}

interface SpoiltParts {
  readonly isFollower: (diagnostic: Diagnostic) => boolean;
  readonly isShifted: (span: Span) => boolean;
}

function spoiltParts(file: FileState): SpoiltParts | undefined {
  const { broken } = file.script;
  if (broken.length === 0) return undefined;
  const near = finder(broken);
  const unitOf = units(file);
  const unclear = new Set(
    broken.filter((each) => each.kind !== "refused").flatMap((each) => [unitOf(each.start), unitOf(each.at)]),
  );
  const isShifted = (span: Span): boolean =>
    near(span).some((each) => each.kind === "shifted" && contains(each, span.start));
  return {
    isShifted,
    isFollower: ({ code, span }) => {
      if (flowCodes.has(code) && unclear.has(unitOf(span.start))) return true;
      if (placeCodes.has(code) && isShifted(span)) return true;
      return near(span).some((each) => hides(each, code, span));
    },
  };
}

function hides(broken: Broken, code: DiagnosticCode, span: Span): boolean {
  switch (broken.kind) {
    case "refused":
      return contains(broken, span.start) && contains(broken, span.end);
    case "lost":
      // An expression that broke off has not the type that it was meant to have.
      return nameCodes.has(code) ? contains(broken, span.start) : contains(span, broken.at);
    case "shifted":
      return false;
  }
}

function contains(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}

/** The broken parts that touch a span. */
function finder(broken: readonly Broken[]): (span: Span) => readonly Broken[] {
  // The furthest end so far tells where looking back is over.
  const furthest: number[] = [];
  for (const { end } of broken) furthest.push(Math.max(end, furthest.at(-1) ?? 0));
  return (span) => {
    const found: Broken[] = [];
    for (let at = lastFrom(broken, span.end); at >= 0 && (furthest[at] ?? 0) >= span.start; at -= 1) {
      const each = broken[at];
      if (each !== undefined && each.end >= span.start) found.push(each);
    }
    return found;
  };
}

/** The function of the top level, or the class, that an offset stands in, by its start; -1 for the file's own statements. */
function units(file: FileState): (offset: number) => number {
  const functions = file.script.statements.filter(
    (node) => node.kind === "class" || declaredFunction(node) !== undefined,
  );
  return (offset) => {
    const node = functions[lastFrom(functions, offset)];
    return node !== undefined && offset <= node.end ? node.start : -1;
  };
}

/** The index of the last span that starts at or ahead of an offset. */
function lastFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
