// The configurations in the pages on telling somebody are right, and the fields of webhooks and commands are the ones that they get.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { english, showMistakes } from "../../src/diagnostics/index.ts";
import { loadConfig } from "../../src/engine/config.ts";
import { jsonOf, variablesOf } from "../../src/notices/fields.ts";
import { type Notice, nothingHeld } from "../../src/notices/notice.ts";
import { type RoleNotice, roleLetter } from "../../src/notices/role-letter.ts";

const folder = fileURLToPath(new URL("../../docs/operating/", import.meta.url));
const rolesPage = "../language/roles.md";
const pages = [...readdirSync(folder).filter((name) => name.endsWith(".md")), rolesPage];

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

  const role: RoleNotice = {
    ...{ language: english, role: "operator", text: "", script: "", host: "", user: "", time: 0, runId: "" },
    ...{ records: "", plan: "", place: { file: "", line: 1 }, sample: false },
  };

  it("show the fields of what a role is told, in order", () => {
    const [shown = "{}"] = blocks(rolesPage, "json");
    expect(Object.keys(JSON.parse(shown))).toEqual(Object.keys(JSON.parse(roleLetter(role).json)));
  });

  it("name every variable of a command that tells a role", () => {
    const text = readFileSync(join(folder, rolesPage), "utf8");
    for (const name of roleLetter(role).variables.keys())
      expect(text).toContain(`\`${name === "DSCRIPT_NOTIFY_SUBJECT" ? name : name.replace("DSCRIPT_NOTIFY", "")}\``);
  });

  it("name every variable of a command", () => {
    const text = readFileSync(join(folder, "notify.md"), "utf8");
    for (const name of variablesOf(notice, nothingHeld).keys())
      expect(text).toContain(`\`${name === "DSCRIPT_FAULT_SUBJECT" ? name : name.replace("DSCRIPT_FAULT", "")}\``);
  });
});
