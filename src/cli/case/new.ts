/** `dscript case new`: a first case that checks and says what to fill in. */

import { writeFileSync } from "node:fs";
import { basename } from "node:path";
import { errnoNextStep } from "../errno-next-step.ts";
import { language, refuseWords } from "../language.ts";
import { show } from "../terminal.ts";

export async function newCase([name = ""]: readonly string[]): Promise<number> {
  if (name === "" || name === "-") return refuseWords("the name of the case is empty", "dscript case new shop");
  const path = /\.ya?ml$/.test(name) ? name : `${name}.dcase.yaml`;
  const title = basename(path).replace(/(?:\.dcase)?\.ya?ml$/, "");
  try {
    writeFileSync(path, language().name === "ja" ? japaneseTemplate(title) : template(title), { flag: "wx" });
  } catch (thrown) {
    const { code = "EIO" } = thrown as NodeJS.ErrnoException;
    return refuseWords(`cannot write ${path}: ${code}`, errnoNextStep(code, path));
  }
  const say = language().text;
  show(1, say(`${path} is written: say in it what must hold, and why it does\n`));
  return 0;
}

const template = (title: string): string => `# Why ${title} is dependable enough, for everybody who has to agree.
module:
  name: ${JSON.stringify(title)}
  brief: What must hold, and why it does
  dcase:
    language: en

G1:
  text: ${JSON.stringify(`${title} does what its users need, whatever fails`)}
  supportedBy: [S1]
  inContextOf: [C1]
  dcase:
    owner: operator

C1:
  text: Where and when this is meant, and for how many users

S1:
  text: Argue over what can go wrong
  supportedBy: [G2, G3]

G2:
  text: What fails is noticed, and somebody knows
  undeveloped: true

G3:
  text: What was half done is taken back
  undeveloped: true
`;

const japaneseTemplate = (
  title: string,
): string => `# ${title} が十分にディペンダブルである理由。合意する全員のために書く。
module:
  name: ${JSON.stringify(title)}
  brief: 成り立つべきことと、その理由
  dcase:
    language: ja

G1:
  text: ${JSON.stringify(`何が失敗しても、${title} は利用者に必要なことをする`)}
  supportedBy: [S1]
  inContextOf: [C1]
  dcase:
    owner: operator

C1:
  text: どこで、いつ、何人の利用者について言うのか

S1:
  text: 起こりうる失敗に分けて論じる
  supportedBy: [G2, G3]

G2:
  text: 失敗は検出され、誰かに伝わる
  undeveloped: true

G3:
  text: 途中まで行われたことは元に戻される
  undeveloped: true
`;
