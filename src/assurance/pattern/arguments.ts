/** The arguments of a pattern against its parameters: what each name stands for, and what is wrong with what was given. */

import { nearest } from "../../diagnostics/index.ts";
import type { DCase } from "../model/case.ts";
import type { Json } from "../model/json.ts";
import type { Parameter } from "../model/pattern.ts";
import type { Trouble } from "../model/reading.ts";
import { misfit } from "./values.ts";

/** Values by the names of parameters. */
export type Arguments = { readonly [name: string]: Json };

export interface Bound {
  readonly values: ReadonlyMap<string, Json>;
  /** What fits of what was given, for the record. */
  readonly given: Arguments;
  readonly troubles: readonly Trouble[];
}

/** The parameters of a module and of its nodes; where a name is declared twice, the first counts. */
export function parametersIn(pattern: DCase): ReadonlyMap<string, Parameter> {
  const found = new Map<string, Parameter>();
  for (const list of [pattern.module.parameters ?? [], ...pattern.nodes.map((node) => node.parameters ?? [])])
    for (const parameter of list) if (!found.has(parameter.name)) found.set(parameter.name, parameter);
  return found;
}

/** A parameter's own value counts where no argument is given; `language` is that of whoever gives them. */
export function bind(pattern: DCase, given: Arguments, language = ""): Bound {
  const parameters = parametersIn(pattern);
  const troubles: Trouble[] = [];
  const kept: [string, Json][] = [];
  const values = new Map<string, Json>();
  for (const [name, value] of Object.entries(given)) {
    const parameter = parameters.get(name);
    const wrong = parameter === undefined ? undefined : misfit(value, parameter);
    if (parameter === undefined) troubles.push(unknown(name, pattern.module.name, parameters));
    else if (wrong !== undefined) troubles.push({ code: "INS-03", message: wrong, help: helpOf(parameter, language) });
    else kept.push([name, value]);
    if (parameter !== undefined && wrong === undefined) values.set(name, value);
  }
  for (const [name, parameter] of parameters) {
    if (Object.hasOwn(given, name)) continue;
    if (parameter.value !== undefined) values.set(name, parameter.value);
    else
      troubles.push({ code: "INS-02", message: `the argument ${name} is missing`, help: helpOf(parameter, language) });
  }
  return { values, given: Object.fromEntries(kept), troubles };
}

function unknown(name: string, pattern: string, parameters: ReadonlyMap<string, Parameter>): Trouble {
  const near = nearest(name, parameters.keys());
  const known = [...parameters.keys()].join(", ");
  const help = near !== undefined ? `did you mean ${near}?` : known === "" ? "it has none" : `it has ${known}`;
  return { code: "INS-01", message: `the pattern ${pattern} has no parameter ${name}`, help };
}

function helpOf({ name, type, says, translations }: Parameter, language: string): string {
  const shown = translations?.[language] ?? says;
  return shown === undefined ? `give a value of type ${type}: ${name}=…` : `give ${name}=…: ${shown}`;
}
