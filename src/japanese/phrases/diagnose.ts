/** What `dscript diagnose` says. */

import type { Phrase } from "../phrase-book.ts";

export const diagnosePhrases: readonly Phrase[] = [
  ["run a command, and say whose fault it is where it fails", "コマンドを実行し、失敗したら誰の障害かを示す"],
  [
    "Runs COMMAND as it stands, with its input and output, and is silent where it ends well. Where it fails, the classes of the fault\nfollow on standard error, with every reason and its weight, whose move it is, and what would remove the fault.\nThe words count as input of whoever typed them; with --written as if they stood in a script.",
    "COMMAND をその入出力のまま実行し、正常に終われば何も言わない。失敗すれば、障害の分類を、すべての理由とその重み、\n誰が動くべきか、何が障害を除くかとともに、標準エラー出力に示す。\n語は打ち込んだ人の入力とみなす。--written を付けるとスクリプトに書かれたものとみなす。",
  ],
  [
    "With --log, each ErrorPoint of a file of records is diagnosed anew, by the rules of today: what was seen of its host then still counts.",
    "--log を付けると、記録ファイルの各 ErrorPoint を今の規則で診断し直す。そのときホストについて見えたことは、そのまま数える。",
  ],
  [
    "Exit codes: those of COMMAND, 128+n after a signal, 127 where it is not there; with --log 0, 64 where the file cannot be read.",
    "終了コード: COMMAND のもの、シグナルの後は 128+n、コマンドがなければ 127。--log では 0、ファイルが読めなければ 64。",
  ],
  ["take the words as if they were written in a script", "語をスクリプトに書かれたものとみなす"],
  [
    "follow its system calls, to see which one failed (needs strace)",
    "システムコールを追い、どれが失敗したかを見る（strace が必要）",
  ],
  ["diagnose the failures anew that this file of records holds", "この記録ファイルにある失敗を診断し直す"],
  ["run it, and say whose fault it is if it fails", "実行し、失敗したら誰の障害かを示す"],
  ["what today's rules say of old failures", "過去の失敗について今の規則が言うこと"],
  ["--log diagnoses records, and runs no command", "--log は記録を診断し、コマンドは実行しない"],
  ["diagnose needs a command", "diagnose にはコマンドが必要"],
  ["failures: {#}, of another class than then: {#}", "失敗: {1} 件、うち当時と分類が異なるもの: {2} 件"],
  ["failures without what a diagnosis needs, and left out: {#}", "診断に必要なものがないため省いた失敗: {1}"],
  ["Why", "理由"],
  ["was {}", "以前は {1}"],
];
