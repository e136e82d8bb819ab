// Every block of the guide is run: as a script with its output, or as a file or console of a section.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readPage } from "../cli/page.ts";

const folder = fileURLToPath(new URL("../../docs/guide/", import.meta.url));
// What the gate stops is looked up there, and tried by test/gate/attacks: it is no lesson.
const others = ["README.md", "security.md"];
const pages = readdirSync(folder).filter((name) => name.endsWith(".md") && !others.includes(name));
const index = readFileSync(`${folder}README.md`, "utf8");

describe("the guide", () => {
  for (const page of pages) {
    const text = readFileSync(folder + page, "utf8");
    const opened = [...text.matchAll(/^```(.+)$/gm)].map(([, words = ""]) => words);

    it(`runs every block of ${page}`, () => {
      // What blocks.test.ts runs, in pairs; a file counts where its section has commands that can use it.
      const shown = [...text.matchAll(/^```dscript\n(?:(?!```).*\n)*```\n```text output$/gm)].length;
      const played = readPage(folder + page).filter(({ commands }) => commands.length > 0);
      const files = played.flatMap((section) => section.files.filter(({ name }) => name !== "output"));
      const consoles = opened.filter((words) => words === "console").length;
      expect(shown * 2 + files.length + consoles).toBe(opened.length);
      expect(shown + played.length).toBeGreaterThan(0);
    });

    it(`leads to ${page}, and from it to the rules`, () => {
      expect(index).toContain(`](${page})`);
      expect(text.split("\n").slice(-4).join("\n")).toContain("](../language/");
    });
  }

  it("has eleven pages, short ones", () => {
    expect(pages.length).toBe(11);
    const own = pages.filter((page) => page !== "your-own-statement.md");
    for (const page of own) expect(readFileSync(folder + page, "utf8").match(/\n/g)?.length, page).toBeLessThan(121);
  });
});
