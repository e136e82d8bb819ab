/** Where records go: files and standard error, through one recorder a run. */

export type { OpenedSink } from "./line-sink.ts";
export { openFileSink, openSink, SinkSpecError } from "./open.ts";
export { createRecorder, type Recorder } from "./recorder.ts";
export { syncFolder } from "./sync.ts";
