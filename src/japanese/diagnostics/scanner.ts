/** DS10xx in Japanese: what the scanner says. A table, so that its length is its size. */

import { ja } from "../joined.ts";
import type { Translations } from "../translation.ts";

export const japaneseScanner: Translations<"DS10"> = {
  DS1001: {
    title: "ここには別のものが必要",
    message: ({ found, expected }, say) => ja`${say(expected)}が必要だが、${say(found)}がある`,
    hint: ({ fix }, say) => (fix === undefined ? undefined : say(fix)),
  },
  DS1002: {
    title: "文字列が閉じていない",
    message: ({ quote, isLong }) =>
      isLong
        ? `この文字列は行末を越えて続き、その先の引用符と対応しない: ここに \`${quote}\` が足りない`
        : `ここで始まる文字列が閉じていない: この後に \`${quote}\` がない`,
    hint: ({ quote, isApostrophe }) =>
      isApostrophe
        ? "引用符のない語の中の `'` は文字列の始まりになる: 語を \"…\" で囲むか、`\\'` と書く"
        : `\`${quote}\` で閉じる`,
  },
  DS1003: {
    title: "コメントが閉じていない",
    message: () => "ここで始まるコメントが閉じていない",
    hint: () => "`*/` で閉じる。コメントは入れ子になるので、`/*` ごとに 1 つ必要",
  },
  DS1004: {
    title: "ヒアドキュメントが閉じていない",
    message: ({ word }) => `ここで始まるヒアドキュメントが閉じていない: \`${word}\` だけの行がない`,
    hint: ({ word }) => `\`${word}\` だけの行で終える。\`<<-${word}\` なら前に空白があってもよい`,
  },
  DS1005: {
    title: "括弧が閉じていない",
    message: ({ open, close }) => `ここで始まる \`${open}\` が \`${close}\` で閉じられていない`,
    hint: ({ open, close, isBlock }) =>
      isBlock
        ? "単独の行の `}` で閉じる: コマンドの中で語に続く `}` は、その語の一部になる"
        : open === "${"
          ? "`${name}` のように、値のすぐ後ろの `}` で閉じる"
          : `\`${close}\` で閉じる`,
  },
  DS1006: {
    title: "対応する開き括弧のない閉じ括弧",
    message: ({ found }) => `\`${found}\` があるが、閉じるべきものが開いていない`,
    hint: ({ found }) => `取り除く。文字として書いたのなら引用する: \`'${found}'\``,
  },
  DS1007: {
    title: "知られていないエスケープ",
    message: ({ found }) => `\`${found}\` というエスケープはない`,
    hint: ({ found, inText }) =>
      inText
        ? `バックスラッシュは \`\\${found}\` と書く。特別な文字のないテキストは \`<<'WORD'\` と書く`
        : `特別な文字のないテキストは '…' と書く。バックスラッシュは \`\\${found}\` と書く`,
  },
  DS1008: {
    title: "文字の番号が正しくない",
    message: ({ found, expected }, say) => ja`\`${found}\` は文字を表さない。${say(expected)}が必要`,
  },
  DS1009: {
    title: "双方向制御文字",
    message: ({ code }) => `U+${code} は文字の向きを変える: 見えているとおりには実行されない`,
    hint: ({ code }) => `取り除くか、文字列の中で \`\\u{${code.toLowerCase()}}\` と書く`,
  },
  DS1010: {
    title: "制御文字",
    message: ({ code }) => `テキストの中に制御文字 U+${code} がある`,
    hint: ({ code }) =>
      code === "000D"
        ? "行は改行文字で終える。単独でも、復帰文字の後でもよい"
        : `取り除くか、文字列の中で \`\\u{${code.toLowerCase()}}\` と書く`,
  },
  DS1011: {
    title: "空白に見える文字",
    message: ({ code }) => `U+${code} は空白に見える（または見えない）が、空白ではない`,
    hint: () => "普通の空白を書くか、引用符の中に入れる",
  },
  DS1014: {
    title: "入れ子が深すぎる",
    message: ({ limit }) => `入れ子が ${limit} 段より深い`,
    hint: ({ isType }) =>
      isType === true ? "内側のリストを分ける: Map に入れるか、別の変数に置く" : "内側の部分を関数に移す",
  },
  DS1015: {
    title: "式が長すぎる",
    message: ({ limit }) => `この式には演算子が ${limit} 個より多く並んでいる`,
    hint: () => "ループを使うか、配列を `join` でつなぐ",
  },
  DS1016: {
    title: "数の書き方が正しくない",
    message: ({ found, why }, say) => `\`${found}\` は数ではない: ${say(why)}`,
  },
  DS1017: {
    title: "数が大きすぎる",
    message: ({ found, limit }) => `\`${found}\` は大きすぎる: 上限は ${limit}`,
  },
  DS1018: {
    title: "知られていない単位",
    message: ({ found, unit }) => `\`${found}\`: \`${unit}\` という単位はない`,
    hint: ({ nearest }) =>
      nearest === undefined
        ? "時間の単位は `ms s m h d`、サイズの単位は `B KB MB GB TB KiB MiB GiB TiB`"
        : `もしかして \`${nearest}\`?`,
  },
  DS1019: {
    title: "正規表現が閉じていない",
    message: () => "値が必要なところに `/` がある。ここで正規表現が始まるのなら、この行で閉じていない",
    hint: () => "`/` で閉じる。パターンの中の `/` は `\\/` と書く",
  },
  DS1020: {
    title: "正規表現が正しくない",
    message: ({ why }, say) => `これは正規表現ではない: ${say(why)}`,
  },
  DS1021: {
    title: "失われるバックスラッシュ",
    message: ({ found }) => `引用符のない語の中の \`${found}\` は、バックスラッシュを失う`,
    hint: ({ found }) =>
      `残すなら '${found}'、\\n のようなエスケープなら "…" と書く。引用符のない語では、バックスラッシュは特別な文字の意味を打ち消す`,
  },
  DS1022: {
    title: "ファイルがテキストでない",
    message: ({ count }) => `これはスクリプトではない: 制御文字が ${count} 個ある`,
    hint: () => "UTF-8 のテキストのファイルを指定する",
  },
};
