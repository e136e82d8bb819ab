/** Drafts of cases from scripts and of scripts from cases: their own words, and what is said of them. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const draftPhrases: readonly Phrase[] = [
  // Texts of a case.
  ["{} does what it is for, and leaves nothing half done", "{1} は目的を果たし、何も中途半端に残さない"],
  ["Argue over its plans", "プランごとに論じる"],
  ["{} of {} is done, or all of it is taken back", "{2} の {1} は、完了するか、すべて元に戻される"],
  ["The script {}, as its bundle has it", "スクリプト {1}（バンドルの内容のとおり）"],
  ["What {} is given: {}", "{1} に与えるもの: {2}"],
  ["Constants of {}: {}", "{1} の定数: {2}"],
  [
    "Argue over the tasks of {} in their order, and over what is done where one fails",
    "{1} のタスクを順に、また失敗したときに行うことについて論じる",
  ],
  ["Where {} fails, somebody who can act is told", "{1} が失敗したら、対処できる人に知らされる"],
  ["Where {} fails, these are told: {}", "{1} が失敗したら、次の人に知らされる: {2}"],
  ["Where {} cannot be taken back, somebody who can act is told", "{1} を元に戻せなければ、対処できる人に知らされる"],
  ["Where {} cannot be taken back, these are told: {}", "{1} を元に戻せなければ、次の人に知らされる: {2}"],
  ["{} is done", "{1} が完了する"],
  ["{} is ended after {}", "{1} は {2} で打ち切られる"],
  [
    "Argue over what must hold ahead of {} and after it, and over what takes it back",
    "{1} の前と後に成り立つべきこと、元に戻すものについて論じる",
  ],
  ["Ahead of {} this holds: {}", "{1} の前に成り立つ: {2}"],
  ["After {} this holds: {}", "{1} の後に成り立つ: {2}"],
  ["It is accepted that {} is not taken back", "{1} を元に戻さないことが受け入れられている"],
  ["What {} changed is taken back", "{1} が変えたものは元に戻される"],
  ["What {} changed is taken back: {}", "{1} が変えたものは元に戻される: {2}"],
  ['The test "{}" passes', "テスト「{1}」が通る"],
  ["In the campaign {} all is as expected", "キャンペーン {1} で、すべて期待どおりになる"],
  ["What {} watches stays within its bounds, or is dealt with", "{1} が見ているものは、範囲に収まるか、対処される"],
  ["The monitor {}", "モニター {1}"],
  ["What the monitor {} sees stays within its bounds", "モニター {1} が見るものは範囲に収まる"],
  ["Where this is so, it is dealt with {} at most: {}", "次のとき、{1} を上限に対処される: {2}"],

  // What became of a case.
  [
    "{} was written by hand, and stays; by {} it would be: {}",
    "{1}は手で書かれたので、そのまま残す。{2}によれば次のとおり: {3}",
  ],
  ["{} is of something that {} has no more, and stays", "{1}の元になったものは{2}にもうないが、残す"],
  ["{} is not joined to {}, as {} would have it", "{3}によれば{1}と{2}はつながるが、つながっていない"],
  ["new nodes: {#}, nodes that follow the script: {#}", "新しいノード: {1}、スクリプトに合わせたノード: {2}"],
  ["{}: new nodes: {#}, nodes that follow the script: {#}", "{1}: 新しいノード: {2}、スクリプトに合わせたノード: {3}"],

  // Texts of a script, and what became of it.
  ["not written yet", "まだ書かれていない"],
  ["A draft from the case {}", "D-Case {1}からの下書き"],
  ["A draft from the case {}: {}", "D-Case {1}からの下書き: {2}"],
  ["Added from the case {}", "D-Case {1}から加えたもの"],
  ["{} does not call yet: {}", "{1} がまだ呼び出していないもの: {2}"],
  ["it lacks nothing of the case", "D-Case にあるものはすべて揃っている"],
  ["tasks, plans and tests that are new, marked TODO: {#}", "新しいタスク、プラン、テスト（TODO の印付き）: {1}"],

  // The commands.
  [
    "scaffold: bring this case up to the script; nothing that people wrote is changed",
    "scaffold: この D-Case をスクリプトに合わせる。人が書いたものは変えない",
  ],
  ["scaffold, stubs: write to this file", "scaffold、stubs: このファイルに書く"],
  ["scaffold needs one script", "scaffold にはスクリプトが 1 つ必要"],
  ["{} is there already", "{1}は既にある"],
  ["--into {} brings it up to the script", "--into {1} でスクリプトに合わせる"],
  ["stubs needs a case, and perhaps a script", "stubs には D-Case が必要。スクリプトも指定できる"],
  ["the script itself is added to, so that -o has no place", "スクリプトそのものに加えるので、-o は指定できない"],
  ["dscript case stubs {} {} adds what it lacks", "dscript case stubs {1} {2} で足りないものを加える"],
  ["{} has no goal", "{1}にゴールがない"],
  ["begin with one: G1: { text: … }", "まずゴールを書く: G1: { text: … }"],
  ["make and keep the argument that a script is dependable enough", "スクリプトが十分に頼れるという議論を作り、保つ"],
  ["case has no {}", "case に{1}はない"],
  ["it has {}", "あるのは {1}"],
  ["{} is a case: a draft is made of a script", "{1} はケース。下書きはスクリプトから作る"],
  ["dscript case stubs drafts a script from a case", "dscript case stubs がケースからスクリプトの下書きを作る"],
  ["{} has no goal to begin with", "{1}に始点となるゴールがない"],
  ["dscript case check says what is wrong with it", "dscript case check が誤りを示す"],
];
