/** Methods and properties of values, found in the library's table by the receiver's type. */

import { nearest } from "../../diagnostics/index.ts";
import { type Signature, showType, type Type } from "../../records/index.ts";
import type { MemberExpression } from "../../syntax/index.ts";
import type { Context } from "../context.ts";
import { memberOwner } from "../library.ts";
import { textOf } from "../values.ts";
import { type Bindings, bind, substitute } from "./generics.ts";
import { isFault, sameType } from "./relations.ts";

export interface Member {
  readonly signature: Signature;
  readonly bindings: Bindings;
}

/** Whether the library knows a member of this name for the type at all. */
export function hasMember(context: Context, type: Type, name: string): boolean {
  return candidates(context, type, name).length > 0;
}

/** The member of a value of `type`; one that is not there is reported with the nearest name. */
export function findMember(context: Context, type: Type, node: MemberExpression): Member | undefined {
  if (type.kind === "unknown") return undefined;
  const name = node.name.name;
  // The parser has said that a name is missing.
  if (name === "") return undefined;
  const found = candidates(context, type, name);
  for (const signature of found) {
    const bindings: Bindings = new Map();
    if (signature.receiver === undefined) continue;
    bind(signature.receiver, type, bindings);
    const receiver = substitute(signature.receiver, bindings);
    if (sameType(receiver, type) || (isFault(receiver) && isFault(type))) return { signature, bindings };
  }
  const [other] = found;
  if (other?.receiver !== undefined) {
    context.report("DS2203", node.name, {
      type: `${showType(type)} (it is a method of ${shownReceiver(other.receiver)})`,
      name,
    });
    return undefined;
  }
  context.report("DS2203", node.name, {
    type: `the type ${showType(type)}`,
    name,
    ...(name === "forEach" && type.kind === "array"
      ? { fix: `write \`for (${showType(type.element)} each in ${textOf(context, node.object)}) { … }\`` }
      : { nearest: nearestMember(context, type, name) }),
  });
  return undefined;
}

/** `N[]` as a reader knows it. */
function shownReceiver(type: Type): string {
  const isNumbers = type.kind === "array" && type.element.kind === "parameter" && type.element.name === "N";
  return isNumbers ? "int[] and float[]" : showType(type);
}

function candidates(context: Context, type: Type, name: string): readonly Signature[] {
  const { members } = context.program.library;
  const own = members.get(memberOwner(type))?.get(name);
  if (own !== undefined) return own;
  return isFault(type) ? (members.get("Fault")?.get(name) ?? []) : [];
}

// What other languages call these members.
const usual: ReadonlyMap<string, string> = new Map(
  Object.entries({
    size: "length",
    count: "length",
    len: "length",
    toUpperCase: "upper",
    toLowerCase: "lower",
    includes: "contains",
    substring: "slice",
    substr: "slice",
    append: "push",
    add: "push",
    containsKey: "has",
    stdout: "out",
    stderr: "err",
    code: "status",
    exitCode: "status",
    faultType: "class",
    type: "kind",
  }),
);

// What other languages and commands call these functions.
const usualFunctions: ReadonlyMap<string, string> = new Map(
  Object.entries({
    basename: "name",
    dirname: "parent",
    extname: "extension",
    resolve: "absolute",
    stringify: "of",
    dump: "format",
    load: "read",
    readFile: "readText",
    writeFile: "writeText",
    appendFile: "appendText",
    remove: "unlink",
    delete: "unlink",
    mkdirp: "mkdirs",
    listdir: "readdir",
    isDir: "isDirectory",
    cwd: "getcwd",
    pwd: "getcwd",
    time: "now",
  }),
);

/** The name that was meant among a module's functions. */
export function nearestFunction(name: string, names: Iterable<string>): string | undefined {
  const known = [...names];
  const common = usualFunctions.get(name);
  return common !== undefined && known.includes(common) ? common : nearest(name, known);
}

function nearestMember(context: Context, type: Type, name: string): string | undefined {
  const { members } = context.program.library;
  const names = [...(members.get(memberOwner(type))?.keys() ?? [])];
  if (isFault(type)) names.push(...(members.get("Fault")?.keys() ?? []));
  const common = usual.get(name);
  return common !== undefined && names.includes(common) ? common : nearest(name, names);
}
