/** What is said around the commands of cases: counts, next steps, and what the readers of YAML and JSON say. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const caseRestPhrases: readonly Phrase[] = [
  // The check.
  ["advice", "助言"],
  ["{#} file", "ファイル {1} 個"],
  ["{#} files", "ファイル {1} 個"],
  ["{#} node", "ノード {1} 個"],
  ["{#} nodes", "ノード {1} 個"],
  ["there are dcase, {}", "あるのは dcase, {1}"],

  // Words of a command line.
  ["a file", "ファイル"],
  ["dscript case --help lists them", "dscript case --help で一覧を表示する"],
  ["dscript: run needs a node, a case and a command", "dscript: run にはノード、D-Case、コマンドが必要"],

  // Conditions.
  ["expected a name or a value, found the end", "名前か値が来るところで終わっている"],
  ["expected the name of a field, found the end", "フィールド名が来るところで終わっている"],
  ["a `)` is missing ahead of the end", "終わりの前に `)` がない"],

  // YAML.
  ["this is not YAML: bad indentation of a mapping entry", "YAML ではない: マップの項目の字下げが正しくない"],
  ["this is not YAML: bad indentation of a sequence entry", "YAML ではない: リストの項目の字下げが正しくない"],
  ["this is not YAML: deficient indentation", "YAML ではない: 字下げが足りない"],
  ["this is not YAML: tab characters must not be used in indentation", "YAML ではない: 字下げにタブは使えない"],
  [
    "this is not YAML: unexpected end of the stream within a flow collection",
    "YAML ではない: リストかマップの途中で終わっている",
  ],
  [
    "this is not YAML: unexpected end of the stream within a double quoted scalar",
    "YAML ではない: 二重引用符の中で終わっている",
  ],
  [
    "this is not YAML: unexpected end of the stream within a single quoted scalar",
    "YAML ではない: 引用符の中で終わっている",
  ],
  ["this is not YAML: missed comma between flow collection entries", "YAML ではない: 項目の間にコンマがない"],
  ["this is not YAML: unknown escape sequence", "YAML ではない: 知らないエスケープがある"],
  [
    "this is not YAML: end of the stream or a document separator is expected",
    "YAML ではない: ここで終わるか、文書の区切りが来るはず",
  ],
  [
    "this is not YAML: can not read a block mapping entry; a multiline key may not be an implicit key",
    "YAML ではない: マップの項目として読めない（キーは 1 行に書く）",
  ],

  // JSON.
  ["this is not JSON: Unterminated string", "JSON ではない: 文字列が終わっていない"],
  ["this is not JSON: Unexpected end of JSON input", "JSON ではない: 途中で終わっている"],
  ["this is not JSON: Expected ',' or ']' after array element", "JSON ではない: 配列の要素の後に , か ] がない"],
  ["this is not JSON: Expected ',' or '}' after property value", "JSON ではない: 値の後に , か } がない"],
  ["this is not JSON: Expected double-quoted property name", "JSON ではない: キーが二重引用符で囲まれていない"],
];
