/** Failures on the way to another host, in words and as the diagnosis knows them. */

import { errnoByName, type FaultKind, type NetworkTrouble } from "../../records/index.ts";
import { Refusal } from "../files/refusal.ts";

/** What else is known of a failure between hosts. */
export interface NetworkFacts {
  readonly trouble?: NetworkTrouble;
  /** The status of the answer. */
  readonly answer?: number;
}

export class NetworkRefusal extends Refusal {
  constructor(kind: FaultKind, message: string, facts: NetworkFacts = {}, errno?: string) {
    super(kind, message, errno, undefined, facts);
  }
}

/** The refusal of a name that does not resolve. */
export function unresolved(thrown: unknown, host: string): NetworkRefusal {
  const shown = JSON.stringify(host);
  return codeOf(thrown) === "ENOTFOUND"
    ? new NetworkRefusal("NetworkFault", `the name ${shown} does not resolve: there is no such host`, {
        trouble: "name",
      })
    : new NetworkRefusal("NetworkFault", `the name ${shown} cannot be looked up now: no name server answered`, {
        trouble: "name-later",
      });
}

/** The refusal of a connection that could not be made, after the step that messages name. */
export function unconnected(thrown: unknown, step: string): NetworkRefusal {
  const errno = codeOf(thrown);
  return new NetworkRefusal("NetworkFault", `${step} failed: ${errnoByName(errno)?.text ?? errno}`, {}, errno);
}

/** Node tries the addresses of a name in turn, and gathers what each of them met. */
function codeOf(thrown: unknown): string {
  if (thrown instanceof AggregateError) return codeOf(thrown.errors.at(-1));
  return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "EIO";
}

/** The refusal of an answer that broke off, or is none; other errors stay as they are. */
export function brokenOff(thrown: unknown, host: string, received: number | null): unknown {
  if (!(thrown instanceof Error) || thrown instanceof Refusal) return thrown;
  const code = "code" in thrown ? String(thrown.code) : "";
  const shown = JSON.stringify(host);
  const refuse = (why: string, errno?: string): NetworkRefusal =>
    new NetworkRefusal("NetworkFault", why, { trouble: "protocol" }, errno);
  if (code === "HPE_HEADER_OVERFLOW") return refuse(`the headers of ${shown} are larger than 16 KiB`);
  if (code.startsWith("HPE_"))
    return refuse(`what ${shown} answers is no HTTP: ${thrown.message.replace(/^Parse Error: /, "")}`);
  if (/^Z_|^ERR_(?:_ERROR_|BROTLI|ZLIB)|^ERR__ERROR/.test(code))
    return refuse(`the answer of ${shown} is not compressed as it says`);
  if (received !== null)
    return refuse(`${shown} ended the connection in the middle of its answer, after ${received} bytes`, errnoOf(code));
  return refuse(`${shown} ended the connection without an answer`, errnoOf(code));
}

function errnoOf(code: string): string {
  return errnoByName(code) === undefined ? "ECONNRESET" : code;
}
