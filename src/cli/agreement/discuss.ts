/** `dscript discuss`: a question, an answer or a remark on a node of the case. */

import { exitCode } from "../../engine/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";
import { personOf, speak } from "./sign.ts";
import { scriptOf } from "./topic.ts";

export const acts = ["question", "objection", "proposal", "reply", "resolution"] as const;

export async function discuss(
  options: ParsedOptions,
  [name = "", node = "", text = ""]: readonly string[],
): Promise<number> {
  const act = options.value("act") ?? "question";
  const spoken = await scriptOf(options, name);
  if (typeof spoken === "number") return spoken;
  const { place, subject, bundle, topic } = spoken;
  const cases = (await subject.cases()) ?? [];
  if (!cases.some(({ nodes }) => nodes.some(({ label }) => label === node)))
    return refuseWords(`the case has no node ${node}`, "name it by its label, such as G1");
  const signer = await personOf(options, place);
  if (typeof signer === "number") return signer;
  const wanted = options.value("to");
  const meant =
    wanted === undefined
      ? undefined
      : [...topic.remarks, ...topic.answers].find(({ digest }) => digest.startsWith(wanted));
  if (wanted !== undefined && meant === undefined)
    return refuseWords(`nothing that was said begins with ${wanted}`, `dscript status ${name} lists it`);
  const said = await speak(
    options,
    place,
    { key: signer.key, who: signer.person.id },
    {
      kind: "discussion",
      subject: { name: subject.path, sha256: bundle },
      fields: { node, act, text, to: meant?.digest },
    },
  );
  if (typeof said === "number") return said;
  write(
    1,
    options.has("json")
      ? `${JSON.stringify({ entry: said.entry })}\n`
      : language().text(`entry ${said.entry}: it is in the log\n`),
  );
  return exitCode.ok;
}
