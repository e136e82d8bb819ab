/** `dscript case new`: a first case that checks and says what to fill in. */

import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { errnoNextStep } from "../errno-next-step.ts";
import { language, refuseWords } from "../language.ts";
import { show } from "../terminal.ts";
import { firstCase, firstJapaneseCase } from "./first-case.ts";

export async function newCase([name = ""]: readonly string[]): Promise<number> {
  if (name === "" || name === "-") return refuseWords("the name of the case is empty", "dscript case new shop");
  const path = /\.ya?ml$/.test(name) ? name : `${name}.dcase.yaml`;
  const title = basename(path).replace(/(?:\.dcase)?\.ya?ml$/, "");
  try {
    writeFileSync(path, language().name === "ja" ? firstJapaneseCase(title) : firstCase(title), { flag: "wx" });
  } catch (thrown) {
    const { code = "EIO" } = thrown as NodeJS.ErrnoException;
    return refuseWords(`cannot write ${path}: ${code}`, errnoNextStep(code, path));
  }
  const say = language().text;
  show(
    1,
    `${path}
  ${say("write into it what must hold, and why it does")}
`,
  );
  return 0;
}
