/** `dscript inject list`: all faults, what each needs, and whether it is possible here. */

import { mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { exitCode, openInjecting } from "../../engine/index.ts";
import { type FaultRow, faultTable, findPossible, type Possible } from "../../injection/index.ts";
import { displayWidth } from "../../text/index.ts";
import { language } from "../language.ts";
import { show, write } from "../terminal.ts";
import { engineWords } from "../testing/worker.ts";
import { columns } from "./words.ts";

export async function listFaults(isJson: boolean): Promise<number> {
  const { beside } = await openInjecting();
  const folder = mkdtempSync(join(resolve(process.env["TMPDIR"] || "/tmp"), "dscript-inject-"));
  let possible: Possible | undefined;
  await beside(1, async ({ start }) => {
    possible = await findPossible(start, folder, engineWords(), true);
  });
  rmSync(folder, { recursive: true, force: true });
  const say = (text: string): string => language().text(text);
  const whyNot = ({ needs }: FaultRow): string | undefined =>
    needs.map((need) => possible?.lacks(need)).find((reason) => reason !== undefined);
  if (isJson) {
    for (const row of faultTable) {
      const { id, form, says, area, needs } = row;
      const why = whyNot(row);
      write(1, `${JSON.stringify({ id, form, says, area, needs, possible: why === undefined, why })}\n`);
    }
    return exitCode.ok;
  }
  const areas = [...new Set(faultTable.map(({ area }) => area))];
  for (const area of areas) {
    const rows = faultTable.filter((row) => row.area === area);
    const lines = rows.map((row) => [`  ${row.form}`, say(row.says), remark(whyNot(row), say)]);
    show(1, `${say(titles[area])}\n${columns(lines, displayWidth)}\n`);
  }
  return exitCode.ok;
}

const titles: Readonly<Record<FaultRow["area"], string>> = {
  environment: "In the environment of the commands",
  network: "In the network",
  engine: "In the engine",
  input: "In the input",
};

function remark(why: string | undefined, say: (text: string) => string): string {
  return why === undefined ? "" : say(`not possible here: ${why}`);
}
