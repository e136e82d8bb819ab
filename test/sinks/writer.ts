/** A run of its own that records points into a file as fast as it can: `writer.ts PATH NAME COUNT`. */

import { createRecorder, openSink } from "../../src/sinks/index.ts";
import { point } from "./points.ts";

const [path = "", name = "", count = "0"] = process.argv.slice(2);
const recorder = createRecorder({
  runId: name,
  host: "h",
  user: "u",
  scriptHash: "00",
  sinks: [openSink(`file:${path}`)],
});
for (let at = 0; at < Number(count); at += 1) {
  recorder.emit(point("x".repeat(at % 700)));
  if (at % 97 === 0) recorder.flush();
}
await recorder.close();
