/** Yaml: to and from JSON values. What reads it is loaded at the first call. */

import { readAll } from "../files/read-all.ts";
import type { ScriptFlow } from "../flow.ts";
import type { JsonValue } from "../json/value.ts";
import type { Run } from "../run.ts";
import { type GuardedCall, guarded, quote } from "./guard.ts";

export function yamlCalls(run: Run): Readonly<Record<string, GuardedCall>> {
  return {
    "Yaml.parse": guarded({
      perform: async (_flow: ScriptFlow, _site: number, text: string) => {
        const { parseOneYaml } = await import("../yaml/parse.ts");
        return parseOneYaml(text);
      },
      attempts: () => "read the YAML text",
    }),
    "Yaml.parseAll": guarded({
      perform: async (_flow: ScriptFlow, _site: number, text: string) => {
        const { parseYaml } = await import("../yaml/parse.ts");
        return parseYaml(text);
      },
      attempts: () => "read the YAML text",
    }),
    "Yaml.read": guarded({
      perform: async (flow: ScriptFlow, _site: number, filename: string) => {
        const text = await readAll(run, flow, filename);
        const { parseOneYaml } = await import("../yaml/parse.ts");
        return parseOneYaml(text);
      },
      attempts: (filename) => `read ${quote(filename)}`,
    }),
    "Yaml.format": guarded({
      perform: async (_flow: ScriptFlow, _site: number, value: JsonValue) => {
        const { formatYaml } = await import("../yaml/format.ts");
        return formatYaml(value);
      },
      attempts: (value) => `write ${value.path} as YAML`,
    }),
  };
}
