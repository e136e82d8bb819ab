/** A result for one node of a case, as options and the node itself say it. */

import {
  type EvidenceSource,
  figureOf,
  type Json,
  type Predicate,
  type Statement,
  type Subject,
  statement,
  statementFileOf,
} from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { language } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { surroundings } from "../surroundings.ts";
import { show, write } from "../terminal.ts";
import type { nodeNamed, OpenCase } from "./case-file.ts";
import { addStatements } from "./statement-file.ts";

export type CaseNode = Exclude<ReturnType<typeof nodeNamed>, number>;

/** `NAME=VALUE`, each once; a word that is none is given back. */
export function namedValues(words: readonly string[]): { readonly [name: string]: Json } | string {
  const found = new Map<string, Json>();
  for (const word of words) {
    const figure = figureOf(word);
    if (figure === undefined) return word;
    found.set(figure[0], figure[1]);
  }
  return Object.fromEntries(found);
}

/** The kind that `--by` says, else the node's own. */
export function kindOf(options: ParsedOptions, { evidence }: CaseNode, otherwise: EvidenceSource): EvidenceSource {
  return (options.value("by") as EvidenceSource | undefined) ?? evidence?.by ?? otherwise;
}

/** The statement that a result for a node is; what the command said of its own parameters counts as those. */
export function statementFor(
  node: CaseNode,
  by: EvidenceSource,
  subject: readonly Subject[],
  made: Omit<Predicate, "environment" | "time" | "nodes">,
): Statement {
  const { uid, label, text, evidence } = node;
  const { figures } = made;
  const asked = Object.keys(evidence?.parameters ?? {}).filter((name) => Object.hasOwn(figures, name));
  const said = Object.fromEntries(
    asked.flatMap((name) => (figures[name] === undefined ? [] : [[name, figures[name]]])),
  );
  return statement(by, subject, {
    ...made,
    parameters: { ...said, ...made.parameters },
    environment: surroundings(),
    time: new Date().toISOString(),
    nodes: [{ uid, label, text }],
  });
}

/** Adds a result to the case's file of statements, and says so; the value is the exit code. */
export function keep(
  opened: OpenCase,
  node: CaseNode,
  options: ParsedOptions,
  made: Statement | { readonly [name: string]: unknown },
): number {
  const file = options.value("file") ?? statementFileOf(opened.path);
  if (!addStatements(file, [made])) return exitCode.output;
  if (options.has("json")) write(1, `${JSON.stringify({ file, uid: node.uid, label: node.label })}\n`);
  else show(1, `${language().text(`${file} has a result of ${node.label}`)}\n`);
  return exitCode.ok;
}
