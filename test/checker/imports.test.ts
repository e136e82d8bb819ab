// Several files: each is a namespace, imported ones are checked first, and what cannot be there is no cause for more.
import { describe, expect, test } from "vitest";
import { check, type LoadedFile } from "../../src/checker/index.ts";
import { shippedCommands } from "../../src/commands/index.ts";
import { originNames } from "../../src/records/index.ts";
import { type ImportStatement, parse } from "../../src/syntax/index.ts";
import { createSource } from "../../src/text/index.ts";

/** Checks files by name; the first is the script, an import that names none of them is left open. */
function checkFiles(texts: Readonly<Record<string, string>>): ReturnType<typeof check> {
  const names = Object.keys(texts);
  const files = names.map((name): LoadedFile => {
    const source = createSource(name, texts[name] ?? "");
    const { script } = parse(source);
    const imports = new Map<ImportStatement, number>();
    for (const node of script.statements)
      if (node.kind === "import" && names.includes(node.path)) imports.set(node, names.indexOf(node.path));
    return { source, script, imports };
  });
  return check({ files, commands: shippedCommands });
}

describe("imports", () => {
  test("give inferred types and origins of the other file's values", () => {
    const program = checkFiles({
      "a.dscript":
        'import "b.dscript" as b\nint n = b.limit\nfor (String f in b.found) { rm -- ${f} }\nb.use(env.HOME)\n',
      "b.dscript": 'var limit = 3\nvar found = glob("*.c")\nvoid use(String s) { ls ${s} }\n',
    });
    expect(program.diagnostics).toEqual([]);
    const parameter = [...program.symbols.values()].find((each) => each.kind === "parameter");
    expect(originNames(parameter?.origins ?? 0)).toEqual(["environment"]);
    expect([...program.commands.values()].map((each) => [each.name, [...each.guarded]])).toEqual([
      ["rm", []],
      ["ls", [1]],
    ]);
  });

  test("of a file that could not be loaded cause nothing more", () => {
    expect(checkFiles({ "a.dscript": 'import "gone.dscript"\nint n = gone.f(1)\ngone.x.y()\n' }).diagnostics).toEqual(
      [],
    );
  });

  test("in a circle are reported once", () => {
    const program = checkFiles({
      "a.dscript": 'import "b.dscript"\nb.f()\n',
      "b.dscript": 'import "a.dscript"\nvoid f() { println("x") }\n',
    });
    expect(program.diagnostics.map((each) => [each.code, each.source.name])).toEqual([["DS1902", "b.dscript"]]);
  });

  test("keep `strict` to the file that asks for it, and a script's own to all files", () => {
    const lib = "void f() { true; if ($? == 0) { println(1) } }\n";
    const styles = (texts: Readonly<Record<string, string>>): readonly boolean[] =>
      [...checkFiles(texts).functions.values()].map((each) => each.statusStyle);
    expect(styles({ "a.dscript": 'import "b.dscript"\nb.f()\n', "b.dscript": lib })).toContain(true);
    expect(styles({ "a.dscript": 'import "b.dscript"\nb.f()\n', "b.dscript": `strict\n${lib}` })).not.toContain(true);
    expect(styles({ "a.dscript": 'strict\nimport "b.dscript"\nb.f()\n', "b.dscript": lib })).not.toContain(true);
  });

  test("no file at all is no cause to throw", () => {
    expect(check({ files: [], commands: shippedCommands }).ok).toBe(true);
  });
});
