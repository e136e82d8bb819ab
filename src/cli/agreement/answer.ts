/** `dscript agree`, `object`, `hold` and `abstain`: what a person says to a proposal, once they have seen what it is. */

import type { Json } from "../../assurance/index.ts";
import type { AnswerKind } from "../../consent/index.ts";
import { isAuthor } from "../../consent/index.ts";
import { exitCode } from "../../engine/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import { logKeyOf } from "../log/said.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { saysYes } from "./ask.ts";
import { evidenceOf, evidenceText } from "./grounds.ts";
import { boundsOf } from "./scope.ts";
import { personOf, speak } from "./sign.ts";
import { sinceLast } from "./since.ts";
import { caseValues, proposalIn, scriptOf } from "./topic.ts";
import { consentOf, proposalText } from "./view.ts";

export async function answer(
  kind: AnswerKind,
  options: ParsedOptions,
  [name = "", wanted]: readonly string[],
): Promise<number> {
  const reason = options.value("reason");
  if ((kind === "objection" || kind === "hold") && reason === undefined)
    return refuseWords("whoever stops others says why", "--reason TEXT");
  const spoken = await scriptOf(options, name);
  if (typeof spoken === "number") return spoken;
  const bounds = kind === "agreement" ? boundsOf(options, await caseValues(spoken)) : undefined;
  if (typeof bounds === "number") return bounds;
  const signer = await personOf(options, spoken.place);
  if (typeof signer === "number") return signer;
  const proposal = proposalIn(spoken, wanted);
  if (typeof proposal === "number") return proposal;
  const who = signer.person.id;
  if (kind === "agreement" && isAuthor(proposal, who))
    return refuseWords("nobody approves the own change", "ask somebody else: dscript status shows who could");
  const { facts, subject, place, bundle } = spoken;
  if (kind === "agreement" && proposal.case !== facts?.digest)
    return refuseWords(
      "the case has changed since it was proposed",
      `propose it anew: dscript propose ${subject.name}`,
    );
  // Nobody is asked for what the log would not take.
  const logKey = logKeyOf(place.log, options);
  if (typeof logKey === "number") return logKey;
  if (!options.has("json")) {
    write(1, language().text(proposalText(spoken, proposal)));
    write(1, language().text(evidenceText(await evidenceOf(spoken))));
    write(1, language().text(sinceLast(spoken, proposal, who)));
  }
  const yes = saysYes(options, questions[kind]);
  if (typeof yes === "number") return yes;
  if (!yes) {
    tell("dscript: nothing was signed\n");
    return exitCode.answerFalse;
  }
  const until = options.value("until");
  const fields: Record<string, Json | undefined> =
    kind === "agreement"
      ? {
          bundle,
          case: facts?.digest,
          policy: proposal.policy,
          scope: bounds?.scope as never,
          notBefore: bounds?.notBefore,
          expires: bounds?.expires,
          says: options.value("says"),
        }
      : kind === "abstention"
        ? { bundle, says: options.value("says") }
        : { bundle, reason, ...(kind === "hold" ? { until } : { node: options.value("node") }) };
  const said = await speak(
    options,
    place,
    { key: signer.key, who },
    {
      kind,
      subject: { name: proposal.script, sha256: bundle },
      fields: { ...fields, proposal: proposal.digest },
    },
  );
  if (typeof said === "number") return said;
  const after = await scriptOf(options, name);
  if (typeof after === "number") return after;
  const { reasons } = consentOf(after, proposal);
  if (options.has("json"))
    write(
      1,
      `${JSON.stringify({ entry: said.entry, proposal: proposal.digest, agreed: reasons.length === 0, reasons })}\n`,
    );
  else
    write(
      1,
      language().text(
        reasons.length === 0
          ? `entry ${said.entry}: it is agreed on\n`
          : `entry ${said.entry}: ${reasons[0]?.message ?? ""}\n`,
      ),
    );
  return exitCode.ok;
}

const questions: Readonly<Record<AnswerKind, string>> = {
  agreement: "Do you agree to that?",
  objection: "Do you object to that?",
  hold: "Do you hold that?",
  abstention: "Do you abstain from that?",
};
