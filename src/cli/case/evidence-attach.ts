/** `dscript case evidence attach NODE CASE`: adds a result that was made elsewhere, or that a person states. */

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Json, type Subject, sourceOf, statementOf } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { codeOf } from "../../logs/index.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { userName } from "../surroundings.ts";
import { sha256Of, subjectFor } from "./bundle-digests.ts";
import { nodeNamed, openCase, tellOf, textOf } from "./case-file.ts";
import { type CaseNode, keep, kindOf, namedValues, statementFor } from "./evidence-made.ts";

const how = "dscript case evidence attach Sn1 NAME.dcase.yaml --by review --result passed --says TEXT";

export async function attachEvidence(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [label, path, ...more] = operands;
  if (label === undefined || path === undefined || more.length > 0)
    return refuseWords("attach needs a node and a case", how);
  const [file, result] = [options.value("statement"), options.value("result")];
  if ((file === undefined) === (result === undefined))
    return refuseWords("attach needs either --statement or --result", how);
  const opened = openCase(path, options, !options.has("file"));
  if (typeof opened === "number") return opened;
  const node = nodeNamed(opened, label);
  if (typeof node === "number") return node;
  if (file !== undefined) {
    const found = statementIn(file, node);
    return typeof found === "number" ? found : keep(opened, node, options, found);
  }
  const [figures, parameters] = [namedValues(options.values("figures")), namedValues(options.values("param"))];
  if (typeof figures === "string")
    return refuseWords(`--figures ${figures} names no value`, "write it as --figures NAME=VALUE");
  if (typeof parameters === "string")
    return refuseWords(`--param ${parameters} names no value`, "write it as --param NAME=VALUE");
  const document = documentOf(options.value("document"));
  if (typeof document === "number") return document;
  const of = options.value("of") ?? node.evidence?.of ?? document?.name;
  const says = options.value("says");
  const own = await subjectFor(node, path);
  const made = statementFor(
    node,
    kindOf(options, node, document === undefined ? "review" : "document"),
    document === undefined ? [own] : [document, own],
    {
      ...(of === undefined ? {} : { of }),
      result: result === "passed" ? "passed" : "failed",
      ...{ figures, parameters, who: options.value("who") ?? userName() },
      ...(says === undefined ? {} : { says }),
    },
  );
  return keep(opened, node, options, made);
}

/** A document by the digest of its bytes; a number is an exit code. */
function documentOf(file: string | undefined): Subject | undefined | number {
  if (file === undefined) return undefined;
  try {
    return { name: basename(file), digest: { sha256: sha256Of(readFileSync(file)) } };
  } catch (thrown) {
    return refuseWords(`${file} cannot be read: ${codeOf(thrown)}`, "name the document itself, a file");
  }
}

/** The statement of a file, as it stands there, for the node alone; of several lines the last one. */
function statementIn(
  file: string,
  { uid, label, text, evidence }: CaseNode,
): { readonly [name: string]: unknown } | number {
  const content = textOf(file, "name a file with a statement in the form of in-toto");
  if (typeof content === "number") return content;
  const value = parsed(content) ?? parsed(content.trimEnd().split("\n").at(-1) ?? "");
  const reading = value === undefined ? undefined : statementOf(value);
  if (reading?.ok !== true) {
    tellOf(file, reading === undefined ? "it is not JSON" : reading.problem, "see docs/case/evidence.md for the form");
    return exitCode.refused;
  }
  const by = sourceOf(reading.statement);
  if (evidence !== undefined && by !== evidence.by) {
    tellOf(file, `it is a result of the kind ${by}, and ${label} asks for ${evidence.by}`, "attach it to another node");
    return exitCode.refused;
  }
  // What is not known here belongs to whoever made it, and stays.
  const fields = value as { readonly predicate: { readonly [name: string]: Json } };
  return { ...fields, predicate: { ...fields.predicate, nodes: [{ uid, label, text }] } };
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}
