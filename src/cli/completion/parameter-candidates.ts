/** What may stand behind a script's name, by the parameters that it declares. */

import { type CommandLine, labelsOf } from "../../engine/index.ts";
import { elementType, type ParameterSpec } from "../../records/index.ts";
import { language } from "../language.ts";
import { saysOf } from "../script-help.ts";
import { type Candidates, nothing } from "./candidate.ts";

/** `words` stand between the script's name and the cursor. */
export function parameterCandidates(line: CommandLine, words: readonly string[], current: string): Candidates {
  // A script without parameters reads every word itself.
  if (line.parameters.length === 0) return { ...nothing, files: "files" };
  const specs = new Map(line.parameters.flatMap((spec) => labelsOf(spec).map((label) => [label, spec] as const)));
  const given = new Set<ParameterSpec>();
  let optionsEnd = false;
  for (let at = 0; at < words.length && !optionsEnd; at += 1) {
    const word = words[at] ?? "";
    optionsEnd = word === "--";
    const label = word.split("=", 1)[0] ?? "";
    const spec = specs.get(label);
    if (spec === undefined) continue;
    given.add(spec);
    if (word.includes("=") || spec.type.kind === "boolean") continue;
    at += 1;
    if (at === words.length) return valueCandidates(spec, label, "");
  }
  const equals = current.indexOf("=");
  const asked = optionsEnd || equals === -1 ? undefined : specs.get(current.slice(0, equals));
  if (asked !== undefined) return valueCandidates(asked, current.slice(0, equals), current.slice(0, equals + 1));
  const options: Candidates["words"] = optionsEnd ? [] : labels(line, given);
  if (current.startsWith("-")) return { ...nothing, words: options };
  return { words: options, files: line.readsArguments ? "files" : "none", glue: "" };
}

/** Every label that may still be given, a parameter that takes one value once. */
function labels(line: CommandLine, given: ReadonlySet<ParameterSpec>): Candidates["words"] {
  return [
    ...line.parameters
      .filter((spec) => spec.type.kind === "array" || !given.has(spec))
      .flatMap((spec) => labelsOf(spec).map((label) => [label, saysOf(spec, language().text)] as const)),
    ["--help", language().text("show what the script takes")] as const,
  ];
}

function valueCandidates(spec: ParameterSpec, label: string, glue: string): Candidates {
  if (spec.bounds?.kind === "list")
    return { ...nothing, words: spec.bounds.values.map((value) => [`${glue}${value}`, ""] as const), glue };
  if (spec.type.kind === "boolean")
    return { ...nothing, words: ["true", "false"].map((value) => [`${glue}${value}`, ""] as const), glue };
  const names = spec.secret && label.endsWith("-file") ? "files" : "none";
  return { ...nothing, files: !spec.secret && elementType(spec.type).kind === "String" ? "files" : names, glue };
}
