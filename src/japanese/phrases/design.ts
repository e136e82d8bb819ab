/** What diagrams of plans say, and `dscript diagram`. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const designPhrases: readonly Phrase[] = [
  // Its help, and mistakes in its words.
  [
    "draw a script's plans: tasks, what takes them back, who is told",
    "スクリプトのプランを図にする: タスク、その取り消し、知らせる相手",
  ],
  [
    "Shows the tasks of each plan in their order, where a failure leads, what takes what back, and what is left open: an undo\nthat fails, a message that does not arrive, nobody who is told. A task stands there with its goal, or else its name.\nWithout -o it is drawn in the terminal. The script is checked, not run; its programs need not be here.",
    "プランごとに、タスクの順序、失敗したときの行き先、何が何を取り消すか、残る危険（取り消しの失敗、届かない知らせ、\n誰にも知らされないこと）を示す。タスクはゴールの文で、なければ名前で表す。\n-o を省くと端末に描く。スクリプトは検査するだけで実行しない。使うプログラムがここになくてもよい。",
  ],
  [
    "A comment directly above `if`, `switch`, `for` and `parallel`, or at the beginning of `undo { … }`, is what the\ndiagram says there.",
    "`if`、`switch`、`for`、`parallel` のすぐ上のコメントと、`undo { … }` の先頭のコメントは、\n図のその場所の説明になる。",
  ],
  [
    "Exit codes: 0; 64 the words are wrong or a file cannot be read or written; 65 the script has no plan and no task;\n76 it has errors; 78 configuration.",
    "終了コード: 0、64 指定の誤り、またはファイルを読めないか書けない、65 プランもタスクもない、\n76 エラーがある、78 設定の誤り。",
  ],
  [
    "write to FILE, whose name ends in .svg, .png, .mmd, .md, .json or .txt",
    "FILE に書く。名前は .svg、.png、.mmd、.md、.json、.txt のどれかで終わる",
  ],
  ["what is written, where the name of the file does not say it", "書く形式。ファイル名でわからないときに指定する"],
  ["only this plan, or this task; several may be named", "このプランまたはタスクだけ。複数指定できる"],
  ["for engineers: with clauses, commands, limits and lines", "技術者向け: 条件、コマンド、制限、行番号も示す"],
  [
    "the picture's colours; SVG follows the reader's screen otherwise",
    "図の配色。省くと SVG は読む人の画面の設定に従う",
  ],
  ["colour the text of the terminal", "端末の文字に色を付ける"],
  ["in the terminal", "端末に描く"],
  ["a picture for a browser, a page or a printer", "ブラウザー、文書、印刷のための図"],
  ["with commands and limits, in Japanese", "コマンドと制限も示して、日本語で"],
  ["a flowchart in text for Markdown", "Markdown のための、テキストのフローチャート"],
  ["diagram needs one file", "diagram にはファイルが 1 つ必要"],
  [
    "dscript: {} has no plan and no task, so that there is nothing to draw",
    "dscript: {1}にはプランもタスクもないので、描くものがない",
  ],
  [
    "a plan begins with `plan NAME(…) {`, a task with `task NAME(…) {`",
    "プランは `plan NAME(…) {`、タスクは `task NAME(…) {` で始まる",
  ],
  ["there is no plan {} in {}", "{2}に{1}というプランはない"],
  ["it has {}", "あるのは {1}"],
  ["the name {} does not say what is to be written", "{1}という名前では、何を書くのかわからない"],
  [
    "name a file that ends in .svg, .png, .mmd, .md, .json or .txt, or add --format",
    ".svg、.png、.mmd、.md、.json、.txt で終わる名前にするか、--format を付ける",
  ],
  ["a picture is not written to a terminal", "端末に図は書けない"],
  ["name a file: -o plan.png", "ファイルを指定する: -o plan.png"],
  ["standard output", "標準出力"],

  // The way of a plan.
  ["start", "開始"],
  ["yes", "はい"],
  ["no", "いいえ"],
  ["otherwise", "それ以外"],
  ["fails", "失敗"],
  ["if it goes well", "成功したとき"],
  ["if it fails", "失敗したとき"],
  ["taken back, the last first", "元に戻す（最後のものから）"],
  ["at the same time", "同時に"],
  ["the next one", "次へ"],
  ["one after the other", "順に"],
  ["goes on", "先へ進む"],
  ["all are done", "すべて終わった"],
  ["for each {} of {}", "{2} のそれぞれの {1} について"],
  ["as many as there are", "あるだけすべて"],
  ["at most {}", "最大 {1}"],
  ["which of these?", "どれか？"],
  ["only in", "実施の範囲"],
  ["starts when", "開始の条件"],
  ["ends here", "ここで終わる"],
  ["stops here", "ここで中止する"],
  ["a plan of its own", "別に描かれたプラン"],
  ["change files, all or none", "ファイルを変更する（すべてか、まったくしないか）"],
  ["Tell {}", "{1}に知らせる"],
  ["Ask {}", "{1}に尋ねる"],

  // What takes it back, and what follows.
  ["take back", "元に戻す"],
  ["take back all that it has done", "行ったことをすべて元に戻す"],
  ["its files go back by themselves", "ファイルは自動で元に戻る"],
  ["cannot be taken back", "元に戻せない"],
  ["nothing to take back", "元に戻すものはない"],
  ["is all of it taken back?", "すべて元に戻せたか？"],
  ["all is taken back", "すべて元に戻った"],
  ["everything is as before", "すべて元のまま"],
  ["as before, but for what cannot be taken back", "元に戻せないもの以外は、元のまま"],
  ["an undo failed", "元に戻すのに失敗した"],
  ["first the same as when all is taken back", "まず、すべて元に戻せたときと同じことをする"],
  ["ends as undone", "取り消されて終わる"],
  ["ends half undone", "一部が残ったまま終わる"],
  ["the fault is reported", "フォルトが報告される"],
  ["what is left is listed, to be done by hand", "残りは一覧になり、手作業で行う"],
  ["nobody is told", "誰にも知らされない"],
  ["nobody is told that it is half undone", "一部が残ったことは、誰にも知らされない"],
  ["the message does not arrive: nobody is told", "知らせが届かず、誰も知らない"],
  [
    "When a step fails, it is taken back, then those ahead of it, the last first.",
    "失敗した段階を元に戻し、続いてその前の段階を、最後のものから順に元に戻す。",
  ],

  // For engineers.
  ["ahead of it", "事前の条件"],
  ["behind it", "事後の条件"],
  ["expected within", "見込み時間"],
  ["time limit", "制限時間"],
  ["tries again", "再試行"],
  ["remembers", "記憶する値"],
  ["does", "処理"],
  ["then confirms", "確認"],
  ["{#} more lines", "ほかに {1} 行"],
  ["lines {#}–{#}", "{1}〜{2} 行目"],

  // A run that is laid over it.
  ["the run {}", "実行 {1}"],
  ["taken back", "元に戻した"],
  ["is running", "実行中"],
  ["could not be taken back", "元に戻せなかった"],
  ["not reached", "未実行"],
];
