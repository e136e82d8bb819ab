/** `dscript case evidence CASE`: every node with evidence, what it comes to, and how old that is. */

import { type DCase, type EvidenceStatus, interpolated, statusOf } from "../../assurance/index.ts";
import { exitCode } from "../../engine/index.ts";
import { durationText } from "../../records/index.ts";
import { displayWidth } from "../../text/index.ts";
import { columns } from "../inject/words.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { show, write } from "../terminal.ts";
import { momentOf } from "./as-of.ts";
import { bundleDigests } from "./bundle-digests.ts";
import { openCase } from "./case-file.ts";
import { readStatements, statementFiles } from "./statement-file.ts";

interface Row {
  readonly node: DCase["nodes"][number];
  readonly status: EvidenceStatus;
}

export async function listEvidence(options: ParsedOptions, operands: readonly string[]): Promise<number> {
  const [path, ...more] = operands;
  if (path === undefined || more.length > 0)
    return refuseWords("evidence needs one case", "dscript case evidence NAME.dcase.yaml");
  const now = momentOf(options);
  if (typeof now === "object") return refuseWords(now.problem, now.next);
  const opened = openCase(path, options);
  if (typeof opened === "number") return opened;
  const statements = readStatements(statementFiles(options.values("file"), path));
  if (typeof statements === "number") return statements;
  const digests = await bundleDigests(opened.case, path);
  const rows = opened.case.nodes.flatMap((node): readonly Row[] => {
    const { evidence } = node;
    if (evidence === undefined) return [];
    const bundleDigest = digests.get(evidence.subject ?? "");
    return [{ node, status: statusOf(evidence, statements, { now, bundleDigest, node }) }];
  });
  if (options.has("json")) for (const row of rows) write(1, `${jsonOf(row)}\n`);
  else show(1, tableOf(rows, opened.case, path));
  return rows.every(({ status }) => status.is === "passing") ? exitCode.ok : exitCode.testFailed;
}

function tableOf(rows: readonly Row[], whole: DCase, path: string): string {
  const say = (text: string): string => language().text(text);
  if (rows.length === 0) return `${say(`${path} names no evidence`)}\n`;
  const head = ["NODE", "STATUS", "AGE", "WHY", "TEXT"].map(say);
  const lines = rows.map(({ node, status: { is, age, says } }) => [
    ...[node.label, say(is), age === undefined ? "-" : durationText(age), say(says)],
    textOf(node, whole),
  ]);
  const helps = new Set(rows.flatMap(({ status }) => (status.help === undefined ? [] : [status.help])));
  const next = [...helps].map((help) => `  ${say(help)}\n`).join("");
  const passing = rows.filter(({ status }) => status.is === "passing").length;
  const counts = say(`${passing} of ${rows.length} nodes with evidence are as they should be`);
  return `${columns([head, ...lines], displayWidth)}\n${counts}\n${next}`;
}

/** In the reader's language, where the case has it. */
function textOf({ uid, text, translations }: Row["node"], whole: DCase): string {
  return interpolated(whole, uid, (translations?.[language().name] ?? text).split("\n")[0] ?? "");
}

function jsonOf({ node: { uid, label, evidence }, status: { is, says, help, age, statement } }: Row): string {
  return JSON.stringify({ uid, label, evidence, is, says, help, age, statement });
}
