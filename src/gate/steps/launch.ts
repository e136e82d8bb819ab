/** Step 1: the engine itself is what it should be, with nothing loaded ahead of it. */

import { type Reason, reason } from "../../consent/index.ts";

export interface Launch {
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly inspector: string | undefined;
}

export function ownLaunch(): Launch {
  return { options: process.execArgv, environment: process.env, inspector: openDebugger() };
}

/** Closes a debugger that a signal has opened; loading node:inspector to ask takes milliseconds. Where that cannot be done: where one may attach. */
function openDebugger(): string | undefined {
  const { _debugEnd: end } = process as { readonly _debugEnd?: () => void };
  if (typeof end !== "function") return process.getBuiltinModule("node:inspector").url();
  end();
  return undefined;
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
