/** What a request sends: a text, or a file that is read as it goes out. */

import { createReadStream } from "node:fs";
import type { ClientRequest } from "node:http";
import { locate } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";
import { checkRegular } from "../files/regular.ts";
import type { ScriptFlow } from "../flow.ts";
import { openSync, statSync } from "../host/files.ts";
import { inNamespace } from "../host/in-namespace.ts";

/** Can be sent more than once, as a redirect may ask for it again. */
export interface Content {
  readonly size: number;
  /** Sends all of it, and ends the request. */
  readonly send: (to: ClientRequest) => void;
}

export function textContent(text: string): Content {
  const bytes = Buffer.from(text);
  return { size: bytes.length, send: (to) => void to.end(bytes) };
}

/** The content of a regular file, up to its size of now. */
export function fileContent(flow: ScriptFlow, file: string): Content {
  const location = locate(flow, file);
  const { size } = checkRegular(
    inNamespace(flow, () => statSync(location)),
    file,
    "file",
  );
  return {
    size,
    send(to) {
      if (size === 0) return void to.end();
      let fd: number;
      try {
        fd = inNamespace(flow, () => openSync(location, "r"));
      } catch (thrown) {
        return void to.destroy(thrown as Error);
      }
      const stream = createReadStream("", { fd, end: size - 1 });
      let sent = 0;
      stream.on("data", (bytes) => {
        sent += bytes.length;
      });
      // A request that says more than it sends would wait without an end.
      stream.on("end", () => {
        if (sent < size) to.destroy(new Refusal("IOFault", `${JSON.stringify(file)} became shorter while it was read`));
      });
      stream.on("error", (thrown) => to.destroy(thrown));
      to.on("close", () => stream.destroy());
      stream.pipe(to);
    },
  };
}
