/** What faults of the language and its library say. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

/** What a call of the library tries: its message is "cannot …: why". */
const attempts: readonly Phrase[] = [
  ["open {} for {}", "{1}を{t2}で開けない"],
  ["call {}", "{1}を呼び出せない"],
  ["close {}", "{1}を閉じられない"],
  ["read from {}", "{t1}から読めない"],
  ["write to {}", "{t1}に書けない"],
  ["tell the place in {}", "{t1}の中の位置が分からない"],
  ["move to {} in {}", "{2}の中の {1} に移動できない"],
  ["read {}", "{1}を読めない"],
  ["write {}", "{t1}に書けない"],
  ["set the umask", "umask を設定できない"],
  ["tell the limit {}", "制限 {1} を調べられない"],
  ["set the limit {} to {}", "制限 {1} を {2} に設定できない"],
  ["look at {}", "{1}を調べられない"],
  ["remove {}", "{1}を削除できない"],
  ["make the directory {}", "ディレクトリ {1} を作れない"],
  ["tell the rights on {}", "{1}に対する権限を調べられない"],
  ["read the directory {}", "ディレクトリ {1} を読めない"],
  ["read the link {}", "リンク {1} を読めない"],
  ["follow the path {}", "パス {1} をたどれない"],
  ["rename {} to {}", "{1}を {2} に改名できない"],
  ["remove the directory {}", "ディレクトリ {1} を削除できない"],
  ["make the link {} to {}", "{2}へのリンク {1} を作れない"],
  ["link {} to {}", "{1}を {2} にハードリンクできない"],
  ["set the mode of {} to {}", "{1}のモードを {2} に設定できない"],
  ["give {} to user {} and group {}", "{1}をユーザ {2}、グループ {3} に渡せない"],
  ["cut {} to {} bytes", "{1}を {2} バイトに切り詰められない"],
  ["set the times of {}", "{1}の時刻を設定できない"],
  ["make the named pipe {}", "名前付きパイプ {1} を作れない"],
  ["tell whether {} exists", "{1}があるかどうか分からない"],
  ["look for {}", "{1}を探せない"],
  ["make a temporary directory", "一時ディレクトリを作れない"],
  ["make a temporary file", "一時ファイルを作れない"],
  ["read an answer", "答えを読めない"],
  ["read a password", "パスワードを読めない"],
  ["join a job", "ジョブの終わりを待てない"],
  ["detach a job", "ジョブを切り離せない"],
];

export const runtimePhrases: readonly Phrase[] = [
  ...attempts.map(
    ([english, japanese]): Phrase => [`cannot ${english}: {}`, `${japanese}: {t${holesOf(english) + 1}}`],
  ),

  // Numbers.
  [
    "{} leaves the range of int, -9007199254740991 to 9007199254740991",
    "{1}は int の範囲（-9007199254740991 から 9007199254740991）を外れる",
  ],
  ["{} / 0: division by zero", "{1} / 0: ゼロによる除算"],
  ["{} % 0: a division by zero has no remainder", "{1} % 0: ゼロによる除算に余りはない"],
  ["{}: bits cannot be shifted by a negative number", "{1}: ビットを負の数だけずらすことはできない"],
  ["{} has no square root", "{1}に平方根はない"],
  ["0 to the power of {}: division by zero", "0 の {1}乗: ゼロによる除算"],
  ["{} to the power of {} is no real number", "{1}の {2}乗は実数ではない"],
  ["{} to the power of {} is too large for a float", "{1}の {2}乗は float には大きすぎる"],
  [
    "{} to the power of {} is outside of the range of int, -9007199254740991 to 9007199254740991",
    "{1}の {2}乗は int の範囲（-9007199254740991 から 9007199254740991）を外れる",
  ],
  [
    "{} is outside of the range of int, -9007199254740991 to 9007199254740991",
    "{1}は int の範囲（-9007199254740991 から 9007199254740991）を外れる",
  ],
  ["{} is no whole number", "{1}は整数ではない"],
  ["{} is no number", "{1}は数ではない"],
  ["there is no number from 0 to below {}", "0 以上 {1}未満の数はない"],
  ["{#} seconds are no duration", "{1} 秒は時間にならない"],
  ["{} seconds are no duration", "{1} 秒は時間にならない"],
  ["{} is beyond what a calendar can show", "{1}は暦で表せる範囲を越える"],
  [
    "%{} is no field of a time: see date(1) for %Y, %m, %d and their kin",
    "%{1} は時刻の項目ではない: %Y、%m、%d などは date(1) を参照",
  ],

  // Examples of values.
  ["true, false", "true、false"],

  // Arrays, maps, texts.
  ["index {#} is outside of {} of length {#}: {}", "添字 {1} は長さ {3} の{t2}の外: {t4}"],
  ["an array", "配列"],
  ["it is empty", "空である"],
  ["its indexes are 0 to {#}", "添字は 0 から {1}"],
  ["the map has no key {}: it is empty", "Map にキー {1} はない: 空である"],
  ["the map has no key {}; the nearest is {}", "Map にキー {1} はない。最も近いのは {2}"],
  ["the map has no key {}", "Map にキー {1} はない"],
  ["the array is empty: there is nothing to take off", "配列は空: 取り出すものがない"],
  [
    "elements that are neither all numbers nor all texts have no natural order: say it with a closure",
    "すべて数でもすべてテキストでもない要素には自然な順序がない: クロージャで示す",
  ],
  ["an empty text cannot be counted", "空のテキストは数えられない"],
  ["a text cannot be repeated {#} times", "テキストを {1} 回繰り返すことはできない"],
  ["a text of {#} characters is too long: {#} at most", "{1} 文字のテキストは長すぎる: 上限は {2} 文字"],
  [
    "a text, array or map would become larger than one value may be (a text has at most 536870888 characters)",
    "テキスト、配列、または Map が 1 つの値の上限を越える（テキストは最大 536870888 文字）",
  ],
  [
    "a value was missing where the script had made sure of it: another part of it changed it meanwhile",
    "スクリプトが確かめたはずの値がない: その間に別の部分が変更した",
  ],
  ["functions call each other too deeply: the stack is full", "関数の呼び出しが深すぎる: スタックがいっぱい"],

  // Control.
  ["the assertion does not hold", "表明が成り立たない"],
  ["a block cannot be tried {#} times: once at least", "ブロックを {1} 回試すことはできない: 少なくとも 1 回"],
  ["{} did not become true within {}; at last {}", "{t1}が {2} 以内に真にならなかった。最後は {t3}"],
  ["{} did not become true within {}", "{t1}が {2} 以内に真にならなかった"],
  ["the condition", "条件"],
  [
    "the run did not end within {}, the most that it may take, and was ended",
    "実行が上限の {1} 以内に終わらず、終了させられた",
  ],
  ["{}; {} was running", "{t1}。{2}が実行中だった"],
  ["exit {#}", "exit {1}"],
  ["interrupted by {}", "{1}により中断"],
  ["cannot open the file of lock {}, {}: {}", "ロック {1} のファイル {2} を開けない: {t3}"],
  ["cannot take the lock {}: {}", "ロック {1} を取得できない: {t2}"],
  [
    "this script holds the lock {} already, since line {#}: it would wait for itself without end",
    "このスクリプトは {2} 行目からロック {1} をすでに保持している: 自分自身を待ち続けることになる",
  ],

  // What the script was given.
  ["the default of --{} is {}, but it takes {}", "--{1} の既定値は {2} だが、取れるのは {3}"],
  ["there is no ARGV[{#}]: arguments count from 0", "ARGV[{1}] はない: 引数は 0 から数える"],
  ["ARGV[{#}] was not given: {}", "ARGV[{1}] が与えられていない: {t2}"],
  ["no argument was given", "引数は与えられていない"],
  ["one argument was given", "引数は 1 個与えられた"],
  ["{#} arguments were given", "引数は {1} 個与えられた"],
  ["the environment variable {} is not set; the nearest is {}", "環境変数 {1} が設定されていない。最も近いのは {2}"],
  ["the environment variable {} is not set", "環境変数 {1} が設定されていない"],

  // Files.
  ["reading and writing", "読み書き用"],
  ["appending", "追記用"],
  ["writing", "書き込み用"],
  ["reading", "読み取り用"],
  [
    "cannot remove the temporary directory {} at the script's end: {}",
    "スクリプトの終わりに一時ディレクトリ {1} を削除できない: {t2}",
  ],
  ["cannot write the rest of {} at the script's end: {}", "スクリプトの終わりに {1} の残りを書けない: {t2}"],
  ["cannot write to {}: {}", "{t1}に書けない: {t2}"],
  ["standard output", "標準出力"],
  ["standard input", "標準入力"],
  ["error output", "標準エラー出力"],
  ["{} lies before the file's start", "{1}はファイルの先頭より前"],
  ['{} is none of "start", "current" and "end"', '{1}は "start"、"current"、"end" のどれでもない'],
  ["standard input stays open as long as the script runs", "標準入力はスクリプトの実行中は開いたまま"],
  ["it stays open as long as the script runs", "スクリプトの実行中は開いたまま"],
  ["it was opened for writing only", "書き込み専用で開かれている"],
  ["it was opened for reading only", "読み取り専用で開かれている"],
  ["it is for writing only", "書き込み専用"],
  ["it has been closed", "すでに閉じられている"],
  ["it has more than {#} bytes: read it in parts", "{1} バイトより大きい: 分けて読む"],
  [
    'the mode {} is none of "r", "w", "a", "x", each with or without "+"',
    'モード {1} は "r"、"w"、"a"、"x"（それぞれ "+" 付きも可）のどれでもない',
  ],
  ['the mode {} is not made of "r", "w" and "x"', 'モード {1} は "r"、"w"、"x" だけでできていない'],
  ["a file name cannot hold a NUL character", "ファイル名に NUL 文字は使えない"],
  ["{} is no number of bytes", "{1}はバイト数ではない"],
  ["{} is no mask: 0 to 0o777", "{1}はマスクではない: 0 から 0o777"],
  ["{} is no limit: 0 or more, or -1 for none", "{1}は制限ではない: 0 以上、制限なしは -1"],
  ["there is no such limit; known are {}", "その制限はない。知られているのは {1}"],
  ["a size cannot be below 0", "サイズは 0 より小さくできない"],
  ["{} is no mode: 0 to 0o7777", "{1}はモードではない: 0 から 0o7777"],
  ["{} is no number of a user or group", "{1}はユーザやグループの番号ではない"],
  ["standard input has ended", "標準入力は終わっている"],
  ["the input has ended", "入力は終わっている"],
];

function holesOf(english: string): number {
  return english.split("{}").length - 1;
}
