/** `dscript status`: what is agreed on of a script as it stands, and who must still speak. */

import { exitCode } from "../../engine/index.ts";
import { language } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { evidenceJson, evidenceOf, evidenceText } from "./grounds.ts";
import { talkText } from "./talk.ts";
import { scriptOf } from "./topic.ts";
import { consentOf, proposalText } from "./view.ts";

/** 0 where something is agreed on, else 1. */
export async function status(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const spoken = await scriptOf(options, name);
  if (typeof spoken === "number") return spoken;
  const { topic, bundle, tierName, subject } = spoken;
  const all = topic.proposals.map((proposal) => consentOf(spoken, proposal));
  const isAgreed = all.some(({ reasons }) => reasons.length === 0);
  const evidence = await evidenceOf(spoken);
  if (options.has("json")) {
    const proposals = all.map(({ proposal, seats, reasons, standing, ends }) => ({
      ...proposal,
      seats,
      reasons,
      blocks: standing.blocks,
      ends,
    }));
    write(
      1,
      `${JSON.stringify({ script: subject.path, bundle, tier: tierName, agreed: isAgreed, proposals, evidence: evidenceJson(evidence), remarks: topic.remarks })}\n`,
    );
    return isAgreed ? exitCode.ok : exitCode.answerFalse;
  }
  const { text } = language();
  if (all.length === 0)
    write(1, text(`nobody has proposed ${safe(name)} as it stands\n  dscript propose ${safe(name)}\n`));
  for (const { proposal, reasons } of all) {
    write(1, text(proposalText(spoken, proposal)));
    write(
      1,
      text(
        reasons.length === 0
          ? "  agreed on\n"
          : `  not agreed on: ${reasons.map(({ message }) => safe(message)).join("; ")}\n`,
      ),
    );
  }
  if (all.length > 0) write(1, text(evidenceText(evidence)));
  write(1, talkText(spoken, text));
  return isAgreed ? exitCode.ok : exitCode.answerFalse;
}
