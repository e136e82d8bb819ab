/** The stack of a fault as a script's reader knows it: functions, lines and arguments, innermost first (faults 2). */

import type { FaultView } from "../diagnostics/index.ts";
import type { FaultArgument, FaultFrame, Program, Site, SiteArgument } from "../records/index.ts";
import { type Fault, type Mask, mostOuter, showArgument } from "../runtime/index.ts";
import { scriptUrl } from "./execute.ts";
import { readSourceMap } from "./source-map.ts";

/** A function of the script that is under way: where it stands now. */
interface Activation {
  readonly name: string;
  readonly file: number;
  readonly line: number;
}

/** Frames, and how many between them are left out ahead of the one at an index. */
type Trace = Required<Pick<FaultView, "stack">> & Pick<FaultView, "leftOut">;

/** The frames of a fault; the last one is `main`. */
export function traceOf(program: Program, fault: Fault, mask: Mask): Trace {
  const site = program.sites[fault.site];
  if (site === undefined) return { stack: [] };
  const fileName = (file: number): string => shortName(program.files[file]?.name ?? "");
  const innermost = { file: site.file, line: site.stages?.[fault.stage]?.line ?? site.line };
  const frames: FaultFrame[] = [];
  let leftOut: Trace["leftOut"];
  // The call that found no room on the stack has not begun.
  // A task that fails as a whole is the first function that its fault passes.
  if (fault.symptom.api !== "" && fault.kind !== "StackFault" && fault.passed[0]?.site !== fault.site) {
    const { api, arguments: list } = fault.symptom;
    const element = api === "[]" ? elementText(program, site, list[0]) : undefined;
    const call = element === undefined ? { name: api, arguments: list } : { name: element, arguments: [] };
    frames.push({ file: fileName(innermost.file), line: innermost.line, ...call });
  }
  // Where the function that comes next stands: at the failure itself, then at the call of the one before.
  let at: { readonly file: number; readonly line: number } = innermost;
  for (const [index, { site: known, call, values }] of fault.passed.entries()) {
    if (fault.leftOut > 0 && index === fault.passed.length - mostOuter)
      leftOut = { at: frames.length, count: fault.leftOut };
    const about = program.sites[known];
    if (about === undefined) continue;
    frames.push({
      file: fileName(at.file),
      line: at.line,
      name: about.function,
      arguments: shown(about.arguments, values, mask),
    });
    at = program.sites[call] ?? about;
  }
  for (const { file, line, name } of waitingFunctions(program, fault, at))
    frames.push({ file: fileName(file), line, name, arguments: [] });
  return leftOut === undefined ? { stack: frames } : { stack: frames, leftOut };
}

/** `ARGV[0]`, `sizes["b"]`: what is read as the script has it, with the index or key of this time. */
function elementText(program: Program, site: Site, given: FaultArgument | undefined): string | undefined {
  const [index] = site.arguments;
  if (index?.start === undefined || given === undefined) return undefined;
  const ahead = program.files[site.file]?.text.slice(site.start, index.start).trim() ?? "";
  if (!ahead.endsWith("[")) return undefined;
  const owner = ahead.length > 40 || ahead.includes("\n") ? "…[" : ahead;
  const isText = given.type === "String" && index.secret !== true;
  return `${owner}${isText ? JSON.stringify(given.text) : given.text}]`;
}

/** The functions that a fault has not passed yet, as when status style reports it where it stands: only V8 knows them then. */
function waitingFunctions(program: Program, fault: Fault, at: { file: number; line: number }): readonly Activation[] {
  const waiting = activationsOf(program, fault).slice(fault.passed.length + fault.leftOut);
  const [first, ...others] = waiting;
  // A job fails when nobody waits any more: of its function only the place is known.
  const name = fault.passed.length === 0 ? (program.sites[fault.site]?.function ?? "main") : "main";
  const known = first === undefined ? [{ ...at, name }] : [{ ...at, name: first.name }, ...others];
  const last = known.at(-1);
  return program.tests === undefined || last === undefined ? known : [...known.slice(0, -1), { ...last, name: "test" }];
}

function shown(known: readonly SiteArgument[], values: readonly unknown[], mask: Mask): FaultFrame["arguments"] {
  return values.map((value, index) => showArgument(known[index], index, value, mask));
}

/** The script's functions on the JavaScript stack, innermost first. Frames without a name are parts of the next one that has one. */
function activationsOf(program: Program, fault: Fault): readonly Activation[] {
  const map = readSourceMap(program.map);
  const pattern = new RegExp(`at (?:async )?(?:([^ \\n]+) \\()?${scriptUrl}:(\\d+):(\\d+)`, "g");
  const activations: Activation[] = [];
  let inner: ReturnType<typeof map.find>;
  for (const [, name, line = "", column = ""] of (fault.stack ?? "").matchAll(pattern)) {
    inner ??= map.find(Number(line), Number(column));
    // `$leave` and its kin are the compiler's own.
    const isClosure = name?.endsWith("$closure") === true;
    if (name === undefined || ((name.startsWith("Object.") || name.startsWith("$")) && !isClosure)) continue;
    // The compiler's names end with an underscore and a number.
    if (inner !== undefined) activations.push({ ...inner, name: isClosure ? "closure" : name.replace(/_\d*$/, "") });
    inner = undefined;
  }
  return activations;
}

/** A trace names files as short as it can: the folder is in the title already. */
function shortName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
