/** Carries out `dscript diagram`: checks the script, reads its plans, and writes them in the form that is asked for. */

import {
  type Design,
  designJson,
  designOf,
  designSvg,
  designText,
  mermaidText,
  type RunOverlay,
} from "../../design/index.ts";
import { nearest } from "../../diagnostics/index.ts";
import { checkScript, exitCode, isUnprepared } from "../../engine/index.ts";
import { language, refuseWords, tell } from "../language.ts";
import type { WordMistake } from "../logs/filter-options.ts";
import type { ParsedOptions } from "../options.ts";
import { present } from "../present.ts";
import { consoleReporter } from "../reporter.ts";
import { type ColorChoice, styleFor } from "../terminal.ts";
import { type Form, formOf } from "./form.ts";
import { runLaidOver } from "./run-laid-over.ts";
import { writeDrawing } from "./write.ts";

export async function drawScript(name: string, options: ParsedOptions): Promise<number> {
  const form = formOf(options);
  if ("problem" in form) return refuseWords(form.problem, form.next);
  const color = options.value("color") as ColorChoice | undefined;
  const reporter = consoleReporter({ json: false, color });
  const prepared = await checkScript({
    name,
    strict: false,
    commandList: undefined,
    caseFile: options.value("case"),
    defines: new Map(),
    isDrawn: true,
    present,
  });
  if (isUnprepared(prepared)) {
    for (const diagnostic of prepared.diagnostics) reporter.diagnostic(diagnostic);
    if (prepared.problem !== undefined) reporter.problem(name, prepared.problem);
    return prepared.code;
  }
  const design = designOf(name, prepared.files, prepared.served);
  if (design.plans.length === 0) {
    tell(
      `dscript: ${name} has no plan and no task, so that there is nothing to draw\n  a plan begins with \`plan NAME(…) {\`, a task with \`task NAME(…) {\`\n`,
    );
    return exitCode.nothingThere;
  }
  const chosen = choose(design, options.values("plan"));
  if ("problem" in chosen) return refuseWords(chosen.problem, chosen.next);
  const wanted = options.value("run");
  const overlay = wanted === undefined ? undefined : await runLaidOver(wanted, prepared.files, prepared.case);
  if (typeof overlay === "number") return overlay;
  return write(chosen, form, options, overlay === undefined ? {} : { overlay });
}

function choose(design: Design, names: readonly string[]): Design | WordMistake {
  const known = design.plans.map(({ name }) => name);
  const missing = names.find((name) => !known.includes(name));
  if (missing !== undefined) {
    const meant = nearest(missing, known);
    return {
      problem: `there is no plan ${missing === "" ? '""' : missing} in ${design.file}`,
      next: meant === undefined ? `it has ${known.join(", ")}` : `did you mean ${meant}?`,
    };
  }
  return names.length === 0 ? design : { ...design, plans: design.plans.filter(({ name }) => names.includes(name)) };
}

async function write(
  design: Design,
  { kind, path, theme }: Form,
  options: ParsedOptions,
  run: { readonly overlay?: RunOverlay },
): Promise<number> {
  const say = (text: string): string => language().text(text);
  const detail = options.has("detail");
  switch (kind) {
    case "svg":
      return writeDrawing(path, designSvg(design, { say, detail, theme: theme ?? "both", ...run }));
    case "png":
      return writeDrawing(path, designSvg(design, { say, detail, theme: theme ?? "light", ...run }), true);
    case "mermaid": {
      const text = mermaidText(design, { say, detail });
      return writeDrawing(path, path?.endsWith(".md") === true ? `\`\`\`mermaid\n${text}\`\`\`\n` : text);
    }
    case "json":
      return writeDrawing(path, designJson(design, run.overlay));
    case "text": {
      const paint = styleFor(path === undefined ? (options.value("color") as ColorChoice | undefined) : "never", 1);
      const width = Math.max(50, Math.min(paint.columns ?? 100, 120));
      return writeDrawing(path, designText(design, { say, detail, width, paint, ...run }));
    }
  }
}
