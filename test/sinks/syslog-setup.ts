/** Runs that send to syslog, with a queue in a folder of the test. */

import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createRecorder, openSink, type Recorder } from "../../src/sinks/index.ts";

/** A RunId: 26 digits that sort by their number. */
export const runId = (number: number): string => `01ARZ3NDEKTSV4RRFFQ69G${String(number).padStart(4, "0")}`;

/** A recorder whose only sink is this one, which queues below `folder`. */
export async function recorderTo(spec: string, folder: string, run: number, said: string[] = []): Promise<Recorder> {
  const root = join(folder, "queue");
  const make = () => {
    mkdirSync(root, { recursive: true });
    return root;
  };
  const queue = { run: runId(run), look: () => root, make };
  const sink = await openSink(spec, { say: (text) => said.push(text), queue });
  return createRecorder({ runId: runId(run), host: "h", user: "u", scriptHash: "00", sinks: [sink] });
}

/** The files of all queues below a test's folder. */
export function queued(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, "queue"), { recursive: true, encoding: "utf8" }).filter((name) =>
      name.includes("/"),
    );
  } catch {
    return [];
  }
}

/** Record numbers from 1. */
export const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

/** Reads octet-counted messages; what is not whole yet waits. */
export class Frames {
  #rest = Buffer.alloc(0);

  take(chunk: Buffer): readonly string[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const messages: string[] = [];
    for (;;) {
      const space = this.#rest.indexOf(32);
      const size = Number(this.#rest.toString("latin1", 0, Math.max(0, space)));
      if (space < 1 || this.#rest.length < space + 1 + size) return messages;
      messages.push(this.#rest.toString("utf8", space + 1, space + 1 + size));
      this.#rest = this.#rest.subarray(space + 1 + size);
    }
  }
}

/** The run's number and the record's, "3:17", of a message. */
export function labelOf(message: string): string {
  const json = JSON.parse(message.slice(message.indexOf("{"))) as { RunId: string; Seq: number };
  return `${Number(json.RunId.slice(-4))}:${json.Seq}`;
}
