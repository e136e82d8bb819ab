/** Classes ahead of everything else of a program: their names, then what they extend, base first, then their members (language 5). */

import { nearest } from "../../diagnostics/index.ts";
import { Origin, types } from "../../records/index.ts";
import type { ClassStatement, TypeNode } from "../../syntax/index.ts";
import { notice } from "../annotations.ts";
import type { Context } from "../context.ts";
import { declare } from "../names/declare.ts";
import { createFunction } from "../names/functions.ts";
import type { ProgramState } from "../program-state.ts";
import { isBuiltInType } from "../types/resolve.ts";
import { ClassInfo } from "./class-info.ts";
import { classNamed } from "./named.ts";

/** Declares the name of a class of a file's top level. */
export function declareClass(context: Context, node: ClassStatement): void {
  const { name } = node;
  if (isBuiltInType(name.name)) context.report("DS2006", name, { name: name.name });
  const { source, index } = context.file;
  const info = new ClassInfo(name.name, { name: source.name, index }, node, (type) =>
    declare(context, name, { kind: "class", type, origins: Origin.literal }),
  );
  context.program.classes.set(node, info);
  context.program.classOf.set(name, info);
  createFunction(context.program, node, context.file, name.name, types.void);
  notice(context, name, node);
}

/** Finds what a class extends; its place among the others is made by `orderClasses`. */
export function resolveBase(context: Context, info: ClassInfo): void {
  const { base } = info.node;
  if (base !== undefined) info.base = baseOf(context, info, base);
}

function baseOf(context: Context, info: ClassInfo, node: TypeNode): ClassInfo | undefined {
  const text = node.name.name;
  if (text === "") return undefined;
  const found = classNamed(context, node, isBuiltInType);
  if (found === "said") return undefined;
  if (found !== undefined && node.suffixes.length === 0 && node.arguments.length === 0) return found;
  const why =
    found !== undefined
      ? "what is extended is a class alone, without `[]`, `?` or `<…>`"
      : /Fault$/.test(text)
        ? 'faults cannot be extended: state one with `throw UserFault("why")`, and keep what else is known in a class of its own'
        : isBuiltInType(text) || context.program.library.objects.has(text)
          ? `\`${text}\` is a type of the language, and only classes of scripts can be extended: keep one in a field`
          : undefined;
  const names = [...context.program.classes.values()].filter(
    (each) => each.fileIndex === context.file.index && each !== info,
  );
  const close =
    why === undefined
      ? nearest(
          text,
          names.map((each) => each.name),
        )
      : undefined;
  context.report("DS2403", node, { name: text, nearest: close, why });
  return undefined;
}

/** All classes, each behind its base; one that extends itself through others is reported, and extends nothing. */
export function orderClasses(
  program: ProgramState,
  report: (info: ClassInfo, circle: string) => void,
): readonly ClassInfo[] {
  const order: ClassInfo[] = [];
  const done = new Set<ClassInfo>();
  for (const first of program.classes.values()) {
    const path: ClassInfo[] = [];
    const open = new Set<ClassInfo>();
    let at: ClassInfo | undefined = first;
    while (at !== undefined && !done.has(at) && !open.has(at)) {
      path.push(at);
      open.add(at);
      at = at.base;
    }
    if (at !== undefined && open.has(at)) {
      const circle = path.slice(path.indexOf(at));
      const names = [...circle.slice(0, 5), ...(circle.length > 5 ? [] : [at])]
        .map((each) => each.name)
        .join(" extends ");
      report(at, circle.length > 5 ? `${names} extends …` : names);
      const last = circle.at(-1);
      if (last !== undefined) last.base = undefined;
    }
    for (const each of path.toReversed()) {
      each.place(each.base);
      done.add(each);
      order.push(each);
    }
  }
  return order;
}

/** Reports a circle of classes that extend each other. */
export function reportCircle(context: Context, info: ClassInfo, circle: string): void {
  context.report("DS2404", info.node.base ?? info.node.name, { circle });
}
