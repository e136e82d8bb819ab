/** Where records go: files and standard error, through one recorder a run. */

export type { OpenedSink } from "./line-sink.ts";
export { openFileSink, openSink, type SinkOptions, SinkSpecError } from "./open.ts";
export { createRecorder, type Recorder, type RecorderOptions } from "./recorder.ts";
