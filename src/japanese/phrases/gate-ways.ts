/** What is said where somebody tries a way around the gate. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const gateWayPhrases: readonly Phrase[] = [
  ["it is dated ahead: {}", "先の日付になっている: {1}"],
  ["the policy lets no tests, campaigns and dry runs run here", "ポリシーはここでテスト、注入試験、予行を実行させない"],
  [
    "variables say that it is a rehearsal, and what it does would stay",
    "変数は予行だと言っているが、行ったことはそのまま残ってしまう",
  ],
  [
    "unset DSCRIPT_TEST, DSCRIPT_REHEARSAL and DSCRIPT_INJECT, or rehearse it with `dscript run --dry-run`",
    "DSCRIPT_TEST、DSCRIPT_REHEARSAL、DSCRIPT_INJECT を外すか、`dscript run --dry-run` で予行する",
  ],
  [
    "the policy lets no tests and campaigns run here: what they run, nobody has agreed on",
    "ポリシーはここでテストや注入試験を実行させない: それらが実行するものには誰も合意していない",
  ],
  ["run them where rehearsals are free", "予行が自由な場所で実行する"],
  [
    "what a dry run has kept is no script that somebody has agreed on",
    "予行が残したものは、誰かが合意したスクリプトではない",
  ],
  [
    "let the script be agreed on, then run it: `dscript propose`",
    "スクリプトに合意してもらってから実行する: `dscript propose`",
  ],
  ["others may write {}, where the gate remembers and decides", "ゲートが記憶し判断を書く {1} に、他の人が書き込める"],
  ["chmod go-w {}, and give it to whoever runs dscript", "chmod go-w {1} とし、dscript を動かす利用者のものにする"],
];
