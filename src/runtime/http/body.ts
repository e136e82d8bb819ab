/** The body of an answer: unpacked, bounded, and as a text. */

import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { textOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";
import type { Session } from "./session.ts";
import { brokenOff, NetworkRefusal } from "./trouble.ts";

/** Bytes of an answer that a script may hold, unpacked. */
const mostBytes = 64 * 1024 * 1024;

/** Hands the bytes of an answer on, unpacked, as they come; rejects where it breaks off. What `take` throws is its own affair. */
export async function readBody(
  session: Session,
  answer: IncomingMessage,
  host: string,
  take: (bytes: Buffer) => void,
): Promise<void> {
  session.enter(`reading the answer of ${JSON.stringify(host)}`);
  let received = 0;
  answer.on("data", (bytes: Buffer) => {
    received += bytes.length;
  });
  answer.pause();
  const unpacked = unpack(session, answer, host);
  let refused: unknown = null;
  const reading = (async () => {
    for await (const bytes of unpacked) {
      try {
        take(bytes);
      } catch (thrown) {
        refused = thrown;
        throw thrown;
      }
    }
  })();
  try {
    await session.within(reading);
  } catch (thrown) {
    if (refused !== null) throw refused;
    // Of nothing, as HEAD and 304 give it, nothing can be unpacked.
    const isNothing = received === 0 && answer.complete && thrown instanceof Error && !(thrown instanceof Refusal);
    if (!isNothing) throw brokenOff(thrown, host, received);
  }
  if (!answer.complete) throw brokenOff(new Error("incomplete"), host, received);
}

function unpack(session: Session, answer: IncomingMessage, host: string): Readable {
  let stream: Readable = answer;
  const encodings = (answer.headers["content-encoding"] ?? "").toLowerCase().split(/\s*,\s*/);
  for (const encoding of encodings.reverse()) {
    if (encoding === "" || encoding === "identity") continue;
    const inner = stream;
    const outer = session.own(unpackerOf(encoding, host));
    // What breaks off below is told above.
    inner.on("error", (thrown) => outer.destroy(thrown));
    inner.on("aborted", () => outer.destroy(new Error("aborted")));
    stream = inner.pipe(outer);
  }
  return stream;
}

function unpackerOf(encoding: string, host: string) {
  switch (encoding) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    default:
      throw new NetworkRefusal(
        "NetworkFault",
        `${JSON.stringify(host)} answers in the encoding ${JSON.stringify(encoding)}, which was not asked for`,
        { trouble: "protocol" },
      );
  }
}

/** The whole body as bytes. Refuses one that is larger than a script may hold. */
export async function wholeBody(session: Session, answer: IncomingMessage, host: string): Promise<Buffer> {
  const tooLarge = (): Refusal =>
    new Refusal("CaptureFault", "the answer is larger than 64 MiB: Http.download writes it into a file");
  if (Number(answer.headers["content-length"] ?? 0) > mostBytes) throw tooLarge();
  const parts: Buffer[] = [];
  let size = 0;
  await readBody(session, answer, host, (bytes) => {
    size += bytes.length;
    if (size > mostBytes) throw tooLarge();
    parts.push(bytes);
  });
  return Buffer.concat(parts);
}

/** Bytes as a text, in the character set that the answer names; bytes that are no UTF-8 are kept (language 1). */
export function textOfBody(bytes: Buffer, contentType: string): string {
  const charset = /;\s*charset="?([\w.:-]+)/i.exec(contentType)?.[1]?.toLowerCase() ?? "utf-8";
  if (charset === "utf-8" || charset === "utf8" || charset === "us-ascii") return withoutMark(textOf(bytes));
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return withoutMark(textOf(bytes));
  }
}

function withoutMark(text: string): string {
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}
