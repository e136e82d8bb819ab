/** What a script is given: its arguments, its environment, its own place, and constants that the command line replaced. */

import { dirname } from "node:path";
import { nearest } from "../../diagnostics/index.ts";
import { isWithin, Origin, type RuntimeApi, takes } from "../../records/index.ts";
import { createFault } from "../faults/raise.ts";
import { flowOf } from "../flow.ts";
import type { Run } from "../run.ts";

type Surroundings = Pick<
  RuntimeApi,
  | "argv"
  | "argument"
  | "environment"
  | "environmentOptional"
  | "scriptPath"
  | "scriptDirectory"
  | "defined"
  | "parameter"
  | "bounded"
>;

/** ARGV, `env`, SCRIPT, SCRIPT_DIR and `--define` (language 3). */
export function surroundings(run: Run): Surroundings {
  return {
    argv: () => run.options.arguments,
    argument(_flow, index, site) {
      const value = run.options.arguments[index];
      if (value === undefined) throw notGiven(run, index, site);
      return value;
    },
    environment(flow, name, site) {
      const { environment } = flowOf(flow);
      const value = environment.get(name);
      if (value === undefined) throw unset(run, name, environment.variables.keys(), site);
      return value;
    },
    environmentOptional: (flow, name) => flowOf(flow).environment.get(name) ?? null,
    scriptPath: (file) => run.options.paths[file] ?? "",
    scriptDirectory: (file) => dirname(run.options.paths[file] ?? ""),
    parameter: (name) => run.options.parameters.get(name) ?? null,
    bounded(site, name, value) {
      const spec = run.options.program.parameters.find((each) => each.name === name);
      const values: readonly unknown[] = Array.isArray(value) ? value : [value];
      if (spec?.secret) run.secrets.add(values);
      const wrong = values.find((each) => each !== null && !isWithin(spec?.bounds, each));
      if (spec === undefined || wrong === undefined) return value;
      const message = `the default of --${spec.option} is ${spec.secret ? "***" : String(wrong)}, but it takes ${takes(spec)}`;
      throw createFault(run, site, { kind: "ArgumentFault", message, stated: "SoftwareFault" });
    },
    defined: (name) => run.options.defines.get(name) ?? null,
  };
}

function notGiven(run: Run, index: number, site: number): Error {
  const count = run.options.arguments.length;
  const given =
    count === 0 ? "no argument was given" : count === 1 ? "one argument was given" : `${count} arguments were given`;
  const message =
    index < 0 ? `there is no ARGV[${index}]: arguments count from 0` : `ARGV[${index}] was not given: ${given}`;
  return createFault(run, site, {
    kind: index < 0 ? "IndexFault" : "ArgumentFault",
    message,
    arguments: [{ name: "index", type: "int", text: String(index), origins: index < 0 ? Origin.literal : Origin.argv }],
  });
}

function unset(run: Run, name: string, known: Iterable<string>, site: number): Error {
  const near = nearest(name, known);
  const message = `the environment variable ${name} is not set${near === undefined ? "" : `; the nearest is ${near}`}`;
  return createFault(run, site, {
    kind: "EnvironmentFault",
    message,
    arguments: [{ name: "name", type: "String", text: name, origins: Origin.environment }],
  });
}
