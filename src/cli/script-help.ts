/** The `--help` of a script with parameters, made from what it declares (language 3). */

import type { Language } from "../diagnostics/index.ts";
import { labelsOf } from "../engine/index.ts";
import { elementType, type ParameterSpec, type Program, showType, takes } from "../records/index.ts";
import { displayWidth } from "../text/index.ts";

const widest = 28;

/** `name` is the script as it was named on the command line. */
export function scriptHelp(name: string, program: Program, { text: say }: Language): string {
  const [title = "", ...rest] = program.about.split("\n");
  const operands = program.readsArguments ? " [ARG…]" : "";
  const needed = program.parameters.filter((spec) => spec.required).map((spec) => ` ${labelOf(spec)}`);
  const about = rest.join("\n").trim();
  const rows = [
    ...program.parameters.map((spec) => [labelOf(spec), saysOf(spec, say)] as const),
    ["--help", say("show this text")] as const,
  ];
  const parts = [
    title === "" ? name : `${name}: ${title}`,
    ...(about === "" ? [] : [about]),
    `${say("Usage:")}\n  dscript run ${name}${needed.join("")} [OPTION…]${operands}`,
    `${say("Options:")}\n${rows.map(([label, says]) => row(label, says)).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function labelOf(spec: ParameterSpec): string {
  const [label = "", negative] = labelsOf(spec);
  if (spec.type.kind === "boolean") return spec.defaultText === "true" ? (negative ?? label) : label;
  return `${label} ${showType(elementType(spec.type)).toUpperCase()}`;
}

/** What a parameter is for, and what it takes: "days to keep (1..30; default 7)". */
export function saysOf(spec: ParameterSpec, say: Language["text"]): string {
  const facts: string[] = [];
  if (spec.bounds !== undefined) facts.push(spec.bounds.kind === "list" ? takes(spec) : (spec.boundsText ?? ""));
  if (spec.required) facts.push(say("needed"));
  else if (spec.defaultText !== undefined && !spec.secret && spec.type.kind !== "boolean")
    facts.push(say(`default ${spec.defaultText}`));
  if (spec.type.kind === "array") facts.push(say("may be given again"));
  if (spec.secret) facts.push(say(`or --${spec.option}-file FILE`));
  const says = spec.says ?? "";
  if (facts.length === 0) return says;
  const joined = facts.join(say("; "));
  return says === "" ? joined : `${says} (${joined})`;
}

function row(label: string, says: string): string {
  const pad = widest - displayWidth(label);
  return pad < 1 ? `  ${label}\n  ${" ".repeat(widest)}${says}` : `  ${label}${" ".repeat(pad)}${says}`.trimEnd();
}
