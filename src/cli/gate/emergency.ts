/** `dscript gate break-glass`, `review` and `refresh`: emergencies, their reviews, and a sign of life of the log. */

import { predicateTypeOf, readEnvelope } from "../../agreement/index.ts";
import type { Json } from "../../assurance/index.ts";
import { announceEmergency, exitCode } from "../../engine/index.ts";
import { hashBytes, hashText, isReviewed } from "../../gate/index.ts";
import { isProblem, openLog } from "../../ledger/index.ts";
import { durationText, readDuration } from "../../records/index.ts";
import { placeFor } from "../agreement/place.ts";
import { personOf, signAndAppend, speak } from "../agreement/sign.ts";
import { scriptOf } from "../agreement/topic.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";

/** Begins an emergency, or signs the one of this script that somebody else began. */
export async function breakGlass(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const reason = options.value("reason");
  const spoken = await scriptOf(options, name);
  if (typeof spoken === "number") return spoken;
  const { place, subject, bundle } = spoken;
  const { breakGlass: glass } = place.policy;
  if (glass === undefined)
    return refuseWords("the policy has no emergencies", "break_glass in the policy says who may begin one");
  const signer = await personOf(options, place);
  if (typeof signer === "number") return signer;
  if (!glass.roles.some((role) => role === "any" || signer.person.roles.includes(role)))
    return refuseWords(`an emergency is begun by ${glass.roles.join(", ")}`, "ask one of them");
  const now = Date.now();
  const open = place.core.emergencies.findLast((each) => each.bundle === bundle && now < Date.parse(each.until));
  const isSecond = open !== undefined && !open.signers.includes(signer.person.id);
  if (!isSecond && reason === undefined) return refuseWords("an emergency needs a reason", "--reason TEXT");
  const asked = options.value("for");
  const lasts = asked === undefined ? glass.lasts : readDuration(asked);
  if (lasts === undefined || lasts <= 0 || lasts > glass.lasts)
    return refuseWords(
      `--for takes a duration of at most ${durationText(glass.lasts)}, not ${JSON.stringify(asked)}`,
      "for example: --for 1h",
    );
  const statement: Json = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: subject.path, digest: { sha256: bundle } }],
    predicateType: predicateTypeOf("break-glass"),
    predicate: isSecond
      ? { who: open.who, time: open.time, bundle, script: open.script, reason: open.reason, until: open.until }
      : {
          who: signer.person.id,
          time: new Date(now).toISOString(),
          bundle,
          script: subject.path,
          reason: reason ?? "",
          until: new Date(now + lasts).toISOString(),
        },
  };
  const appended = await signAndAppend(options, place, statement, signer.key);
  if (typeof appended === "number") return appended;
  const after = await placeFor(options, name);
  if (typeof after === "number") return after;
  const made = after.core.emergencies.findLast((each) => each.bundle === bundle);
  const waits = glass.people - (made?.signers.length ?? 0);
  // It is in the log: whoever cannot be told changes nothing of that.
  if (waits <= 0 && made !== undefined)
    for (const failure of await announceEmergency({
      roles: glass.notify,
      text: language().text(
        `${safe(subject.path)} may run as an emergency until ${made.until}, signed by ${made.signers.join(", ")}: ${safe(made.reason)}`,
      ),
      script: subject.path,
      language: language(),
    }))
      tell(`dscript: ${failure}\n`);
  if (options.has("json"))
    write(
      1,
      `${JSON.stringify({ entry: appended.entry, emergency: made?.digest, until: made?.until, waits: Math.max(0, waits) })}\n`,
    );
  else
    write(
      1,
      language().text(
        waits > 0
          ? `entry ${appended.entry}: ${waits} more must sign it: dscript gate break-glass ${safe(name)}\n`
          : `entry ${appended.entry}: ${safe(name)} may run until ${made?.until ?? ""}; somebody else has to review it: dscript gate review ${made?.digest.slice(0, 12) ?? ""}\n`,
      ),
    );
  return exitCode.ok;
}

/** Lists what waits for a review, or reviews it: an emergency, or evidence that had failed. */
export async function review(options: ParsedOptions, [wanted]: readonly string[]): Promise<number> {
  const place = await placeFor(options);
  if (typeof place === "number") return place;
  const open = place.core.emergencies.filter((each) => !isReviewed(each, place.core));
  if (wanted === undefined) {
    for (const each of open)
      if (options.has("json")) write(1, `${JSON.stringify(each)}\n`);
      else
        write(
          1,
          `${each.digest.slice(0, 12)}  ${each.time.slice(0, 16)}  ${safe(each.script)}  ${each.signers.map(safe).join(", ")}: ${safe(each.reason)}\n`,
        );
    return open.length === 0 ? exitCode.ok : exitCode.answerFalse;
  }
  const reason = options.value("reason");
  if (reason === undefined) return refuseWords("a review says what was found", "--reason TEXT");
  const found = open.filter(({ digest }) => digest.startsWith(wanted));
  const entry = /^\d+$/.test(wanted) ? Number(wanted) : undefined;
  const [meant] = found;
  const of = meant?.digest ?? (entry === undefined ? undefined : digestOfEntry(place.log, entry));
  if (of === undefined || found.length > 1)
    return refuseWords(
      `nothing that waits for a review begins with ${wanted}`,
      "dscript gate review lists emergencies; evidence goes by its entry's number",
    );
  const signer = await personOf(options, place);
  if (typeof signer === "number") return signer;
  if (meant?.signers.includes(signer.person.id) === true)
    return refuseWords("somebody else has to review it", "ask a person who has not signed it");
  const said = await speak(
    options,
    place,
    { key: signer.key, who: signer.person.id },
    {
      kind: "change-review",
      subject: { name: meant?.script ?? "evidence", sha256: of },
      fields: { of, verdict: options.has("reject") ? "rejected" : "accepted", reason },
    },
  );
  if (typeof said === "number") return said;
  write(
    1,
    options.has("json")
      ? `${JSON.stringify({ entry: said.entry, of })}\n`
      : language().text(`entry ${said.entry}: it is reviewed\n`),
  );
  return exitCode.ok;
}

/** Signs the time, so that a quiet log stays fresh. */
export async function refresh(options: ParsedOptions): Promise<number> {
  const place = await placeFor(options);
  if (typeof place === "number") return place;
  const signer = await personOf(options, place);
  if (typeof signer === "number") return signer;
  const said = await speak(
    options,
    place,
    { key: signer.key, who: signer.person.id },
    {
      kind: "timestamp",
      subject: { name: "log", sha256: hashText(place.log) },
      fields: {},
    },
  );
  if (typeof said === "number") return said;
  write(
    1,
    options.has("json")
      ? `${JSON.stringify({ entry: said.entry })}\n`
      : language().text(`entry ${said.entry}: the log is fresh\n`),
  );
  return exitCode.ok;
}

/** The digest of an entry's payload, where it is evidence. */
function digestOfEntry(folder: string, entry: number): string | undefined {
  const log = openLog(folder);
  if (isProblem(log)) return undefined;
  try {
    const bytes = entry < log.checkpoint.size ? log.entry(entry) : undefined;
    const reading = bytes === undefined || isProblem(bytes) ? undefined : readEnvelope(bytes);
    if (reading?.ok !== true || reading.envelope.statement.kind !== "evidence") return undefined;
    return hashBytes(reading.envelope.payload);
  } finally {
    log.close();
  }
}
