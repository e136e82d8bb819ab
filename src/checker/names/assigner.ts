/** Whose code assigns to a variable, and in which stretch of it, so that it is known what may be relied on where. */

import type {
  BlockStatement,
  CaptureExpression,
  ClassStatement,
  ClosureExpression,
  CommandStatement,
  DeferStatement,
  FunctionStatement,
  Identifier,
  MonitorStatement,
  Script,
  Statement,
  TestStatement,
  WhenStatement,
} from "../../syntax/index.ts";

/** What has a body of its own that is called: a function, a closure, a file's top level, a test, a monitor, a `when`; of a class the values of its fields. */
export type FunctionNode =
  | FunctionStatement
  | ClosureExpression
  | ClassStatement
  | Script
  | TestStatement
  | MonitorStatement
  | WhenStatement;

/** Code whose assignments may come at any time as the rest sees it: a job, a stream of lines, a deferred block, a concurrent strategy. */
export type Beside = CommandStatement | CaptureExpression | DeferStatement | BlockStatement;

export type Assigner = FunctionNode | Beside;

/** A stretch of code whose assignments matter as a whole: a loop, a `try` body, a group, a capture. */
export type Stretch = Statement | CaptureExpression;

export interface Assignments {
  /** Who assigns to a declared name, its declaration aside. */
  readonly byName: ReadonlyMap<Identifier, ReadonlySet<Assigner>>;
  /** The declarations of the names that a stretch assigns to. */
  readonly byStretch: ReadonlyMap<Stretch, ReadonlySet<Identifier>>;
}
