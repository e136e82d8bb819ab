/** Words that came from outside and look like options (language 3). */

import { type OriginName, originNames } from "../../records/index.ts";
import { createFault, siteAt } from "../faults/raise.ts";
import { showArgument } from "../faults/show-argument.ts";
import type { Run } from "../run.ts";

/** The value itself; an ArgumentFault where it starts with "-", as an option of the command would. */
export function guardWord(run: Run, site: number, stage: number, word: number, value: string): string {
  if (!value.startsWith("-")) return value;
  const where = siteAt(run, site);
  const known = where.stages?.[stage]?.words[word];
  const origins = known?.origins ?? 0;
  const shown = known?.secret === true ? "***" : value;
  const from = originNames(origins).map((name) => plainNames[name]);
  const source = from.length === 0 ? "from outside of the script" : from.join(" and ");
  const fault = createFault(run, site, {
    kind: "ArgumentFault",
    message: `"${shown}" comes ${source} and looks like an option; put -- ahead of it if the command knows --, or ./ if it names a file`,
    stage,
    arguments: [
      showArgument(
        {
          name: `argv[${word}]`,
          type: { kind: "String" },
          origins,
          ...(known?.secret === true ? { secret: true } : {}),
        },
        word,
        value,
        run.secrets.mask,
      ),
    ],
  });
  fault.ofWord = true;
  throw fault;
}

const plainNames: Readonly<Record<OriginName, string>> = {
  literal: "from the script's text",
  constant: "from a constant",
  argv: "from the script's arguments",
  parameter: "from a parameter of the script",
  environment: "from the environment",
  file: "from a file",
  output: "from a command's output",
  prompt: "from an answer at a prompt",
  host: "from this machine",
  network: "from another host",
  machine: "from a file of this machine",
  shipped: "from a file of the script's own",
  agreed: "from a context of the D-Case",
};
