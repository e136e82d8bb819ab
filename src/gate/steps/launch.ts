/** Step 1: the engine itself is what it should be, with nothing loaded ahead of it. */

import { url as inspectorUrl } from "node:inspector";
import { type Reason, reason } from "../../consent/index.ts";

export interface Launch {
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly inspector: string | undefined;
}

export function ownLaunch(): Launch {
  return { options: process.execArgv, environment: process.env, inspector: inspectorUrl() };
}

/** Variables by which Node.js or the system's loader run code of somebody else ahead of ours. */
const loaders = [
  "NODE_OPTIONS",
  "NODE_PATH",
  "LD_PRELOAD",
  "LD_AUDIT",
  "LD_LIBRARY_PATH",
  "GCONV_PATH",
  "OPENSSL_CONF",
];

export function launchReasons({ options, environment, inspector }: Launch): readonly Reason[] {
  return [
    ...(options.length > 0 ? [reason("DS6011", `Node.js was started with ${options.join(" ")}`)] : []),
    ...(inspector === undefined ? [] : [reason("DS6011", `a debugger may attach at ${inspector}`)]),
    ...loaders.flatMap((name) =>
      (environment[name] ?? "") === "" ? [] : [reason("DS6012", `${name} is set`, { help: `unset ${name}` })],
    ),
  ];
}
