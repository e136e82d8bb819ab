// A team in a folder of its own: a log, a policy, four people, and a gate that is asked in this very process.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";
import { predicateTypeOf, type StatementKind, sealed } from "../../../src/agreement/index.ts";
import type { Json } from "../../../src/assurance/index.ts";
import { present } from "../../../src/cli/present.ts";
import { rulesText } from "../../../src/consent/index.ts";
import { type GateAnswer, type GateSubject, isUnprepared, lookAhead } from "../../../src/engine/index.ts";
import {
  bringUpToDate,
  bundleFacts,
  hashText,
  Memory,
  type OpenGate,
  type OpenRequest,
  openGate,
  parsePolicy,
  readPolicyFile,
} from "../../../src/gate/index.ts";
import {
  appendTo,
  createKeyFile,
  createLog,
  isProblem,
  readKeyFile,
  type SigningKey,
} from "../../../src/ledger/index.ts";

/** Monday, a morning: what is said is said then, and what is asked an hour later. */
export const said = Date.parse("2027-04-05T08:00:00Z");
export const hour = 3_600_000;
export const now = said + hour;

let spoken = said;

/** From here on things are said a minute ago: for a gate in another process, whose clock is the system's. */
export function speakNow(): void {
  spoken = Date.now() - 60_000;
}

const folders: string[] = [];
const home = process.cwd();

afterEach(() => {
  process.chdir(home);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dscript-gate-"));
  folders.push(folder);
  return folder;
}

/** What is there, or the problem as an error. */
export function must<T extends object | undefined>(value: T): Exclude<T, { readonly help: string }> {
  if (value !== undefined && "help" in value && "message" in value) throw new Error(String(value.message));
  return value as Exclude<T, { readonly help: string }>;
}

export interface Team {
  readonly folder: string;
  readonly log: string;
  readonly policy: string;
  /** Of root, ann (operator), ben (developer), cy (operator) and eve (a witness, and in no role else). */
  readonly keys: Readonly<Record<"root" | "ann" | "ben" | "cy" | "eve" | "stranger", SigningKey>>;
  readonly memory: string;
}

export type Content = { readonly [key: string]: Json };

export const roles: Readonly<Record<string, readonly string[]>> = {
  ann: ["operator"],
  ben: ["developer"],
  cy: ["operator"],
  eve: ["machine"],
};

/** A policy that asks one operator; `more` stands in for its keys. */
export function policyContent(root: SigningKey, more: Content = {}): Content {
  return {
    version: 1,
    mode: "enforce",
    roots: { keys: [spkiOf(root)], threshold: 1 },
    log: { folder: "agreement" },
    tiers: { T0: {}, T1: { agree: { operator: 1 } } },
    otherwise: "T1",
    memory: "memory",
    ...more,
  };
}

export function spkiOf(key: SigningKey): string {
  return Buffer.from(key.spki).toString("base64");
}

export async function newTeam(more: Content = {}): Promise<Team> {
  const folder = newFolder();
  const log = join(folder, "agreement");
  must(createLog(log, { origin: "example.org/a" }));
  const names = ["root", "ann", "ben", "cy", "eve", "stranger"] as const;
  const keys = Object.fromEntries(names.map((name) => [name, keyIn(folder, name)])) as Team["keys"];
  const team = { folder, log, keys, policy: join(folder, "policy.yaml"), memory: join(folder, "memory") };
  // What a gate keeps by itself belongs to the team as well, not to whoever runs the tests.
  process.env["XDG_STATE_HOME"] = join(folder, "state");
  await layPolicy(team, policyContent(keys.root, more));
  for (const [id, own] of Object.entries(roles)) await name(team, id, own, [keys[id as "ann"]]);
  write(team, "clean.dscript", 'rm "-f" "/nowhere/a"\n');
  return team;
}

export function keyIn(folder: string, name: string): SigningKey {
  return must(createKeyFile(join(folder, `${name}.pem`), undefined));
}

export function write(team: Pick<Team, "folder">, name: string, text: string): string {
  const path = join(team.folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o644);
  return path;
}

/** Writes a policy and lets the root sign it. */
export async function layPolicy(team: Team, content: Content, signers = [team.keys.root]): Promise<void> {
  const text = JSON.stringify(content);
  write(team, "policy.yaml", text);
  for (const key of signers)
    await say(team, "policy", key, { policy: content, who: "root" }, { name: "policy", sha256: hashText(text) });
}

export async function name(
  team: Team,
  id: string,
  own: readonly string[],
  keys: readonly SigningKey[],
  retired: readonly SigningKey[] = [],
): Promise<void> {
  await say(
    team,
    "person",
    team.keys.root,
    {
      ...{ who: "root", id, name: id.toUpperCase(), roles: [...own], keys: keys.map(spkiOf) },
      ...(retired.length === 0 ? {} : { retired: retired.map(spkiOf) }),
    },
    { name: id, sha256: hashText(id) },
  );
}

/** Says something in the log; the value is the digest of what was said. `time` stands among the fields, or it is `said`. */
export async function say(
  team: Pick<Team, "log">,
  kind: Exclude<StatementKind, "evidence">,
  key: SigningKey,
  fields: Content,
  subject: { readonly name: string; readonly sha256: string },
): Promise<string> {
  return put(team, key, {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ name: subject.name, digest: { sha256: subject.sha256 } }],
    predicateType: predicateTypeOf(kind),
    predicate: { time: new Date(spoken).toISOString(), ...fields },
  });
}

/** Appends a statement, signed. */
export async function put(team: Pick<Team, "log">, key: SigningKey, statement: Json): Promise<string> {
  const envelope = sealed(statement, key);
  await putBytes(team, envelope);
  const { payload } = JSON.parse(envelope) as { payload: string };
  return hashText(Buffer.from(payload, "base64").toString("utf8"));
}

export async function putBytes({ log }: Pick<Team, "log">, envelope: string): Promise<void> {
  const logKey = must(readKeyFile(join(log, "key.pem"), undefined));
  const appended = await appendTo(log, logKey, () => [new Uint8Array(Buffer.from(envelope))]);
  if (isProblem(appended)) throw new Error(appended.message);
}

export interface Looking {
  readonly script?: string;
  readonly words?: readonly string[];
  readonly defines?: ReadonlyMap<string, string>;
}

/** What a run would be, from its name. */
export async function look(
  team: Pick<Team, "folder">,
  { script = "clean.dscript", words = [], defines }: Looking = {},
): Promise<GateSubject> {
  const ahead = await lookAhead({
    ...{ name: join(team.folder, script), strict: false, commandList: undefined, isDrawn: true },
    ...{ defines: defines ?? new Map(), arguments: words, present, caseFile: undefined },
  });
  if (isUnprepared(ahead))
    throw new Error(ahead.problem?.problem ?? ahead.diagnostics.map((each) => each.message).join());
  return ahead.subject;
}

/** What was proposed: its digest, and that of the bundle. */
export interface Proposed {
  readonly digest: string;
  readonly bundle: string;
  readonly path: string;
}

/** ben proposes a script as it stands. */
export async function propose(
  team: Team,
  looking: Looking = {},
  more: Content = {},
  key = team.keys.ben,
  tier = "T1",
): Promise<Proposed> {
  const subject = await look(team, looking);
  const facts = await bundleFacts(subject, new Memory(join(team.folder, "people")));
  if ("code" in facts) throw new Error(facts.message);
  const read = await parsePolicy(must(readPolicyFile(team.policy, [process.geteuid?.() ?? 0])));
  if (!("policy" in read)) throw new Error(read.map(({ message }) => message).join());
  const digest = await say(
    team,
    "proposal",
    key,
    {
      ...{ who: "ben", script: subject.path, bundle: facts.digest, tier, files: facts.files },
      ...{ policy: hashText(rulesText(read.policy, tier)), ...more },
    },
    { name: subject.path, sha256: facts.digest },
  );
  return { digest, bundle: facts.digest, path: subject.path };
}

/** Whoever has the key answers a proposal: ann agrees. */
export async function answer(
  team: Team,
  to: Proposed,
  more: Content = {},
  {
    kind = "agreement",
    key = team.keys.ann,
  }: { readonly kind?: Exclude<StatementKind, "evidence">; readonly key?: SigningKey } = {},
): Promise<string> {
  const fields = { who: "ann", bundle: to.bundle, proposal: to.digest, ...more };
  return say(team, kind, key, fields, { name: to.path, sha256: to.bundle });
}

/** Takes something back, or overrules it. */
export async function undo(
  team: Team,
  to: Proposed,
  kind: "withdrawal" | "overruling" | "revocation",
  of: string,
  who: "ann" | "ben" | "cy",
): Promise<string> {
  return say(team, kind, team.keys[who], { who, of, reason: "r" }, { name: to.path, sha256: to.bundle });
}

/** A team whose script is agreed on. */
export async function agreedTeam(more: Content = {}, scope?: Content): Promise<Team & { readonly proposed: Proposed }> {
  const team = await newTeam(more);
  const proposed = await propose(team, {}, scope === undefined ? {} : { scope });
  await answer(team, proposed);
  return { ...team, proposed };
}

/** A gate at `now`, on host web1, started cleanly; `more` stands in for parts of that. */
export async function open(team: Pick<Team, "policy" | "folder">, more: Partial<OpenRequest> = {}): Promise<OpenGate> {
  const gate = await openGate({
    ...{ gate: undefined, policy: team.policy, environment: {}, engine: "0.1.0", host: "web1" },
    ...{ shipped: join(home, "packages"), hostPolicy: join(team.folder, "none.yaml"), clock: () => now },
    launch: { options: [], environment: {}, inspector: undefined },
    ...more,
  });
  if (gate === undefined) throw new Error("there is no gate");
  if ("problem" in gate) throw new Error(gate.problem);
  return gate;
}

/** Asks ahead of a run; `subject` stands in for parts of what is asked. */
export async function ask(
  team: Pick<Team, "policy" | "folder">,
  {
    looking = {},
    subject = {},
    ...more
  }: Partial<OpenRequest> & { readonly looking?: Looking; readonly subject?: Partial<GateSubject> } = {},
): Promise<GateAnswer> {
  const gate = await open(team, more);
  return gate.ask({ ...(await look(team, looking)), ...subject });
}

/** What was decided, in a line: "allowed", or the codes of a refusal. */
export function verdict({ allowed, reasons }: GateAnswer): string {
  return [...(allowed ? ["allowed"] : []), ...new Set(reasons.map(({ code }) => code))].join(" ");
}

/** What does not count of the log, with why. */
export function passedOver(team: Team): readonly string[] {
  const memory = new Memory(join(team.folder, "other"));
  const brought = bringUpToDate(team.log, memory, memory.seen(), []);
  return "code" in brought ? [brought.message] : brought.passedOver.map(({ why }) => why);
}
