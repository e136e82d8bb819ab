/** Where records go: files, syslog and standard error, through one recorder a run. */

export type { OpenedSink } from "./line-sink.ts";
export { openFileSink, openSink } from "./open.ts";
export type { QueuePlace } from "./queue/disk-queue.ts";
export { isAlive, ownHolder } from "./queue/holder.ts";
export { createRecorder, type Recorder } from "./recorder.ts";
export { readSpec, SinkSpecError } from "./spec.ts";
export { syncFile, syncFolder } from "./sync.ts";
