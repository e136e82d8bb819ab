/** Loading the D-Case of a script, for whoever checks the script. */

import { basename } from "node:path";
import type { ArgumentView } from "../../records/index.ts";
import { createSource, placeOf } from "../../text/index.ts";
import { exitCode } from "../exit-code.ts";
import type { Unprepared } from "../unprepared.ts";
import type { CaseName } from "./name.ts";
import { readCase } from "./read.ts";
import { caseText, unreadableCase } from "./text.ts";
import { viewOf } from "./view.ts";

export interface LoadedCase {
  readonly view: ArgumentView;
  readonly text: string;
}

export function loadCase(named: CaseName): LoadedCase | Unprepared {
  const { path } = named;
  const text = caseText(path);
  if (typeof text !== "string") return unreadableCase(named, text.code);
  const reading = readCase(text, basename(path));
  if (reading.ok) return { view: viewOf(reading.file.case, basename(path)), text };
  const source = createSource(path, text);
  const next = reading.errors
    .slice(0, mostTold)
    .map(({ message, span, help }) => {
      const place = span === undefined ? undefined : placeOf(source, span.start);
      const head = `${path}${place === undefined ? "" : `:${place.line}:${place.column}`}: ${message}`;
      return help === undefined ? head : `${head}\n  ${help}`;
    })
    .join("\n");
  return {
    code: exitCode.doesNotCheck,
    problem: { problem: "the D-Case is wrong", next },
    diagnostics: [],
    leftOut: [],
  };
}

const mostTold = 20;
