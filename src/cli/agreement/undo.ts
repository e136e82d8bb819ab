/** `dscript withdraw`, `revoke` and `overrule`: what takes back what was said. */

import { mayRevoke, othersMay, type Person, type Policy, seatsOf, type Undoing } from "../../consent/index.ts";
import { exitCode } from "../../engine/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { personOf, speak } from "./sign.ts";
import { scriptOf } from "./topic.ts";

export async function takeBack(
  kind: Undoing["kind"],
  options: ParsedOptions,
  [name = "", wanted = ""]: readonly string[],
): Promise<number> {
  const reason = options.value("reason");
  if (reason === undefined) return refuseWords("whoever takes something back says why", "--reason TEXT");
  const spoken = await scriptOf(options, name);
  if (typeof spoken === "number") return spoken;
  const signer = await personOf(options, spoken.place);
  if (typeof signer === "number") return signer;
  const { topic, bundle, place } = spoken;
  const all = [...topic.proposals, ...topic.answers].filter(
    ({ digest }) => wanted.length >= 4 && digest.startsWith(wanted),
  );
  const [meant, other] = all;
  if (meant === undefined)
    return refuseWords(`nothing that was said of ${name} begins with ${wanted}`, `dscript status ${name} lists it`);
  if (other !== undefined) return refuseWords(`${all.length} statements begin with ${wanted}`, "write more of it");
  if (kind === "withdrawal" && meant.who !== signer.person.id)
    return refuseWords(`${meant.who} alone can withdraw that`, "dscript revoke and dscript overrule are for others");
  const isOwn = kind !== "overruling" && meant.who === signer.person.id;
  if (!isOwn && !othersMay(kind, meant))
    return kind === "overruling"
      ? refuseWords("an objection alone can be overruled", "dscript withdraw and dscript revoke take back the rest")
      : refuseWords(
          `${meant.who} has neither agreed there nor proposed it: nobody else revokes that`,
          "an objection can be overruled: dscript overrule",
        );
  const mayNot = isOwn ? undefined : roleTrouble(kind, signer.person, place.policy);
  if (mayNot !== undefined) return refuseWords(...mayNot);
  const said = await speak(
    options,
    place,
    { key: signer.key, who: signer.person.id },
    {
      kind,
      subject: { name: spoken.subject.path, sha256: bundle },
      fields: { of: meant.digest, reason, ...(kind === "withdrawal" ? { became: options.value("became") } : {}) },
    },
  );
  if (typeof said === "number") return said;
  if (options.has("json")) write(1, `${JSON.stringify({ entry: said.entry, of: meant.digest })}\n`);
  else
    write(
      1,
      language().text(
        kind === "overruling"
          ? `entry ${said.entry}: it counts once enough have overruled it\n`
          : `entry ${said.entry}: that is taken back\n`,
      ),
    );
  return exitCode.ok;
}

/** Why this would count for nothing of somebody without such a role, with the next step. */
function roleTrouble(
  kind: Undoing["kind"],
  person: Person,
  policy: Policy,
): readonly [what: string, help: string] | undefined {
  if (kind === "overruling") {
    const seats = seatsOf(policy.overrule, [person]);
    if (seats.some(({ by }) => by !== undefined)) return undefined;
    if (seats.length === 0)
      return ["the policy lets nobody overrule an objection", "ask whoever said it to withdraw it"];
    return ["no role of yours overrules an objection under this policy", askFor(seats.map(({ role }) => role))];
  }
  if (mayRevoke(person, policy)) return undefined;
  if (policy.revoke.length === 0)
    return ["the policy lets nobody revoke what others have said", "ask whoever said it to withdraw it"];
  return ["no role of yours revokes what others have said under this policy", askFor(policy.revoke)];
}

function askFor(roles: readonly string[]): string {
  return `ask somebody of these roles: ${[...new Set(roles)].map(safe).join(", ")}`;
}
