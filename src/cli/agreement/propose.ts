/** `dscript propose`: puts a script, as it stands and in its case, before those who must agree. */

import { rulesText } from "../../consent/index.ts";
import { exitCode } from "../../engine/index.ts";
import { hashText } from "../../gate/index.ts";
import { language } from "../language.ts";
import { logKeyOf } from "../log/said.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { keepContents } from "./contents.ts";
import { boundsOf } from "./scope.ts";
import { personOf, speak } from "./sign.ts";
import { caseValues, scriptOf } from "./topic.ts";
import { proposalText } from "./view.ts";

export async function propose(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const spoken = await scriptOf(options, name);
  if (typeof spoken === "number") return spoken;
  const values = await caseValues(spoken);
  const bounds = boundsOf(options, values);
  if (typeof bounds === "number") return bounds;
  const { place, subject, bundle, facts, tierName } = spoken;
  const signer = await personOf(options, place);
  if (typeof signer === "number") return signer;
  // Nothing is kept beside a log that takes nothing.
  const logKey = logKeyOf(place.log, options);
  if (typeof logKey === "number") return logKey;
  const kept = await keepContents(place.log, subject);
  if (typeof kept === "number") return kept;
  const authors = options.values("author");
  const appended = await speak(
    options,
    place,
    { key: signer.key, who: signer.person.id },
    {
      kind: "proposal",
      subject: { name: subject.path, sha256: bundle },
      fields: {
        ...{ script: subject.path, bundle, case: facts?.digest, tier: tierName, files: kept },
        nodes: facts?.nodes.map(({ uid, label, hash }) => ({ uid, label, hash })),
        authors: authors.length === 0 ? undefined : authors,
        policy: hashText(rulesText(place.policy, tierName)),
        scope: bounds.scope as never,
        ...{ notBefore: bounds.notBefore, expires: bounds.expires, says: options.value("says") },
      },
    },
  );
  if (typeof appended === "number") return appended;
  const again = await scriptOf(options, name);
  if (typeof again === "number") return again;
  const proposal = again.topic.proposals.find(({ entry }) => entry === appended.entry);
  if (options.has("json"))
    write(1, `${JSON.stringify({ entry: appended.entry, proposal: proposal?.digest, bundle })}\n`);
  else if (proposal !== undefined) write(1, language().text(proposalText(again, proposal)));
  return exitCode.ok;
}
