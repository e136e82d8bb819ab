/** Signs what a person says, and appends it to the log. */

import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { predicateTypeOf, readEnvelope, type StatementKind, unsealed } from "../../agreement/index.ts";
import { canonicalJson, type Json } from "../../assurance/index.ts";
import { ownerOf, type Person } from "../../consent/index.ts";
import { agentKey, appendTo, isProblem, type LogProblem, openLog } from "../../ledger/index.ts";
import { refuseWords } from "../language.ts";
import { keyOf, logKeyOf, refuse } from "../log/said.ts";
import type { ParsedOptions } from "../options.ts";
import type { Place } from "./place.ts";

/** A key of a file, or of an ssh-agent: that one is asked. */
export interface PersonKey {
  readonly keyid: string;
  readonly spki: Uint8Array;
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array | LogProblem>;
}

export interface Signer {
  readonly key: PersonKey;
  /** Undefined where nobody of the log has this key. */
  readonly person: Person | undefined;
}

/** Whoever runs the command; a number is an exit code. */
export async function signerOf(options: ParsedOptions, { core }: Pick<Place, "core">): Promise<Signer | number> {
  const path = keyPath(options);
  if (path === undefined)
    return refuseWords(
      "no key says who you are",
      "dscript log key ~/.config/dscript/key.pem makes one; --key FILE names another, --key agent asks the ssh-agent",
    );
  const key = await personKey(path, options);
  if (typeof key === "number") return key;
  return { key, person: ownerOf(Object.values(core.people), key.keyid) };
}

async function personKey(named: string, options: ParsedOptions): Promise<PersonKey | number> {
  const [, wanted] = /^agent(?:$|:(.*)$)/s.exec(named) ?? [null, null];
  if (wanted === null) return keyOf(named, options, "passphrase-file");
  const key = await agentKey(process.env["SSH_AUTH_SOCK"], wanted ?? "");
  return isProblem(key) ? refuse(key) : key;
}

/** The person that signs; a number is an exit code. */
export async function personOf(
  options: ParsedOptions,
  place: Pick<Place, "core">,
): Promise<{ readonly key: PersonKey; readonly person: Person } | number> {
  const signer = await signerOf(options, place);
  if (typeof signer === "number") return signer;
  const { key, person } = signer;
  if (person !== undefined) return { key, person };
  return refuseWords(
    `the key ${key.keyid.slice(0, 12)} is nobody's here`,
    "let somebody with a root key add you: dscript people add ID --name NAME --public-key KEY",
  );
}

function keyPath(options: ParsedOptions): string | undefined {
  const named = options.value("key") ?? (process.env["DSCRIPT_KEY"] || undefined);
  if (named !== undefined) return named;
  const usual = join(homedir(), ".config", "dscript", "key.pem");
  return existsSync(usual) ? usual : undefined;
}

export interface Said {
  readonly kind: Exclude<StatementKind, "evidence">;
  readonly subject: { readonly name: string; readonly sha256: string };
  /** Without who and when. */
  readonly fields: Readonly<Record<string, Json | undefined>>;
}

export interface Spoken {
  readonly entry: number;
}

/** Appends it once it is signed; a number is an exit code. `who`: the person's id. */
export async function speak(
  options: ParsedOptions,
  place: Place,
  signer: { readonly key: PersonKey; readonly who: string },
  said: Said,
): Promise<Spoken | number> {
  const { kind, subject, fields } = said;
  const known = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Readonly<
    Record<string, Json>
  >;
  const statement = waitingLike(place, said.kind, known) ?? {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: subject.name, digest: { sha256: subject.sha256 } }],
    predicateType: predicateTypeOf(kind),
    predicate: { who: signer.who, time: new Date().toISOString(), ...known },
  };
  return signAndAppend(options, place, statement, signer.key);
}

/** What waits for more signatures and says the same: whoever signs next signs that. */
export function waitingLike(
  { core, log }: Pick<Place, "core" | "log">,
  kind: StatementKind,
  fields: Readonly<Record<string, Json>>,
): Json | undefined {
  const waiting = Object.values(core.pending).filter((each) => each.kind === kind);
  if (waiting.length === 0) return undefined;
  const opened = openLog(log);
  if (isProblem(opened)) return undefined;
  try {
    for (const { entry } of waiting) {
      const bytes = opened.entry(entry);
      const reading = isProblem(bytes) ? undefined : readEnvelope(bytes);
      if (reading?.ok !== true) continue;
      const { who: _, time: __, ...own } = reading.envelope.statement.predicate;
      if (canonical(own) === canonical(fields)) return reading.envelope.statement.value;
    }
    return undefined;
  } finally {
    opened.close();
  }
}

function canonical(value: Json): string {
  const found = canonicalJson(value);
  return found.ok ? found.text : "";
}

/** Appends a statement once it is signed; a number is an exit code. */
export async function signAndAppend(
  options: ParsedOptions,
  { log }: Pick<Place, "log">,
  statement: Json,
  key: PersonKey,
): Promise<Spoken | number> {
  const logKey = logKeyOf(log, options);
  if (typeof logKey === "number") return logKey;
  const { bytes, signedWith } = unsealed(statement);
  const signature = await key.sign(bytes);
  if (isProblem(signature)) return refuse(signature);
  const envelope = signedWith(key.keyid, signature);
  // What a log cannot be read with would stop everybody: it never gets there.
  const reading = readEnvelope(new Uint8Array(Buffer.from(envelope)));
  if (!reading.ok)
    return refuseWords(reading.trouble.message, reading.trouble.help ?? "docs/agreement/log.md has the fields");
  const appended = await appendTo(log, logKey, () => [new Uint8Array(Buffer.from(envelope))]);
  return isProblem(appended) ? refuse(appended) : { entry: appended.first };
}
