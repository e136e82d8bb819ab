/** Printing loses nothing: formatted text and canonical text say what the script says, and stay as they are when printed again. */

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSameScript, parse, print, type Script } from "../../../src/syntax/index.ts";
import { createSource } from "../../../src/text/index.ts";
import { goodScripts, scriptOf, wrongIn } from "./printed.ts";
import { declaredAhead, trees } from "./trees.ts";

const scripts = goodScripts();
const seed = 20_261_126;
/** `DSCRIPT_SOAK=50` runs fifty times as many. */
const soak = Number(process.env["DSCRIPT_SOAK"] ?? 1);

const format = (text: string): string => {
  const script = scriptOf(text);
  if (script === undefined) throw new Error(`has errors: ${text}`);
  return print(script, text);
};

describe("every script of the corpus, the examples and the manual", () => {
  it("are many", () => {
    expect(scripts.length).toBeGreaterThan(150);
  });

  it.each(scripts)("%s", (_place, text) => {
    expect(wrongIn(text)).toBeUndefined();
  });
});

describe("the printer bears", () => {
  const limit = 60_000 * soak;

  it("comments and line breaks anywhere: none is lost, in their order", { timeout: limit }, () => {
    const change = fc.record({ script: fc.constantFrom(...scripts), places: fc.array(fc.nat(5000), { maxLength: 6 }) });
    fc.assert(
      fc.property(
        change,
        fc.constantFrom("/*@*/", " /* @ */ ", "# @\n", " // @\n", "\n", "\n\n\n"),
        ({ script, places }, piece) => {
          let text = script[1];
          let count = 0;
          for (const place of places) {
            const at = place % (text.length + 1);
            const changed = `${text.slice(0, at)}${piece.replace("@", `@${count}@`)}${text.slice(at)}`;
            const [before, after] = [scriptOf(text), scriptOf(changed)];
            // Within a text or a word it is none: only where the script still says the same.
            if (before === undefined || after === undefined || print(before) !== print(after)) continue;
            text = changed;
            count += 1;
          }
          expect(wrongIn(text)).toBeUndefined();
          if (!piece.includes("@")) return;
          const marks = (some: string): readonly string[] => some.match(/@\d+@/g) ?? [];
          expect(marks(format(text))).toEqual(marks(text));
        },
      ),
      { seed, numRuns: 1500 * soak },
    );
  });

  it("the corpus with pieces exchanged", { timeout: limit }, () => {
    const lines = scripts.flatMap(([, text]) => text.split("\n"));
    const change = fc.record({
      script: fc.constantFrom(...scripts),
      from: fc.nat(4000),
      length: fc.nat(20),
      instead: fc.oneof(
        fc.constant(""),
        fc.constantFrom(...lines),
        fc.constantFrom("(", ")", " - ", "!", "{ ", " }", ";"),
      ),
    });
    fc.assert(
      fc.property(change, ({ script: [, text], from, length, instead }) => {
        const at = from % (text.length + 1);
        expect(wrongIn(`${text.slice(0, at)}${instead}${text.slice(at + length)}`)).toBeUndefined();
      }),
      { seed, numRuns: 4000 * soak },
    );
  });
});

describe("trees that nobody wrote", () => {
  it("are printed so that they are read again", { timeout: 60_000 * soak }, () => {
    fc.assert(
      fc.property(trees.statement, (statement) => {
        const script: Script = {
          kind: "script",
          strict: false,
          pragmas: [],
          statements: declaredAhead([statement]),
          declared: new Map(),
          parenthesized: new Set(),
          broken: [],
          syntaxes: [],
          start: 0,
          end: 0,
        };
        const text = print(script);
        const again = parse(createSource("tree.dscript", text));
        expect(again.diagnostics.map(({ code, message }) => `${code} ${message}\n${text}`)).toEqual([]);
        expect(isSameScript(script, again.script), text).toBe(true);
      }),
      { seed, numRuns: 1000 * soak },
    );
  });
});

describe("the one format", () => {
  it("is what the manual shows", () => {
    const page = readFileSync(new URL("../../../docs/language/6-running.md", import.meta.url), "utf8");
    const [, before = "", after] = /```dscript\n([^`]*)```\n\nbecomes\n\n```dscript\n([^`]*)```/.exec(page) ?? [];
    expect(format(before)).toBe(after);
  });

  it.each([
    ["blocks", "if(a==1){ echo x }\nelse\n{\n\n\necho y\n\n}", "if (a == 1) { echo x } else {\n  echo y\n}\n"],
    ["one statement as a body", "if (a == 1) echo x\nelse\n   echo y", "if (a == 1) echo x\nelse\n  echo y\n"],
    ["chains", "if(a==1){ }else if(a==2){ echo b }", "if (a == 1) { } else if (a == 2) { echo b }\n"],
    ["parentheses", "var b=((a+1))*2-(3)", "var b = (a + 1) * 2 - (3)\n"],
    ["signs", "var b=- -a-+a-~a", "var b = - -a - +a - ~a\n"],
    ["operators at line ends", "var b=a+\n1+\n   2", "var b = a +\n  1 +\n  2\n"],
    ["calls over lines", "println(a,\na, // why\n  a)", "println(\n  a,\n  a, // why\n  a,\n)\n"],
    [
      "chains of calls",
      'String s="x"\nvar t=s\n.trim()\n.upper()',
      'String s = "x"\nvar t = s\n  .trim()\n  .upper()\n',
    ],
    ["closures", "var f=(int x)=>{return x}", "var f = (int x) => { return x }\n"],
    ["commands", "x|y>f 2>&1&&z  ||  w &", "x | y > f 2>&1 && z || w &\n"],
    ["joined lines", "prog a \\\n      b", "prog a \\\n  b\n"],
    ["pipelines over lines", "prog |\nsort |   # sorted\nuniq", "prog |\n  sort | # sorted\n  uniq\n"],
    ["here-documents", "cat <<A|sort\n  x\nA\necho   y", "cat <<A | sort\n  x\nA\necho y\n"],
    ["comments", "# a\n\n\n\n/* b */ echo c// d\n# e", "# a\n\n/* b */ echo c// d\n# e\n"],
    [
      "switches",
      "switch(a){case 1:echo x;break\ndefault:\necho y\n}",
      "switch (a) {\n  case 1: echo x; break\n  default:\n    echo y\n}\n",
    ],
    ["faults", "try{ false }\ncatch(IOFault f){ }\nfinally\n{ }", "try { false } catch (IOFault f) { } finally { }\n"],
    ["imports", "import command  rsync,mv  as move optional", "import command rsync, mv as move optional\n"],
    [
      "clauses",
      "retry  3  times every 5s doubling on IOFault{ false }",
      "retry 3 times every 5s doubling on IOFault { false }\n",
    ],
  ])("%s", (_what, text, formatted) => {
    expect(format(`int a = 1\n${text}`)).toBe(`int a = 1\n${formatted}`);
  });
});
