/** Loading the D-Case of a script, for whoever checks the script. */

import { basename } from "node:path";
import type { DCase } from "../../assurance/index.ts";
import type { ArgumentView } from "../../records/index.ts";
import { placeOf } from "../../text/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Unprepared } from "../unprepared.ts";
import type { CaseName } from "./case-name.ts";
import { caseText } from "./case-text.ts";
import { caseOfBytes, type LoadedCase, loadCase } from "./load-case.ts";
import { loadModules } from "./modules.ts";
import { unreadableCase } from "./unreadable-case.ts";
import { viewOf } from "./view.ts";

export interface ScriptCase {
  readonly view: ArgumentView;
  /** What must be the same for a program to be: the file's text, and something that no text is where it uses others. */
  readonly text: string;
}

const mostTold = 20;
/** A case of several files is read anew by each run. */
const neverTheSame = "\u0000modules";

export function scriptCase(named: CaseName): ScriptCase | Unprepared {
  const { path } = named;
  const text = caseText(path);
  if (typeof text !== "string") return unreadableCase(named, text.code);
  const { modules, missing } = loadModules([caseOfBytes(path, Buffer.from(text, "latin1"))]);
  const [lost] = missing;
  if (lost !== undefined) return wrong(`${lost.usedBy}: ${lost.problem}\n  ${lost.next}`);
  const troubles = modules.flatMap(troublesOf);
  if (troubles.length > 0) return wrong(troubles.slice(0, mostTold).join("\n"));
  const cases = modules.flatMap(({ reading }) => (reading.ok ? [reading.file.case] : []));
  return { view: viewOf(cases, basename(path)), text: cases.length === 1 ? text : `${text}${neverTheSame}` };
}

/** The same case and its modules once more; undefined where it cannot be read, or is wrong. */
export function casesOf(path: string): readonly DCase[] | undefined {
  const found = loadCase(path);
  if ("problem" in found) return undefined;
  const { modules, missing } = loadModules([found]);
  const cases = modules.flatMap(({ reading }) => (reading.ok ? [reading.file.case] : []));
  return missing.length > 0 || cases.length < modules.length ? undefined : cases;
}

function troublesOf({ name, source, reading }: LoadedCase): readonly string[] {
  if (reading.ok) return [];
  return reading.errors.map(({ message, span, help }) => {
    const place = span === undefined ? undefined : placeOf(source, span.start);
    const head = `${name}${place === undefined ? "" : `:${place.line}:${place.column}`}: ${message}`;
    return help === undefined ? head : `${head}\n  ${help}`;
  });
}

function wrong(next: string): Unprepared {
  const problem = { problem: "the D-Case is wrong", next };
  return { code: exitCode.doesNotCheck, problem, diagnostics: [], leftOut: [] };
}
