/** Running a package's JavaScript, from the bytes that were read and hashed: what it exports. */

import { constants, runInThisContext } from "node:vm";
import { init, parse } from "es-module-lexer";
import { packageApi, packageApiName } from "./package-api.ts";
import { watchStray } from "./stray.ts";

/** Our own bundle is no module: there `import()` has to be asked for. This is constant text. */
const importModule = runInThisContext("(url) => import(url)", {
  importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
}) as (url: string) => Promise<{ readonly default?: unknown }>;

/** The default export of a package's text; throws what the package throws, or an Error that says why it cannot be run. */
export async function evaluatePackage(path: string, bytes: Uint8Array): Promise<unknown> {
  await init;
  const text = Buffer.from(bytes).toString("utf8");
  const [imports] = parse(text, path);
  let code = text;
  for (const each of imports.toReversed()) {
    if (each.type !== "static" && each.type !== "reexport-star") continue;
    const { specifier: name, start: from, end: to } = each;
    if (name.startsWith("node:")) continue;
    if (name !== packageApiName)
      throw new Error(
        `it imports "${name}": a package is one file, bundle what it needs; "${packageApiName}" and "node:…" are there`,
      );
    code = code.slice(0, from) + urlOf(packageApi) + code.slice(to);
  }
  watchStray(path);
  try {
    return (await withoutWarning(() => importModule(urlOf(`${code}\n//# sourceURL=${path}`)))).default;
  } catch (thrown) {
    throw thrown instanceof Error ? new Error(shortened(thrown.message)) : thrown;
  }
}

/** Node.js warns that the way above is an experiment; to whoever runs a script that says nothing. It does so within the call. */
function withoutWarning<T>(run: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return run();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** V8 names modules by their whole addresses, which hold the code. */
function shortened(message: string): string {
  return message.replace(/'?data:text\/javascript;base64,[\w+/=]*'?/g, `"${packageApiName}"`);
}

function urlOf(code: string): string {
  return `data:text/javascript;base64,${Buffer.from(code).toString("base64")}`;
}
