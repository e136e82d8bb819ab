// The fail-loud table as Markdown: a row a case, a column a language.
import { baseline, cases } from "./cases.ts";
import { languages } from "./languages.ts";
import { verdictOf } from "./run.ts";

const signs = { passes: "✓", fails: "✗", hangs: "hangs", absent: "–" } as const;

/** Runs every case in every language that is there. */
export async function failLoudTable(onRun: (text: string) => void): Promise<string> {
  const present = languages.filter(({ argv }) => argv !== undefined);
  for (const language of present) {
    if ((await verdictOf(baseline, language)) !== "passes") throw new Error(`${language.name} does not run at all`);
  }
  const passed = new Map(present.map(({ name }) => [name, 0]));
  const rows: string[] = [];
  for (const [index, silent] of cases.entries()) {
    const cells: string[] = [];
    for (const language of present) {
      onRun(`fail-loud: ${silent.title}, ${language.name}`);
      const verdict = await verdictOf(silent, language);
      if (verdict === "passes") passed.set(language.name, (passed.get(language.name) ?? 0) + 1);
      cells.push(signs[verdict]);
    }
    rows.push(`| ${index + 1} | ${silent.title} | ${cells.join(" | ")} |`);
  }
  const sums = present.map(({ name }) => `${passed.get(name)} of ${cases.length}`);
  return [
    "## Sixteen ways to fail silently",
    "",
    "✓: the script stops and says so (where it should: it goes on). ✗: it goes on as if nothing were wrong, or has changed something before it stops.",
    "Each is written as the language's own manual shows it; the scripts stand in `bench/fail-loud/cases.ts`.",
    "",
    `| | | ${present.map(({ name }) => name).join(" | ")} |`,
    `|--:|---|${present.map(() => ":-:|").join("")}`,
    ...rows,
    `| | **together** | ${sums.join(" | ")} |`,
    "",
  ].join("\n");
}
