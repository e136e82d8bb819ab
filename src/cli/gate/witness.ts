/** `dscript gate witness`: signs the results of a case's evidence into the log, so that the gate counts them. */

import { canonicalJson, type EvidenceStatus, type Json, type Statement, statusOf } from "../../assurance/index.ts";
import { hasRole } from "../../consent/index.ts";
import { exitCode } from "../../engine/index.ts";
import { hashText } from "../../gate/index.ts";
import { type Place, placeFor } from "../agreement/place.ts";
import { personOf, signAndAppend } from "../agreement/sign.ts";
import { bundleDigests } from "../case/bundle-digests.ts";
import { openCase } from "../case/case-file.ts";
import type { CaseNode } from "../case/evidence-made.ts";
import { readStatements, statementFiles } from "../case/statement-file.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";

/** A result of the file, and the node that it is of. */
interface Result {
  readonly statement: Statement;
  readonly node: CaseNode;
  readonly status: EvidenceStatus;
}

/** 0 where the newest result of each node is in the log now, 1 where one was refused. */
export async function witness(options: ParsedOptions, [path = ""]: readonly string[]): Promise<number> {
  const opened = openCase(path, options);
  if (typeof opened === "number") return opened;
  const statements = readStatements(statementFiles(options.values("file"), path));
  if (typeof statements === "number") return statements;
  const place = await placeFor(options, path);
  if (typeof place === "number") return place;
  const signer = await personOf(options, place);
  if (typeof signer === "number") return signer;
  const { witnesses } = place.policy;
  if (witnesses.length > 0 && !witnesses.some((role) => hasRole(signer.person, role)))
    return refuseWords(
      `evidence is witnessed by ${witnesses.join(", ")}, and ${safe(signer.person.id)} is ${signer.person.roles.join(", ") || "without a role"}`,
      "sign with the key of the machine that made it: --key FILE",
    );
  const digests = await bundleDigests(opened.case, path);
  const results = opened.case.nodes.flatMap((node) => resultsOf(node, statements, digests));
  const unsaid = results.filter(({ status }) => isWorth(status));
  const refused = opened.case.nodes.flatMap((node) => {
    const newest = results.findLast((each) => each.node === node);
    return newest === undefined || isWorth(newest.status) ? [] : [newest];
  });
  const signed = new Set<string>();
  let held = 0;
  for (const { statement, node } of unsaid) {
    // It was read from JSON.
    const value = statement as unknown as Json;
    const digest = digestOf(value);
    if (signed.has(digest)) continue;
    signed.add(digest);
    if (isHeld(place, statement, digest)) {
      held += 1;
      continue;
    }
    const said = await signAndAppend(options, place, value, signer.key);
    if (typeof said === "number") return said;
    tellOne(options, { node: node.label, entry: said.entry, result: statement.predicate.result });
  }
  for (const { node, status } of refused) tellOne(options, { node: node.label, refused: status.says });
  if (!options.has("json")) write(1, language().text(summary(signed.size - held, held, path)));
  return refused.length === 0 ? exitCode.ok : exitCode.answerFalse;
}

/** Failures too: what passes only now has to be looked at. */
function isWorth({ is }: EvidenceStatus): boolean {
  return is === "passing" || is === "failing";
}

function resultsOf(
  node: CaseNode,
  statements: readonly Statement[],
  digests: ReadonlyMap<string, string>,
): readonly Result[] {
  const { evidence } = node;
  if (evidence === undefined) return [];
  const settings = { now: Date.now(), bundleDigest: digests.get(evidence.subject ?? ""), node };
  return statements.flatMap((statement) => {
    const status = statusOf(evidence, [statement], settings);
    return status.is === "missing" ? [] : [{ statement, node, status }];
  });
}

/** Of the payload that is signed. */
function digestOf(value: Json): string {
  const canonical = canonicalJson(value);
  return hashText(canonical.ok ? canonical.text : "");
}

/** Whether somebody who may witness has signed it already. */
function isHeld({ memory, core, policy: { witnesses } }: Place, { subject }: Statement, digest: string): boolean {
  return memory.evidence(`digest:${subject[0]?.digest.sha256 ?? ""}`).some((each) => {
    const person = core.people[each.signer];
    const may = person !== undefined && (witnesses.length === 0 || witnesses.some((role) => hasRole(person, role)));
    return may && each.digest === digest;
  });
}

type Told = { readonly node: string } & (
  | { readonly entry: number; readonly result: string }
  | { readonly refused: string }
);

function tellOne(options: ParsedOptions, told: Told): void {
  const { text } = language();
  write(
    1,
    options.has("json")
      ? `${JSON.stringify(told)}\n`
      : "entry" in told
        ? text(`entry ${told.entry}: ${safe(told.node)} ${told.result}\n`)
        : `${safe(told.node)}  ${text("not signed")}: ${text(safe(told.refused))}\n`,
  );
}

function summary(signed: number, held: number, path: string): string {
  if (signed + held === 0) return `there is no result to sign beside ${safe(path)}\n`;
  return held === 0 ? `signed: ${signed}\n` : `signed: ${signed}; in the log already: ${held}\n`;
}
