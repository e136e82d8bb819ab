/** Turns what a call of the library throws into a fault that says what it tried, with which arguments, and why it failed. */

import {
  errnoByName,
  type FaultArgument,
  type FaultKind,
  type Flow,
  librarySignatures,
  Origin,
  type Signature,
  type SiteArgument,
  type Type,
  types,
} from "../../records/index.ts";
import type { Perform } from "../asked-of-engine.ts";
import { steadyNow } from "../clock.ts";
import { Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { showArgument } from "../faults/show-argument.ts";
import { ScriptFile } from "../files/file.ts";
import { Refusal } from "../files/refusal.ts";
import { flowOf, type ScriptFlow } from "../flow.ts";
import { inNamespace } from "../host/in-namespace.ts";
import type { Run } from "../run.ts";
import { masked } from "../secrets.ts";
import { announceChange } from "./change-points.ts";
import type { LibraryFunction } from "./function.ts";

/** A call that can fail. `values` are the arguments as they came. */
export interface GuardedCall<V extends readonly unknown[] = readonly never[]> {
  readonly perform: (flow: ScriptFlow, site: number, ...values: V) => unknown;
  /** An answer that is there already and cannot fail; undefined where `perform` has to be asked. */
  readonly ready?: (...values: V) => unknown;
  /** What it does, behind "cannot": `open "x" for writing`. */
  readonly attempts: (...values: V) => string;
  /** What of its arguments is secret, so that it shows nowhere from then on. */
  readonly hides?: (...values: V) => readonly string[];
  /** Of a call that can change something: whether it does with these arguments; without it, always. */
  readonly changes?: (...values: V) => boolean;
}

/** States a call with its own parameter types, and lets the table hold it beside others. */
export function guarded<V extends readonly unknown[]>(call: GuardedCall<V>): GuardedCall {
  // The compiler calls each function with arguments of its signature's types, which are V.
  return call as unknown as GuardedCall;
}

/** The library's function of a call, `own` the signature of one that the table does not hold: faults in place of errors, and SystemChangePoints around what changes something (faults 3). */
export function guard(run: Run, key: string, call: GuardedCall, own?: Signature): LibraryFunction {
  const { ready } = call;
  if (ready === undefined) return guardAsked(run, key, call, own);
  const asked = guardAsked(run, key, call);
  // Where calls fail on purpose, none has its answer ahead of that.
  if (run.options.injection !== undefined) return asked;
  return (flow, site, ...values) => ready(...values) ?? asked(flow, site, ...values);
}

function guardAsked(run: Run, key: string, call: GuardedCall, own?: Signature): LibraryFunction {
  // Looked up at the first call: reading the whole table would delay the start of a script that needs none of it.
  let known = own;
  const { injection } = run.options;
  let perform: Perform | undefined = injection === undefined ? call.perform : undefined;
  return (flow, site, ...values) => {
    known ??= signatureOf(key);
    // The signature says whether it may wait.
    perform ??= injection?.around(key, known.waits === true, call.perform) ?? call.perform;
    const signature = known;
    const started = steadyNow();
    if (call.hides !== undefined) run.secrets.add(call.hides(...values));
    const announces = signature.changes === true && (call.changes?.(...values) ?? true);
    const point = (phase: "before" | "after"): void =>
      announceChange(run, site, key, namedArguments(run, signature, site, values), phase, started);
    if (announces) point("before");
    let value: unknown;
    try {
      // A guarded call takes the flow of this runtime.
      value = performIn(flowOf(flow), site, perform, values);
    } catch (thrown) {
      throw failure(run, flow, site, signature, call, values, started, thrown);
    }
    if (value instanceof Promise) {
      return value.then(
        (result: unknown) => {
          if (announces) point("after");
          return result;
        },
        (thrown: unknown) => {
          throw failure(run, flow, site, signature, call, values, started, thrown);
        },
      );
    }
    if (announces) point("after");
    return value;
  };
}

/** The call's way to its first wait lies where the flow's files are. */
function performIn(flow: ScriptFlow, site: number, perform: Perform, values: readonly never[]): unknown {
  return flow.namespace === null
    ? perform(flow as never, site, ...values)
    : inNamespace(flow, () => perform(flow as never, site, ...values));
}

function signatureOf(key: string): Signature {
  const found = librarySignatures().find((signature) => signature.key === key);
  if (found === undefined) throw new Error(`the library has no signature for ${key}`);
  return found;
}

/** Arguments under the names of the signature, with what the compiler knows of each; a method's receiver is none. */
function namedArguments(
  run: Run,
  signature: Signature,
  site: number,
  values: readonly unknown[],
): readonly FaultArgument[] {
  const known = siteAt(run, site).arguments;
  const given = signature.receiver === undefined ? values : values.slice(1);
  return given.flatMap((value, index) => {
    if (value === undefined) return [];
    const parameter = signature.parameters[Math.min(index, signature.parameters.length - 1)];
    const argument: SiteArgument = {
      name: parameter?.name ?? `argument${index + 1}`,
      type: typeOf(parameter?.type),
      origins: Origin.literal,
      ...known[index],
    };
    return [showArgument(argument, index, value instanceof ScriptFile ? value.path : value, run.secrets.mask)];
  });
}

function typeOf(type: Type | "any" | undefined): Type {
  return type === undefined || type === "any" ? types.String : type;
}

function failure(
  run: Run,
  flow: Flow,
  site: number,
  signature: Signature,
  call: GuardedCall,
  values: readonly never[],
  started: number,
  thrown: unknown,
): unknown {
  if (thrown instanceof Fault || thrown instanceof ScriptExit || thrown instanceof Interruption) return thrown;
  const cause = causeOf(thrown);
  if (cause === null) return thrown;
  return createFault(run, site, {
    kind: cause.kind,
    message: `cannot ${call.attempts(...maskSecrets(run, site, values))}: ${cause.why}`,
    api: signature.key,
    arguments: namedArguments(run, signature, site, values),
    elapsed: steadyNow() - started,
    cwd: flowOf(flow).directory,
    ...(cause.errno === undefined ? {} : { errno: cause.errno }),
    ...(cause.about === undefined ? {} : { about: cause.about }),
    ...cause.facts,
  });
}

/** Secrets do not show in a message either (faults 2); they are hidden ahead of its making, since it cuts long texts. */
function maskSecrets(run: Run, site: number, values: readonly never[]): readonly never[] {
  const known = siteAt(run, site).arguments;
  // A masked text stands where a text stood: the types of the call hold.
  return values.map((value: unknown, index) => {
    if (typeof value !== "string") return value as never;
    return (known[index]?.secret === true ? masked : run.secrets.mask(value)) as never;
  });
}

/** A failure in the words of its fault. */
export interface Cause {
  readonly kind: FaultKind;
  readonly why: string;
  readonly errno?: string;
  /** The argument that was refused. */
  readonly about?: string;
  readonly facts?: Refusal["facts"];
}

/** Why a call failed; null for what is no failure of the call, but a bug of ours. */
export function causeOf(thrown: unknown): Cause | null {
  if (thrown instanceof Refusal) {
    const { kind, message, errno, about, facts } = thrown;
    return {
      kind,
      why: message,
      facts,
      ...(errno === undefined ? {} : { errno }),
      ...(about === undefined ? {} : { about }),
    };
  }
  if (!(thrown instanceof Error) || !("code" in thrown) || typeof thrown.code !== "string") return null;
  const { code } = thrown;
  // Node refuses a NUL in a name and numbers that no call takes before it asks the system.
  if (code === "ERR_INVALID_ARG_VALUE" && /null bytes/.test(thrown.message))
    return { kind: "ArgumentFault", why: "a file name cannot hold a NUL character", errno: "EINVAL" };
  if (code.startsWith("ERR_")) return { kind: "ArgumentFault", why: thrown.message };
  return { kind: "IOFault", why: errnoByName(code)?.text ?? code, errno: code };
}

/** A text as messages show it: in quotes, with what cannot be seen escaped, and not too long. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 199)}…` : text);
}
