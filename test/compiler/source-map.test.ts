/** Sites and the source map: every place that can fail leads back to the script's own text. */

import { describe, expect, it } from "vitest";
import { Origin, type Program } from "../../src/records/index.ts";
import { compileText, compileTexts, functionOf } from "./compiled.ts";
import { createFake, mainFlow } from "./fake-runtime.ts";

interface Mapping {
  readonly line: number;
  readonly column: number;
  readonly file: number;
  readonly sourceLine: number;
  readonly sourceColumn: number;
  readonly name: string | undefined;
}

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Decodes a map: lines and columns from 1. */
function decode(program: Program): readonly Mapping[] {
  const { mappings, names } = JSON.parse(program.map) as { mappings: string; names: readonly string[] };
  const found: Mapping[] = [];
  const last = { file: 0, line: 0, column: 0, name: 0 };
  for (const [line, text] of mappings.split(";").entries()) {
    let column = 0;
    for (const segment of text.split(",").filter((each) => each !== "")) {
      const values: number[] = [];
      let value = 0;
      let shift = 0;
      for (const letter of segment) {
        const digit = digits.indexOf(letter);
        value |= (digit & 31) << shift;
        shift += 5;
        if (digit >= 32) continue;
        values.push(value & 1 ? -(value >> 1) : value >> 1);
        value = 0;
        shift = 0;
      }
      const [step = 0, file = 0, sourceLine = 0, sourceColumn = 0, name] = values;
      column += step;
      last.file += file;
      last.line += sourceLine;
      last.column += sourceColumn;
      if (name !== undefined) last.name += name;
      found.push({
        line: line + 1,
        column: column + 1,
        file: last.file,
        sourceLine: last.line + 1,
        sourceColumn: last.column + 1,
        name: name === undefined ? undefined : names[last.name],
      });
    }
  }
  return found;
}

describe("the source map", () => {
  const text = "int f(int size) {\n  int n = size + 1\n  return n\n}\n\nprintln(f(2))\n  echo a | cat\n";
  const program = compileText(text);
  const mappings = decode(program);
  const codeLines = program.code.split("\n");

  it("is sorted, and every position lies within the code and the script", () => {
    const lines = text.split("\n");
    for (const { line, column, sourceLine, sourceColumn } of mappings) {
      expect(column).toBeLessThanOrEqual((codeLines[line - 1] ?? "").length + 1);
      expect(sourceColumn).toBeLessThanOrEqual((lines[sourceLine - 1] ?? "").length + 1);
    }
    const order = mappings.map(({ line, column }) => line * 10_000 + column);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it("leads from each emitted statement to its own", () => {
    const at = (code: string): string => {
      const line = codeLines.findIndex((each) => each.includes(code)) + 1;
      const found = mappings.find((each) => each.line === line);
      return `${found?.sourceLine}:${found?.sourceColumn}`;
    };
    expect(at("function f_")).toBe("1:1");
    expect(at("let n_")).toBe("2:3");
    expect(at("return n_")).toBe("3:3");
    expect(at("$println($")).toBe("6:1");
    expect(at("await run(")).toBe("7:3");
  });

  it("names functions as the script does", () => {
    expect(new Set(mappings.map((each) => each.name))).toEqual(new Set([undefined, "f"]));
  });

  it("leads V8's own stack back to the lines of the calls, over files", async () => {
    const linked = compileTexts({
      "main.dscript": 'import "lib.dscript"\n\nvoid go() {\n  lib.deep(1)\n}\ngo()',
      "lib.dscript": '// a line\nvoid deep(int n) {\n  String s = "a"\n  s.split("b")\n}',
    });
    const { rt } = createFake(linked);
    let stack = "";
    const library = { ...rt.library, "String.split": () => (stack = new Error("here").stack ?? "") };
    await functionOf(linked)({ ...rt, library }, mainFlow());
    const places = [...stack.matchAll(/compiled\.js:(\d+):(\d+)/g)].map(([, line, column]) => {
      const [l, c] = [Number(line), Number(column)];
      const best = decode(linked).findLast((each) => each.line === l && each.column <= c);
      return `${best?.file}:${best?.sourceLine}:${best?.sourceColumn}`;
    });
    expect(places).toEqual(["1:4:3", "0:4:3", "0:6:1"]);
  });
});

describe("sites", () => {
  const program = compileText(
    'String d = ARGV[0]\nconst N = 2\nString key() { return env.API_TOKEN }\nvoid f(String dir, int n) { cp -r "${dir}/x" *.c y | sort > ${dir} }\nf(d, N + 1)\ncurl ${key()}\nString[] fs = [d]\nrm -f -- ${fs}',
  );
  const found = (api: string) => {
    const site = program.sites.find((each) => each.api === api);
    if (site === undefined) throw new Error(`no site ${api}`);
    return site;
  };
  const textOf = ({ start, end }: { readonly start: number; readonly end: number }): string =>
    program.files[0]?.text.slice(start, end) ?? "";

  it("of pipelines know their stages, words, lists and redirections", () => {
    const { stages = [], function: name, line } = found("cp");
    expect([name, line, stages.length]).toEqual(["f", 4, 2]);
    expect(stages[0]?.words.map(textOf)).toEqual(["cp", "-r", '"${dir}/x"', "*.c", "y"]);
    expect(stages[0]?.words.map((word) => word.list === true)).toEqual([false, false, false, true, false]);
    expect((stages[0]?.words[2]?.origins ?? 0) & Origin.argv).toBe(Origin.argv);
    expect(stages[1]?.redirects?.map(textOf)).toEqual(["${dir}"]);
    expect(found("rm").stages?.[0]?.words.at(-1)?.list).toBe(true);
  });

  it("of calls show the function, the line of the call, and each argument with its origin", () => {
    const site = found("f");
    expect([site.line, site.function, textOf(site)]).toEqual([5, "f", "f(d, N + 1)"]);
    expect(site.arguments.map(({ name, type }) => `${name} ${type.kind}`)).toEqual(["dir String", "n int"]);
    expect((site.arguments[0]?.origins ?? 0) & Origin.argv).toBe(Origin.argv);
    expect((site.arguments[1]?.origins ?? 0) & Origin.argv).toBe(0);
  });

  it("know what elements are taken from, what is asked, what files hold, and what is read on the input", () => {
    const { sites } = compileText(
      'println(System.readLines("users.txt")[0].split(":")[2])\nassert(System.isDirectory("/mnt/x"), "no disk")\ncurl -o x.gz http://10.0.0.7/ | sort\ngunzip x.gz',
    );
    const of = (api: string) => sites.filter((each) => each.api === api);
    expect(of("[]").map((each) => (each.asked ?? 0) & Origin.file)).toContain(Origin.file);
    expect((of("assert")[0]?.asked ?? 0) & Origin.machine).toBe(Origin.machine);
    expect((of("curl")[0]?.stages?.[1]?.input ?? 0) & Origin.network).toBe(Origin.network);
    expect((of("gunzip")[0]?.stages?.[0]?.words[1]?.holds ?? 0) & Origin.network).toBe(Origin.network);
  });

  it("mark secrets", () => {
    expect(found("curl").stages?.[0]?.words[1]?.secret).toBe(true);
  });

  it("are one for one place, whatever is emitted twice", () => {
    const keys = program.sites.map((site) => `${site.file}:${site.start}:${site.end}:${site.api}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
