/** `dscript case view`: a case as one HTML page in which a person looks around. */

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { nearest } from "../../diagnostics/index.ts";
import { type PageStart, pageHtml } from "../../page/index.ts";
import { writeDrawing } from "../diagram/write.ts";
import { refuseWords } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { isTerminal } from "../terminal.ts";
import { readOrSay } from "./load.ts";
import { pageFolder } from "./page-folder.ts";
import { statementFiles } from "./statement-file.ts";
import { statusesOf } from "./statuses.ts";
import { tooManyDrawn } from "./view-of.ts";

export async function viewCase(options: ParsedOptions, [name = ""]: readonly string[]): Promise<number> {
  const output = options.value("output");
  if (output === undefined && isTerminal(1))
    return refuseWords(
      "a page is not written to a terminal",
      `name a file: -o ${basename(name).replace(/(?:\.dcase)?\.\w+$/, "") || "case"}.html`,
    );
  const found = readOrSay(name, options);
  if (typeof found === "number") return found;
  const whole = found.reading.file.case;
  const tooMany = tooManyDrawn(whole.nodes.length);
  if (tooMany !== undefined) return refuseWords(tooMany.problem, tooMany.next);
  const focus = options.value("focus");
  const labels = whole.nodes.map(({ label }) => label);
  if (focus !== undefined && !labels.includes(focus)) {
    const meant = nearest(focus, labels);
    return refuseWords(
      `there is no node ${focus === "" ? '""' : focus} in ${name}`,
      meant === undefined ? "--focus takes the label of a node" : `did you mean ${meant}?`,
    );
  }
  const statuses = await statusesOf(whole, name, statementFiles(options.values("evidence"), name), Date.now(), asItIs);
  if (typeof statuses === "number") return statuses;
  // Whoever reads the page chooses its language there.
  const { japanese } = await import("../../japanese/index.ts");
  const page = pageHtml(
    {
      case: whole,
      statuses: [...statuses].map(([uid, { mark, words }]) => [
        uid,
        { mark, words, translations: { ja: japanese.text(words) } },
      ]),
      start: startOf(options),
    },
    {
      script: readFileSync(`${pageFolder}/page.js`, "utf8"),
      style: readFileSync(`${pageFolder}/page.css`, "utf8"),
      digest: (text) => createHash("sha256").update(text).digest("base64"),
    },
  );
  return writeDrawing(output === "-" ? undefined : output, page);
}

function asItIs(text: string): string {
  return text;
}

/** The command line has read the values by their lists. */
function startOf(options: ParsedOptions): PageStart {
  const detail = options.value("detail");
  const theme = options.value("theme");
  const focus = options.value("focus");
  const language = options.value("lang");
  return {
    ...(detail === undefined ? {} : { detail: detail === "auto" ? detail : (Number(detail) as 0 | 1 | 2) }),
    ...(theme === undefined ? {} : { theme: theme as "auto" | "light" | "dark" }),
    ...(focus === undefined ? {} : { focus }),
    ...(language === undefined ? {} : { language }),
  };
}
