/** A pattern made into a case, or into a part of one, or made again where it stands. */

import type { DCase } from "../model/case.ts";
import type { Trouble } from "../model/reading.ts";
import type { Arguments } from "./arguments.ts";
import { type Earlier, earlierOf } from "./earlier.ts";
import { type Made, madeCase } from "./made-case.ts";
import { merged } from "./merge.ts";

export interface InstantiateOptions {
  /** What the instance is called; by default the pattern's name. A module that is made anew has that name. */
  readonly as?: string;
  /** The pattern's case digest, for the record. */
  readonly digest?: string;
  /** The case that the instance is put into, or made again in. */
  readonly into?: DCase;
  /** The label of the node of that case which the instance supports. */
  readonly under?: string;
  /** The pattern as it was when the instance was made, where it has changed since: tells what people wrote from what it said. */
  readonly was?: DCase;
  /** The language of whoever gives the arguments, for what is said of parameters. */
  readonly language?: string;
  /** Whether nodes go that the pattern makes no more, and that nobody has touched. */
  readonly isPruned?: boolean;
}

export interface Instantiated {
  readonly case: DCase;
  /** What keeps it from being a whole argument: arguments that are missing, unknown or wrong, choices that are open. */
  readonly troubles: readonly Trouble[];
  /** What was kept as people wrote it, and what became of nodes, where an instance was made again. */
  readonly told: readonly Trouble[];
}

/**
 * Makes a pattern's parameters its arguments, its repetitions one copy a value, and its choices what the arguments say.
 * What stays open keeps its placeholder, and its node is marked uninstantiated. Arguments of an instance that is
 * made again count where none are given. Never throws.
 */
export function instantiate(pattern: DCase, given: Arguments, options: InstantiateOptions = {}): Instantiated {
  const { as, digest, into, language } = options;
  if (into === undefined) {
    const { case: whole, troubles } = madeCase(pattern, given, { as, digest, language });
    return { case: whole, troubles, told: [] };
  }
  const { name } = pattern.module;
  const earlier = earlierOf(into, name, as);
  if (as === undefined && earlier.names.length > 1) {
    const message = `the case has several instances of ${name}: ${earlier.names.join(", ")}`;
    return { case: into, troubles: [{ code: "INS-12", message, help: "say which one is meant" }], told: [] };
  }
  const prefix = earlier.as ?? as ?? name;
  const isWhole =
    into.module.instance?.pattern === name && earlier.arguments !== undefined && earlier.names.length === 1;
  const rooted = (made: Made): Made => (isWhole ? made : withParameters(made));
  const made = rooted(madeCase(pattern, { ...earlier.arguments, ...given }, { as: prefix, digest, language }));
  const base = baseOf(pattern, earlier, prefix, options);
  const {
    case: whole,
    troubles,
    told,
  } = merged(into, made, {
    base: base === undefined ? undefined : rooted(base).case,
    under: options.under,
    isPruned: options.isPruned === true,
    isWhole,
    prefix,
  });
  return { case: whole, troubles: [...made.troubles, ...troubles], told };
}

/** What the instance was like when it was made: by the pattern of then, or by this one where it has not changed. */
function baseOf(
  pattern: DCase,
  { arguments: given, digest: before }: Earlier,
  as: string,
  { was, digest }: InstantiateOptions,
): Made | undefined {
  if (given === undefined) return undefined;
  const then = was ?? (before === digest ? pattern : undefined);
  return then === undefined ? undefined : madeCase(then, given, { as, digest: before });
}

/** The facts of a part of a case stand at its roots. */
function withParameters(made: Made): Made {
  const { parameters } = made.case.module;
  if (parameters === undefined) return made;
  const nodes = made.case.nodes.map((node) =>
    made.roots.has(node.uid) && (node.type === "goal" || node.type === "strategy")
      ? { ...node, parameters: [...parameters, ...(node.parameters ?? [])] }
      : node,
  );
  return { ...made, case: { ...made.case, nodes } };
}
