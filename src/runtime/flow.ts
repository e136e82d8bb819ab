/** A flow of control: working directory, environment, umask and descriptors belong to it, not to the process (language 3). */

import type { Flow, RecordBody, ServedGoal } from "../records/index.ts";
import type { FlowNamespace } from "./host/in-namespace.ts";
import type { Output } from "./output.ts";

/** Environment variables, shared between flows until one of them writes. */
export class Environment {
  #variables: ReadonlyMap<string, string>;
  /** Counts writes, so that what is made from the variables can be kept until they change. */
  version = 0;

  constructor(variables: ReadonlyMap<string, string>) {
    this.#variables = variables;
  }

  get(name: string): string | undefined {
    return this.#variables.get(name);
  }

  set(name: string, value: string): void {
    this.#variables = new Map(this.#variables).set(name, value);
    this.version += 1;
  }

  get variables(): ReadonlyMap<string, string> {
    return this.#variables;
  }

  fork(): Environment {
    return new Environment(this.#variables);
  }
}

export interface FlowParts {
  readonly directory: string;
  readonly environment: Environment;
  readonly umask: number;
  readonly stdin: number;
  readonly stdout: Output;
  readonly stderr: Output;
}

export class ScriptFlow implements Flow {
  readonly flow = true;
  directory: string;
  environment: Environment;
  umask: number;
  /** Descriptors of this process that commands of this flow get as 0, 1 and 2. */
  stdin: number;
  stdout: Output;
  stderr: Output;
  /** `$!`: the last job that was started here. */
  lastJob: unknown = null;
  /** How many statements that are marked as risky it is in; what such a statement starts stays so. */
  risks: number;
  /** The task of a plan that it is in; what is forked from it stays so. */
  task: string | null;
  /** The goal that it serves: the innermost one; what is forked from it does so, too. */
  goal: ServedGoal | null;
  /** Tokens of the commands' cookie that a limit over this flow watches (`timeout` ahead of a group). */
  readonly scope: readonly string[];
  /** The flow that this one was forked from. */
  readonly parent: ScriptFlow | null;
  /** Where its commands and calls of files are made, as those of all flows forked from it; null for where the engine is. */
  readonly namespace: FlowNamespace | null;

  constructor(
    parts: FlowParts,
    scope: readonly string[] = [],
    parent: ScriptFlow | null = null,
    namespace: FlowNamespace | null = parent?.namespace ?? null,
  ) {
    this.directory = parts.directory;
    this.environment = parts.environment;
    this.umask = parts.umask;
    this.stdin = parts.stdin;
    this.stdout = parts.stdout;
    this.stderr = parts.stderr;
    this.scope = scope;
    this.parent = parent;
    this.risks = parent?.risks ?? 0;
    this.task = parent?.task ?? null;
    this.goal = parent?.goal ?? null;
    this.namespace = namespace;
  }

  /** Whether this is that flow, or was forked from it or from one of its own. */
  isWithin(outer: ScriptFlow): boolean {
    for (let at: ScriptFlow | null = this; at !== null; at = at.parent) if (at === outer) return true;
    return false;
  }

  /** A flow that starts as this one is and changes on its own. */
  fork(changes: Partial<FlowParts> = {}, scope: readonly string[] = this.scope): ScriptFlow {
    return new ScriptFlow(
      {
        directory: changes.directory ?? this.directory,
        environment: changes.environment ?? this.environment.fork(),
        umask: changes.umask ?? this.umask,
        stdin: changes.stdin ?? this.stdin,
        stdout: changes.stdout ?? this.stdout,
        stderr: changes.stderr ?? this.stderr,
      },
      scope,
      this,
    );
  }
}

/** What a flow has in a map, or the nearest flow above it that has something there. */
export function inherited<T>(own: WeakMap<ScriptFlow, T>, flow: ScriptFlow): T | undefined {
  for (let at: ScriptFlow | null = flow; at !== null; at = at.parent) {
    const found = own.get(at);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What the records of a flow's commands say of where they stand. */
export function marksIn({ risks, task, goal }: ScriptFlow): Pick<RecordBody, "risky" | "task" | "goal"> {
  return {
    ...(risks > 0 ? { risky: true } : {}),
    ...(task === null ? {} : { task }),
    ...(goal === null ? {} : { goal }),
  };
}

/** The flow behind the opaque value that compiled code hands around. */
export function flowOf(flow: Flow): ScriptFlow {
  // Compiled code only ever has flows that this module made.
  return flow as ScriptFlow;
}
