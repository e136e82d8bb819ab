// What tests of the printer share: scripts to print, and what must hold of each.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { isSameScript, parse, print, type Script } from "../../../src/syntax/index.ts";
import { createSource, decodeUtf8 } from "../../../src/text/index.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Every script of the corpus, of the examples and of the manual that is read without errors, by its place. */
export function goodScripts(): readonly (readonly [place: string, text: string])[] {
  const files = ["test/corpus", "examples"].flatMap((folder) =>
    readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".dscript"))
      .map((name) => `${folder}/${name}`),
  );
  const blocks = readdirSync(`${root}docs/language`)
    .filter((name) => name.endsWith(".md"))
    .flatMap((name) =>
      [...readFileSync(`${root}docs/language/${name}`, "utf8").matchAll(/^```dscript.*\n([\s\S]*?)^```$/gm)].map(
        (match, index) => [`docs/language/${name} ${index + 1}`, match[1] ?? ""] as const,
      ),
    );
  return [...files.sort().map((name) => [name, decodeUtf8(readFileSync(`${root}${name}`))] as const), ...blocks]
    .map(([place, text]) => [place, unix(text)] as const)
    .filter(([, text]) => scriptOf(text) !== undefined);
}

/** As `dscript fmt` reads a text. */
function unix(text: string): string {
  return text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
}

/** The tree of a text; undefined where that has errors. */
export function scriptOf(text: string): Script | undefined {
  const { script, diagnostics } = parse(createSource("print.dscript", text));
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : script;
}

/** What is wrong with how a good text is printed; undefined where nothing is. Texts with errors are of no matter. */
export function wrongIn(text: string): string | undefined {
  const script = scriptOf(text);
  if (script === undefined) return undefined;
  const formatted = print(script, text);
  const canonical = print(script);
  const again = scriptOf(formatted);
  if (again === undefined || !isSameScript(script, again)) return `says something else:\n${formatted}`;
  if (print(again, formatted) !== formatted) return `changes once more:\n${formatted}\n${print(again, formatted)}`;
  if (print(again) !== canonical) return `has another canonical form:\n${canonical}\n${print(again)}`;
  const fromCanonical = scriptOf(canonical);
  if (fromCanonical === undefined || !isSameScript(script, fromCanonical))
    return `canonical, says something else:\n${canonical}`;
  return undefined;
}
