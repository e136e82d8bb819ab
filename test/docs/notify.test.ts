// The configurations in the operators' pages are right, and the webhook's fields are the ones that it sends.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { english } from "../../src/diagnostics/index.ts";
import { loadConfig } from "../../src/engine/config.ts";
import { showMistakes } from "../../src/engine/config-shape.ts";
import { jsonOf, variablesOf } from "../../src/notices/fields.ts";
import { type Notice, nothingHeld } from "../../src/notices/notice.ts";

const folder = fileURLToPath(new URL("../../docs/operating/", import.meta.url));
const pages = readdirSync(folder).filter((name) => name.endsWith(".md"));

const blocks = (page: string, kind: string): readonly string[] =>
  [...readFileSync(join(folder, page), "utf8").matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\`$`, "gms"))].map(
    (match) => match[1] ?? "",
  );

const notice: Notice = {
  language: english,
  script: "/srv/backup.dscript",
  host: "web1",
  user: "backup",
  time: 0,
  runId: "01KDYC1234ABCDEFGHJKMNPQRS",
  exitCode: 71,
  kind: "CommandFault",
  message: "",
  classes: [{ class: "SystemFault", p: 0.97, reason: "" }],
  advice: "",
  place: { file: "", line: 1, column: 1 },
  shown: "",
  others: 0,
  sample: false,
};

describe("the operators' pages", () => {
  for (const page of pages)
    for (const [index, yaml] of blocks(page, "yaml").entries())
      it(`${page}, configuration ${index + 1} is right`, async () => {
        const here = mkdtempSync(join(tmpdir(), "dscript-operating-"));
        try {
          writeFileSync(join(here, "dscript.yaml"), yaml);
          const found = await loadConfig(here);
          expect(found.ok ? "" : showMistakes(found.mistakes)).toBe("");
        } finally {
          rmSync(here, { recursive: true, force: true });
        }
      });

  it("show the fields of a webhook, in order", () => {
    const [shown = "{}"] = blocks("notify.md", "json");
    const shape = (value: unknown): unknown =>
      typeof value === "object" && value !== null
        ? Object.entries(value).map(([key, inner]) => [key, shape(inner)])
        : null;
    expect(shape(JSON.parse(shown))).toEqual(shape(JSON.parse(jsonOf(notice, nothingHeld))));
  });

  it("name every variable of a command", () => {
    const text = readFileSync(join(folder, "notify.md"), "utf8");
    for (const name of variablesOf(notice, nothingHeld).keys())
      expect(text).toContain(`\`${name === "DSCRIPT_FAULT_SUBJECT" ? name : name.replace("DSCRIPT_FAULT", "")}\``);
  });
});
