/** `dscript people`: who is who, with which roles and keys; signed by the roots' keys. */

import { createHash } from "node:crypto";
import type { Person } from "../../consent/index.ts";
import { exitCode } from "../../engine/index.ts";
import { keyOfSpki } from "../../ledger/index.ts";
import { language, refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { safe } from "../runs/words.ts";
import { write } from "../terminal.ts";
import { type Place, placeFor } from "./place.ts";
import { signerOf, speak } from "./sign.ts";

export async function listPeople(options: ParsedOptions): Promise<number> {
  const place = await placeFor(options);
  if (typeof place === "number") return place;
  const people = Object.values(place.core.people);
  if (options.has("json")) {
    for (const person of people) write(1, `${JSON.stringify(person)}\n`);
    return exitCode.ok;
  }
  const { text } = language();
  if (people.length === 0)
    write(1, text("nobody is named yet\n  dscript people add ID --name NAME --role ROLE --public-key KEY\n"));
  const widest = Math.max(0, ...people.map(({ id }) => id.length));
  for (const { id, name, roles, keys } of people) {
    const shown = keys.map((key) => `${key.id.slice(0, 12)}${key.retiredAt === undefined ? "" : text(" (retired)")}`);
    write(
      1,
      `${safe(id).padEnd(widest)}  ${safe(name)}  ${roles.map(safe).join(", ") || "-"}  ${shown.join(" ") || "-"}\n`,
    );
  }
  return exitCode.ok;
}

/** Names a person, or says anew what they are: roles and keys that are given stand in for those before. */
export async function namePerson(options: ParsedOptions, [id = ""]: readonly string[]): Promise<number> {
  const place = await placeFor(options);
  if (typeof place === "number") return place;
  const before = place.core.people[id];
  const name = options.value("name") ?? before?.name;
  if (name === undefined) return refuseWords(`${id} has no name yet`, "--name NAME");
  const given = options.values("public-key");
  const wrong = given.find((key) => keyOfSpki(Buffer.from(key, "base64")) === undefined);
  if (wrong !== undefined)
    return refuseWords(
      `${JSON.stringify(wrong.slice(0, 80))} is no public key`,
      "dscript log key FILE shows it as it makes the key",
    );
  const roles = options.values("role").length > 0 ? options.values("role") : (before?.roles ?? []);
  const keys = given.length > 0 ? given : spkisOf(before, false);
  const retire = options.values("retire");
  const known = [...spkisOf(before, true), ...spkisOf(before, false)];
  const retired = known.filter(
    (spki) => retire.some((start) => idOf(spki).startsWith(start)) || spkisOf(before, true).includes(spki),
  );
  const missing = retire.find((start) => !known.some((spki) => idOf(spki).startsWith(start)));
  if (missing !== undefined) return refuseWords(`no key of ${id} begins with ${missing}`, "dscript people lists them");
  return sayPerson(options, place, { id, name, roles, keys: keys.filter((spki) => !retired.includes(spki)), retired });
}

/** Of somebody who has left: no roles, and no keys that count from now on. */
export async function removePerson(options: ParsedOptions, [id = ""]: readonly string[]): Promise<number> {
  const place = await placeFor(options);
  if (typeof place === "number") return place;
  const before = place.core.people[id];
  if (before === undefined) return refuseWords(`nobody is called ${id} here`, "dscript people lists them");
  return sayPerson(options, place, { id, name: before.name, roles: [], keys: [], retired: [] });
}

interface Fields {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly keys: readonly string[];
  readonly retired: readonly string[];
}

async function sayPerson(options: ParsedOptions, place: Place, fields: Fields): Promise<number> {
  const signer = await signerOf(options, place);
  if (typeof signer === "number") return signer;
  const spki = Buffer.from(signer.key.spki).toString("base64");
  if (!place.policy.roots.keys.includes(spki))
    return refuseWords(
      `the key ${signer.key.keyid.slice(0, 12)} is none of the policy's roots`,
      "people are named by whoever holds a root key",
    );
  const { id, name, roles, keys, retired } = fields;
  const said = await speak(
    options,
    place,
    { key: signer.key, who: signer.person?.id ?? "root" },
    {
      kind: "person",
      subject: { name: id, sha256: createHash("sha256").update(id).digest("hex") },
      fields: {
        id,
        name,
        roles: [...roles],
        keys: [...keys],
        retired: retired.length === 0 ? undefined : [...retired],
      },
    },
  );
  if (typeof said === "number") return said;
  const after = await placeFor(options);
  if (typeof after === "number") return after;
  const problem = after.passedOver.find(({ entry }) => entry === said.entry);
  if (options.has("json"))
    write(1, `${JSON.stringify({ entry: said.entry, ...(problem === undefined ? {} : { waits: problem.why }) })}\n`);
  else
    write(
      1,
      language().text(
        problem === undefined
          ? `entry ${said.entry}: ${safe(id)} is ${safe(name)}, ${roles.join(", ") || "without a role"}\n`
          : `entry ${said.entry}: ${problem.why}\n`,
      ),
    );
  return exitCode.ok;
}

function spkisOf(person: Person | undefined, isRetired: boolean): readonly string[] {
  return (person?.keys ?? []).flatMap(({ spki, retiredAt }) => ((retiredAt !== undefined) === isRetired ? [spki] : []));
}

function idOf(spki: string): string {
  return createHash("sha256").update(Buffer.from(spki, "base64")).digest("hex");
}
