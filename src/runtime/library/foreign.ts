/** Functions of packages in JavaScript: guarded as the library's own, and their values checked, because nothing else has. */

import {
  type CallContext,
  type FaultClass,
  type ForeignFunction,
  faultClasses,
  type Type,
} from "../../records/index.ts";
import { Fault, Interruption, ScriptExit } from "../faults/fault.ts";
import { createFault } from "../faults/raise.ts";
import { Refusal } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import type { Run } from "../run.ts";
import type { LibraryFunction } from "./function.ts";
import { guard, guarded } from "./guard.ts";

/** The functions of a run's packages, by their keys. */
export function foreignFunctions(run: Run): Record<string, LibraryFunction> {
  const functions: Record<string, LibraryFunction> = {};
  for (const each of run.options.functions ?? []) {
    const { signature } = each;
    const call = guarded({
      perform: (_flow: ScriptFlow, site: number, ...values: readonly unknown[]) => perform(run, each, site, values),
      attempts: () => `call ${signature.key}`,
    });
    functions[signature.key] = guard(run, signature.key, call, signature);
  }
  return functions;
}

function perform(
  run: Run,
  { signature, run: call }: ForeignFunction,
  site: number,
  values: readonly unknown[],
): unknown {
  let value: unknown;
  try {
    value = call(contextFor(run, site), ...values);
  } catch (thrown) {
    throw ownMistake(thrown);
  }
  if (!(value instanceof Promise)) return checked(value, signature.returns);
  if (signature.waits !== true)
    throw new Refusal("AssertionFault", "the package gave a promise, and does not say that it waits");
  return value.then(
    (given: unknown) => checked(given, signature.returns),
    (thrown: unknown) => {
      throw ownMistake(thrown);
    },
  );
}

function contextFor(run: Run, site: number): CallContext {
  return {
    refuse(argument, why) {
      throw new Refusal("ArgumentFault", why, undefined, argument);
    },
    fail(name, message) {
      const stated = faultClasses.find((known) => known === name) ?? ("SoftwareFault" satisfies FaultClass);
      throw createFault(run, site, { kind: "ThrownFault", message, api: "throw", stated });
    },
  };
}

/** What a package throws by itself is its own mistake. */
function ownMistake(thrown: unknown): unknown {
  if (thrown instanceof Refusal || thrown instanceof Fault) return thrown;
  if (thrown instanceof ScriptExit || thrown instanceof Interruption) return thrown;
  // Errors of the system have their own diagnosis.
  if (thrown instanceof Error && "syscall" in thrown) return thrown;
  const why = thrown instanceof Error ? thrown.message : String(thrown);
  return new Refusal("AssertionFault", `the package failed: ${why}`);
}

/** The value, where it is of the type that the signature promises. */
function checked(value: unknown, type: Type): unknown {
  if (type.kind === "void") return undefined;
  if (!isOf(value, type))
    throw new Refusal("AssertionFault", "the package gave a value of another type than it promises");
  return value;
}

function isOf(value: unknown, type: Type): boolean {
  switch (type.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "int":
    case "Size":
      return Number.isSafeInteger(value);
    case "float":
    case "Duration":
      return typeof value === "number" && Number.isFinite(value);
    case "String":
      return typeof value === "string";
    case "array":
      return Array.isArray(value) && value.every((each: unknown) => isOf(each, type.element));
    case "map":
      return (
        value instanceof Map && [...value].every(([key, each]) => typeof key === "string" && isOf(each, type.value))
      );
    case "optional":
      return value === null || isOf(value, type.base);
    default:
      // Its own objects look as the package wants them to.
      return value !== null && value !== undefined;
  }
}
