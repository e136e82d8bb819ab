/** From records and samples to chains of fault, error and failure, confirmed parts apart from assumed ones. */

export { incidentsOf } from "./chain.ts";
export type { ChangeAhead, ChangeEvent, Evidence, FailureEvent, Measured, Share } from "./event.ts";
export type { ChainLink, ChainNode, Incident, NodeKind, NodeSource, Tolerance } from "./node.ts";
