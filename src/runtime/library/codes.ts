/** Hash, Base64, Hex, Random and Url; and `secret`. */

import { decodeBase64, decodeHex } from "../codes/decode.ts";
import { decodePart, encodePart, parseUrl, type UrlParts } from "../codes/url.ts";
import { bytesOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import { secretsOf, shownUrl } from "../http/target.ts";
import type { Run } from "../run.ts";
import type { Functions } from "./function.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

const mostBytes = 1024 * 1024;
// Loaded at its first use: it takes as long as reading the whole bundle.
const crypto = (): typeof import("node:crypto") => process.getBuiltinModule("node:crypto");
const hash = (algorithm: string) => (_flow: unknown, _site: unknown, text: string) =>
  crypto().createHash(algorithm).update(bytesOf(text)).digest("hex");

export function codeFunctions(run: Run): Functions {
  return {
    secret: (_flow, _site, value: string) => {
      run.secrets.add(value);
      return value;
    },
    "Hash.sha256": hash("sha256"),
    "Hash.sha512": hash("sha512"),
    "Hash.sha1": hash("sha1"),
    "Hash.md5": hash("md5"),
    "Hash.hmacSha256": (_flow, _site, key: string, text: string) =>
      crypto().createHmac("sha256", bytesOf(key)).update(bytesOf(text)).digest("hex"),
    "Base64.encode": (_flow, _site, text: string) => bytesOf(text).toString("base64"),
    "Hex.encode": (_flow, _site, text: string) => bytesOf(text).toString("hex"),
    "Random.uuid": () => crypto().randomUUID(),
    "Url.encode": (_flow, _site, text: string) => encodePart(text),
    "Url.query": (_flow, _site, values: ReadonlyMap<string, string>) =>
      [...values].map(([name, value]) => `${encodePart(name)}=${encodePart(value)}`).join("&"),
    ...partFunctions(["scheme", "user", "host", "port", "path", "fragment"]),
    "UrlParts.query": (_flow, _site, parts: UrlParts) => new Map(parts.query),
  };
}

function partFunctions(names: readonly (keyof UrlParts)[]): Functions {
  return Object.fromEntries(names.map((name) => [`UrlParts.${name}`, (_flow, _site, parts: UrlParts) => parts[name]]));
}

export function codeCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "Hash.sha256File": fileHash(run, "sha256"),
    "Hash.sha512File": fileHash(run, "sha512"),
    "Hash.md5File": fileHash(run, "md5"),
    "Base64.decode": guarded({
      perform: (_flow: ScriptFlow, _site: number, text: string) => decodeBase64(text),
      attempts: () => "read the text as Base64",
    }),
    "Hex.decode": guarded({
      perform: (_flow: ScriptFlow, _site: number, text: string) => decodeHex(text),
      attempts: () => "read the text as hexadecimal digits",
    }),
    "Random.token": guarded({
      perform: (_flow: ScriptFlow, _site: number, bytes: number = 32) => {
        if (bytes < 1 || bytes > mostBytes)
          throw new Refusal("ArgumentFault", `${bytes} is no number of bytes: 1 to ${mostBytes}`, "EINVAL", "bytes");
        const token = crypto().randomBytes(bytes).toString("hex");
        run.secrets.add(token);
        return token;
      },
      attempts: () => "make a token",
    }),
    "Url.decode": guarded({
      perform: (_flow: ScriptFlow, _site: number, text: string) => decodePart(text),
      attempts: (text) => `read ${quote(text)} as a part of a URL`,
    }),
    "Url.parse": guarded({
      hides: (text: string) => secretsOf(text),
      perform: (_flow: ScriptFlow, _site: number, text: string) => parseUrl(text),
      attempts: (text) => `read the URL ${quote(shownUrl(text))}`,
    }),
  };
}

function fileHash(run: Run, algorithm: string): GuardedCall {
  return guarded({
    perform: async (flow: ScriptFlow, _site: number, filename: string) => {
      const { hashFile } = await import("../codes/hash-file.ts");
      return hashFile(run, flow, algorithm, filename);
    },
    attempts: (filename) => `read ${quote(filename)}`,
  });
}
