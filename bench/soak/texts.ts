// Texts that are nearly scripts: the project's own, with lines mixed, pieces cut out, and tokens and bytes put in.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { randomFrom } from "./random.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const longest = 4000;

const scripts = [...filesIn("test/corpus"), ...filesIn("examples")]
  .filter((path) => path.endsWith(".dscript"))
  .map((path) => readFileSync(path, "utf8").slice(0, longest));
const pages = [...filesIn("docs/diagnostics"), ...filesIn("docs/language")]
  .filter((path) => path.endsWith(".md"))
  .flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/```dscript\n([\s\S]*?)```/g)].map((match) => match[1] ?? ""),
  );
const texts = [...scripts, ...pages];
const lines = texts.flatMap((text) => text.split("\n")).filter((line) => line.trim() !== "");
const tokens = [...new Set(texts.flatMap((text) => text.match(/\w+|\s+|[^\w\s]+/g) ?? []))];

/** The text of a number: always the same one. */
export function textOf(seed: number): string {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[], other: T): T => list[random(list.length)] ?? other;
  const way = random(10);
  if (way === 0)
    return String.fromCharCode(...Array.from({ length: random(300) }, () => random(random(8) === 0 ? 0xffff : 0x100)));
  if (way < 3) return Array.from({ length: random(60) }, () => pick(tokens, "")).join(random(2) === 0 ? "" : " ");
  if (way < 6) return Array.from({ length: 1 + random(12) }, () => pick(lines, "")).join("\n");
  let text = pick(texts, "");
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const at = random(text.length + 1);
    text = text.slice(0, at) + pick(tokens, "") + text.slice(at + random(20));
  }
  return text;
}

function filesIn(folder: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => `${root}${folder}/${path}`);
}
