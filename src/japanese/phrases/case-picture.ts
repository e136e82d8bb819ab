/** What stands in the picture of a D-Case. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const casePicturePhrases: readonly Phrase[] = [
  // GSN's elements, and D-Case's own kinds.
  ["Goal", "ゴール"],
  ["Strategy", "ストラテジー"],
  ["Evidence", "エビデンス"],
  ["Context", "コンテキスト"],
  ["Assumption", "仮定"],
  ["Justification", "正当化"],
  ["Counter goal", "反論ゴール"],
  ["Counter evidence", "反証"],
  ["Monitor", "モニター"],
  ["Action", "アクション"],
  ["Parameter", "パラメータ"],
  ["External", "外部"],
  ["Module", "モジュール"],
  ["Contract", "契約"],
  ["Pattern", "パターン"],
  ["Risk", "リスク"],

  // How a node stands.
  ["holds", "成立"],
  ["fails", "失敗"],
  ["too old", "期限切れ"],
  ["missing", "証拠なし"],
  ["in doubt", "疑いあり"],
  ["challenged", "反論あり"],
  ["to be looked at again", "見直しが必要"],
  ["undeveloped", "未展開"],
  ["uninstantiated", "未具体化"],
  ["defeated", "論破された"],
  ["not in this case", "このケースにない"],
  ["from the module {}", "モジュール {1} から"],
  ["folded: {#} below", "折りたたみ: 下に {1} 個"],

  // Its notes.
  ["owner: {}", "責任者: {1}"],
  ["until {}", "{1} まで"],
  ["at most {} old", "{1} 以内"],
  ["over {}", "{1} の間"],
  ["test", "テスト"],
  ["inject", "フォルト注入"],
  ["load", "負荷テスト"],
  ["monitor", "モニター"],
  ["review", "レビュー"],
  ["document", "文書"],

  // The legend.
  ["supported by", "支えるもの"],
  ["in context of", "コンテキスト"],
  ["challenges", "反論先"],
  ["is responsible for", "責任の対象"],
  ["so many times", "繰り返し"],
  ["optional", "任意"],
  ["so many of them", "選択"],
];
