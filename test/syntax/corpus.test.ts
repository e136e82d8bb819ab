/** Golden files: scripts with their trees and what is said of them. `vitest -u` accepts new ones. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { catalogue, renderDiagnostic } from "../../src/diagnostics/index.ts";
import { parse } from "../../src/syntax/index.ts";
import { createSource, decodeUtf8 } from "../../src/text/index.ts";
import { showScript } from "./show-tree.ts";

const corpus = new URL("../corpus/syntax/", import.meta.url);

function casesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, corpus))
    .filter((name) => name.endsWith(".dscript"))
    .map((name) => `${folder}${name.slice(0, -".dscript".length)}`)
    .sort();
}

function parseCase(name: string): ReturnType<typeof parse> {
  const text = decodeUtf8(readFileSync(new URL(`${name}.dscript`, corpus)));
  return parse(createSource(`${name.split("/").at(-1)}.dscript`, text));
}

describe("each construct has its tree", () => {
  for (const name of casesIn("./")) {
    it(name, async () => {
      const { script, diagnostics } = parseCase(name);
      expect(diagnostics.map((one) => one.message)).toEqual([]);
      await expect(showScript(script)).toMatchFileSnapshot(fileURLToPath(new URL(`${name}.tree`, corpus)));
    });
  }
});

describe("each diagnostic of the syntax has a case", () => {
  const names = casesIn("./diagnostics/");

  for (const name of names) {
    it(name, async () => {
      const { diagnostics } = parseCase(name);
      const code = name.slice(-"DS1001".length);
      expect(new Set(diagnostics.map((one) => one.code))).toEqual(new Set([code]));
      await expect(diagnostics.map((one) => renderDiagnostic(one)).join("\n")).toMatchFileSnapshot(
        fileURLToPath(new URL(`${name}.txt`, corpus)),
      );
    });
  }

  it("leaves out no code of the catalogue", () => {
    const cases = names.map((name) => name.slice(-"DS1001".length));
    const codes = Object.keys(catalogue).filter((code) => /^DS1[0-2]/.test(code));
    expect(cases).toEqual(codes.sort());
  });
});
