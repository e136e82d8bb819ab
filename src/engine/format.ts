/** A script in the one format: read, printed, read again to be sure that it still says the same, and replaced as a whole. */

import type { Diagnostic } from "../diagnostics/index.ts";
import { replaceScript } from "../runtime/index.ts";
import { type Imports, isSameScript, type Parsed, parse, print, type Script } from "../syntax/index.ts";
import { createSource, encodeUtf8 } from "../text/index.ts";
import { importsOf } from "./load.ts";
import { bounded } from "./modules/bounded.ts";
import { readScript } from "./read-file.ts";
import { configFor } from "./script-config.ts";
import { decodeScript, problemOf } from "./source-bytes.ts";
import type { LoadProblem } from "./unprepared.ts";
import { absolutePath } from "./working-directory.ts";

/** A script as it should be; or why there is nothing to format: it has errors, or cannot be read. */
export type Formatted =
  | { readonly kind: "formatted"; readonly text: string; readonly isChanged: boolean }
  | { readonly kind: "wrong"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "unread"; readonly problem: LoadProblem };

/** Formats a script; "-" is standard input. Nothing is written. */
export async function formatScript(name: string): Promise<Formatted> {
  const bytes = readScript(name === "-" ? 0 : absolutePath(name));
  if (!(bytes instanceof Uint8Array)) return { kind: "unread", problem: problemOf(name, bytes.code) };
  const shown = name === "-" ? "<stdin>" : name;
  const { source, wrong } = decodeScript(shown, bytes);
  if (wrong !== undefined) return { kind: "wrong", diagnostics: [wrong] };
  // One kind of line end, and no byte order mark.
  const unix = source.text.includes("\r") ? createSource(shown, source.text.replaceAll("\r\n", "\n")) : source;
  const imports = await importsIn(name, bytes, unix.text);
  const { script, diagnostics } = parse(unix, undefined, imports, bounded);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) return { kind: "wrong", diagnostics: errors };
  const text = print(script, unix.text);
  // What comes out as it went in needs no second reading.
  if (text !== unix.text && !saysTheSame(script, parse(createSource(shown, text), undefined, imports, bounded)))
    return {
      kind: "unread",
      problem: {
        problem: `${shown} would not say the same when it is formatted, and stays as it is: a bug of dscript`,
        next: "please report it with the script",
      },
    };
  return { kind: "formatted", text, isChanged: Buffer.compare(encodeUtf8(text), bytes) !== 0 };
}

/** What imported files add to the grammar: a script that imports none is read alone. */
async function importsIn(name: string, bytes: Uint8Array, text: string): Promise<Imports | undefined> {
  if (!/^[ \t]*import[ \t]/m.test(text)) return undefined;
  const found = await configFor(name);
  return importsOf(name, bytes, found.ok ? found.config.packages : new Map());
}

function saysTheSame(script: Script, { script: again, diagnostics }: Parsed): boolean {
  return !diagnostics.some(({ severity }) => severity === "error") && isSameScript(script, again);
}

/** Replaces a script by its formatted text: all of it or nothing. Undefined where that went well. */
export async function writeFormatted(name: string, text: string): Promise<LoadProblem | undefined> {
  try {
    await replaceScript(absolutePath(name), encodeUtf8(text));
    return undefined;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    return { problem: `${name} cannot be written: ${code}`, next: "see whether you may write there" };
  }
}
