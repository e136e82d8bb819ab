/** Keys that an ssh-agent holds: it signs, and the key stays with it (draft-miller-ssh-agent). An Ed25519 signature of its is a plain one. */

import { createHash } from "node:crypto";
import { createConnection } from "node:net";
import type { LogProblem } from "../problem.ts";
import { sha256Hex, spkiOf } from "./crypto.ts";

export interface AgentKey {
  /** As `SigningKey` has it. */
  readonly keyid: string;
  readonly spki: Uint8Array;
  readonly publicKey: Uint8Array;
  /** What its owner called it. */
  readonly comment: string;
  /** "SHA256:…", as ssh-add -l shows it. */
  readonly fingerprint: string;
  /** Asks the agent, which may ask its owner. */
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array | LogProblem>;
}

const [askForKeys, keysAnswer, askForSignature, signatureAnswer] = [11, 12, 13, 14];
/** An agent's owner may have to find a token, and touch it. */
const patience = 120_000;
const longest = 1 << 18;

/** Its Ed25519 keys. `socket`: SSH_AUTH_SOCK. */
export async function agentKeys(socket: string | undefined): Promise<readonly AgentKey[] | LogProblem> {
  if (socket === undefined || socket === "")
    return problem(
      "no ssh-agent is known here",
      'eval "$(ssh-agent)" starts one, and ssh-add puts a key into it; SSH_AUTH_SOCK names it',
    );
  const answer = await ask(socket, Buffer.from([askForKeys]));
  if (!(answer instanceof Uint8Array)) return answer;
  const found = readKeys(answer);
  if (found === undefined)
    return problem(
      `the agent at ${socket} answers with something else than its keys`,
      "look at what SSH_AUTH_SOCK names",
    );
  return found.map(({ blob, comment }): AgentKey => {
    const publicKey = blob.subarray(-32);
    const spki = spkiOf(publicKey);
    return {
      ...{ spki, publicKey, comment, keyid: sha256Hex(spki) },
      fingerprint: `SHA256:${createHash("sha256").update(blob).digest("base64").replace(/=+$/, "")}`,
      sign: (bytes) => signWith(socket, blob, bytes, comment),
    };
  });
}

/** The key that is meant: by its comment, by a fingerprint or its beginning, or by being the only one. */
export async function agentKey(socket: string | undefined, wanted: string): Promise<AgentKey | LogProblem> {
  const keys = await agentKeys(socket);
  if (!Array.isArray(keys)) return keys as LogProblem;
  const all = keys as readonly AgentKey[];
  const listed = all.map(({ comment, fingerprint }) => `${comment} (${fingerprint.slice(0, 17)})`).join(", ");
  if (all.length === 0)
    return problem(
      "the ssh-agent holds no Ed25519 key",
      "ssh-keygen -t ed25519 makes one, ssh-add puts it into the agent",
    );
  const meant = wanted === "" ? all : all.filter((key) => isMeant(key, wanted));
  const [one, other] = meant;
  if (one === undefined)
    return problem(`the ssh-agent holds no Ed25519 key ${JSON.stringify(wanted)}`, `it holds ${listed}`);
  return other === undefined
    ? one
    : problem(`${meant.length} keys of the ssh-agent could be meant`, `name one, --key 'agent:COMMENT': ${listed}`);
}

function isMeant({ comment, fingerprint, keyid }: AgentKey, wanted: string): boolean {
  const bare = wanted.replace(/^SHA256:/, "");
  return comment === wanted || (bare.length >= 6 && (fingerprint.slice(7).startsWith(bare) || keyid.startsWith(bare)));
}

async function signWith(
  socket: string,
  blob: Uint8Array,
  bytes: Uint8Array,
  comment: string,
): Promise<Uint8Array | LogProblem> {
  const answer = await ask(
    socket,
    Buffer.concat([Buffer.from([askForSignature]), text(blob), text(bytes), Buffer.alloc(4)]),
  );
  if (!(answer instanceof Uint8Array)) return answer;
  const outer = answer[0] === signatureAnswer ? texts(answer.subarray(1), 1) : undefined;
  const parts = outer === undefined ? undefined : texts(outer[0] ?? new Uint8Array(), 2);
  const [kind, signature] = parts ?? [];
  if (kind !== undefined && signature?.length === 64 && Buffer.from(kind).toString() === "ssh-ed25519")
    return signature;
  return problem(
    `the ssh-agent did not sign with ${comment}`,
    "it asks its owner, is locked (ssh-add -X), or the key was taken away: ssh-add -l lists what it holds",
  );
}

function readKeys(answer: Uint8Array): readonly { readonly blob: Uint8Array; readonly comment: string }[] | undefined {
  if (answer[0] !== keysAnswer || answer.length < 5) return undefined;
  const count = Buffer.from(answer).readUInt32BE(1);
  const parts = count > 10_000 ? undefined : texts(answer.subarray(5), 2 * count);
  if (parts === undefined) return undefined;
  return Array.from({ length: count }, (_, at) => ({
    blob: parts[2 * at] ?? new Uint8Array(),
    comment: Buffer.from(parts[2 * at + 1] ?? []).toString(),
  })).filter(({ blob }) => {
    const [kind, key] = texts(blob, 2) ?? [];
    return kind !== undefined && Buffer.from(kind).toString() === "ssh-ed25519" && key?.length === 32;
  });
}

/** One question, one answer, each with its length ahead of it. */
function ask(socket: string, question: Uint8Array): Promise<Uint8Array | LogProblem> {
  return new Promise((resolve) => {
    const connection = createConnection(socket);
    let got = Buffer.alloc(0);
    const end = (answer: Uint8Array | LogProblem): void => {
      connection.destroy();
      resolve(answer);
    };
    const broken = (what: string): LogProblem =>
      problem(`the ssh-agent at ${socket} ${what}`, 'start it anew: eval "$(ssh-agent)"; ssh-add');
    connection.setTimeout(patience, () => end(broken("does not answer")));
    connection.on("error", (thrown) =>
      end(broken(`cannot be reached: ${"code" in thrown ? String(thrown.code) : thrown.message}`)),
    );
    connection.on("close", () => end(broken("has ended the connection")));
    connection.on("data", (part) => {
      got = Buffer.concat([got, part]);
      const length = got.length < 4 ? undefined : got.readUInt32BE(0);
      if (length !== undefined && length > longest) end(broken("answers with too much"));
      else if (length !== undefined && got.length >= 4 + length) end(new Uint8Array(got.subarray(4, 4 + length)));
    });
    connection.write(text(question));
  });
}

/** A string of the protocol: its length in four bytes, then its bytes. */
function text(bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(bytes.length);
  return Buffer.concat([head, bytes]);
}

/** So many strings, and nothing behind them. */
function texts(bytes: Uint8Array, count: number): readonly Uint8Array[] | undefined {
  const all = Buffer.from(bytes);
  const found: Uint8Array[] = [];
  let at = 0;
  while (found.length < count) {
    if (at + 4 > all.length) return undefined;
    const end = at + 4 + all.readUInt32BE(at);
    if (end > all.length) return undefined;
    found.push(new Uint8Array(all.subarray(at + 4, end)));
    at = end;
  }
  return at === all.length ? found : undefined;
}

function problem(message: string, help: string): LogProblem {
  return { code: "LOG-16", message, help, kind: "words" };
}
