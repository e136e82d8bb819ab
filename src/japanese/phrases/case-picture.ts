/** What stands in the picture of a D-Case. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const casePicturePhrases: readonly Phrase[] = [
  // GSN's elements, and D-Case's own kinds.
  ["Goal", "ゴール"],
  ["Strategy", "戦略"],
  ["Evidence", "エビデンス"],
  ["Context", "前提"],
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
  ["does not hold", "不成立"],
  ["too old", "期限切れ"],
  ["missing", "なし"],
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
  ["review", "レビュー"],
  ["document", "文書"],

  // The legend.
  ["supported by", "支えるもの"],
  ["in context of", "前提"],
  ["challenges", "反論の対象"],
  ["is responsible for", "責任を負うもの"],
  ["so many times", "繰り返し"],
  ["optional", "任意"],
  ["so many of them", "選択"],

  // Its outline and its table of evidence, as Markdown.
  ["Argument", "議論"],
  ["Text", "内容"],
  ["Supports", "支えるもの"],
  ["Must be", "条件"],
  ["Owner", "責任者"],
  ["Until", "期限"],
  ["Files", "ファイル"],
  ["State", "状態"],
  ["see above", "前出"],
  ["challenged by", "反論:"],
  ["responsible", "責任者"],
  ["below", "次の下:"],

  // As Mermaid.
  [
    "contexts stand below their nodes, with dotted lines: Mermaid has no hollow tips",
    "前提はノードの下に、点線で示す（Mermaid には白抜きの矢印がない）",
  ],
  ["a challenge of a line leads to the node behind that line", "線への反論は、その線の先のノードに向ける"],
  [
    "Mermaid draws {#} lines only with maxEdges in its configuration",
    "Mermaid で {1} 本の線を描くには、設定の maxEdges が必要",
  ],
  [
    "Mermaid draws a text of this length only with maxTextSize in its configuration",
    "Mermaid でこの長さのテキストを描くには、設定の maxTextSize が必要",
  ],

  // On pages.
  ["page {#}", "{1} ページ"],
  ["continued from page {#}", "{1} ページの続き"],
  ["the PDF cannot be made: {}", "PDF を作れない: {1}"],
];
