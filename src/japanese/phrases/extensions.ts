/** What is said of syntax of one's own, of packages and of modules. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

/** What is wrong with a form or a template, wherever that stands. */
const ofSyntax: readonly Phrase[] = [
  // What a hole reads, and what was expected in a form.
  ["an expression", "式"],
  ["expressions, parted by commas: a list", "コンマで区切った式のリスト"],
  ["an expression or a command, as in the parentheses of `if`", "`if` の括弧の中と同じく、式またはコマンド"],
  ["a block in braces", "波括弧のブロック"],
  ["a block, or one statement", "ブロック、または 1 つの文"],
  ["a word", "語"],
  ["one word of a command", "コマンドの 1 つの語"],
  ["the words up to the end of the statement", "文の終わりまでの語"],
  ["a name, which the construct declares", "構文が宣言する名前"],
  ["a string without `${…}`", "`${…}` のない文字列"],
  ["a word, a hole such as `$x:expr`, or punctuation in quotes", "語、`$x:expr` のような穴、または引用符に入れた記号"],
  ["a hole's name", "穴の名前"],
  ["what the literal looks like: `$text:/\\d+px/`", "`$text:/\\d+px/` のような、リテラルの見た目"],
  ["the end of the template", "ひな形の終わり"],

  // Why a form will not do.
  ["there is no hole of the kind `{}`", "`{1}` という種類の穴はない"],
  ["there is no precedence `{}`", "`{1}` という優先順位はない"],
  ["a statement begins with a word of its own", "文は、それだけの語で始まる"],
  ["an expression begins with a word of its own", "式は、それだけの語で始まる"],
  [
    'an operator stands between two holes, or ahead of one: `$a "<=>" $b`, `"√" $x`',
    '演算子は 2 つの穴の間か、1 つの穴の前に置く: `$a "<=>" $b`、`"√" $x`',
  ],
  ["a literal is one pattern", "リテラルは 1 つのパターン"],
  ["its pattern takes too long on this text: /{}/", "このテキストではパターンの照合に時間がかかりすぎる: /{1}/"],
  ["its `check` reports, and says nothing", "`check` は報告するが、何も述べていない"],
  ["`${}` stands in the form twice", "`${1}` が形の中に二度ある"],
  [
    "behind a value `{}` is read as an operator: choose another word",
    "値の後ろの `{1}` は演算子として読まれる: ほかの語を選ぶ",
  ],
  [
    "`${}:condition` stands alone in parentheses, as the condition of `if`",
    "`${1}:condition` は、`if` の条件と同じく、それだけを括弧に入れる",
  ],
  ["`${}:condition` stands alone in its parentheses", "`${1}:condition` の括弧の中には、ほかに何も置かない"],
  ["only what stands in `[ … ]` can be left out: `${}` cannot", "省けるのは `[ … ]` の中だけ: `${1}` は省けない"],
  ["what can be left out begins with a word: `[every $gap = 1s]`", "省けるものは語で始まる: `[every $gap = 1s]`"],
  [
    "`${}` can be left out: it needs a value for that, `${} = …`",
    "`${1}` は省ける: そのときの値を `${2} = …` のように書く",
  ],

  // What stands in a template or a hole.
  ["`{}` stands at a file's top level, not in a template", "`{1}` はファイルの最上位に置く。ひな形の中には置けない"],
  [
    "`${}` is a {}: it stands where a statement can, such as in `{}`",
    "`${1}` は {2}: `{3}` のように、文を置ける場所に置く",
  ],
  ["`${}` holds words: it stands as a word of a command", "`${1}` は語の並び: コマンドの語として置く"],
  ["a name stands here: `${}:name` in the form reads one", "ここには名前を置く: 形の中の `${1}:name` が名前を読む"],
  ["the template does not use `${}`", "ひな形が `${1}` を使っていない"],
  ["a plain string without `${…}` stands here", "ここには `${…}` のない普通の文字列を置く"],
  ["found {}, expected {}", "{t2}が必要だが、{t1}がある"],
  ["the `{}` that begins here is not closed by a `{}`", "ここで始まる `{1}` を閉じる `{2}` がない"],
];

/** What is wrong with a package itself. */
const ofPackages: readonly Phrase[] = [
  ["it has no default export that `definePackage` made", "`definePackage` で作ったデフォルトエクスポートがない"],
  [
    'it imports "{}": a package is one file, bundle what it needs; "{}" and "node:…" are there',
    '"{1}" をインポートしている: パッケージは 1 つのファイルなので、必要なものはその中にまとめる。使えるのは "{2}" と "node:…"',
  ],
  // Where its shape is not that of a package.
  ["there is no such key, is `{}` meant?", "そのキーはない。もしかして `{1}`?"],
  ["there is no such key", "そのキーはない"],
  ["`{}` is missing", "`{1}` がない"],
  ["it: `{}` is missing", "`{1}` がない"],
  ["expected a text", "テキストが必要"],
  ["expected a list", "リストが必要"],
  ["expected an object", "オブジェクトが必要"],
  ["expected a function", "関数が必要"],
  ["expected a regular expression", "正規表現が必要"],
  ["expected a signature", "シグネチャが必要"],
  ["expected a name that begins with a capital", "大文字で始まる名前が必要"],
  ["expected a program's name without its folder", "フォルダを除いたプログラムの名前が必要"],
  ["expected true, or nothing", "true を書くか、何も書かない"],
  ["expected true or false", "true か false が必要"],
  ["expected one of: {}", "次のどれかが必要: {1}"],
  [
    'expected "any", "none", or two statuses from 0 to 255',
    '"any"、"none"、または 0 から 255 の 2 つの終了ステータスが必要',
  ],
  [
    "`{}` is no signature: write it as `contains(String network, String address): boolean`",
    "`{1}` はシグネチャではない: `contains(String network, String address): boolean` のように書く",
  ],
  ["`{}`: a method belongs to one of the package's own types", "`{1}`: メソッドを持てるのはパッケージ自身の型だけ"],
  ["the form `{}`: {}", "形 `{1}`: {t2}"],
  ["`{}` is the language's own: no syntax can replace it", "`{1}` は言語自身のもの: どの構文も置き換えられない"],
];

/** The same with the place ahead of it: a file, and a key in it. */
function placed([english, translation]: Phrase): Phrase {
  return [
    `{}: ${english}`,
    `{1}: ${translation.replace(/\{(t?)(\d)\}/g, (_, t, hole) => `{${t}${Number(hole) + 1}}`)}`,
  ];
}

export const extensionPhrases: readonly Phrase[] = [
  ...ofSyntax,
  ...ofPackages,
  ...ofPackages.map(placed),

  // How a package fails at a use.
  ["the literal", "リテラル"],
  ["a name that begins with a capital", "大文字で始まる名前"],
  ["it did not end within {#} s", "{1} 秒以内に終わらなかった"],
  ["its `lower` gives nothing that `make.{}` made", "`lower` の結果が `make.{1}` で作ったものではない"],
  ["its template `{}`: {}", "ひな形 `{1}`: {t2}"],
  ["the hole `{}`: {}", "穴 `{1}`: {t2}"],
  ["{} is no number that D-Script has", "{1} は D-Script で表せる数ではない"],
  ["it is part of what `{}` stands for", "これは `{1}` が表すものの一部"],
  ["`{}` of another file", "ほかのファイルの `{1}`"],
  ["the package failed: {}", "パッケージが失敗した: {t1}"],
  [
    "the package gave a promise, and does not say that it waits",
    "パッケージが Promise を返したが、待つこと（waits）を宣言していない",
  ],
  ["the package gave a value of another type than it promises", "パッケージが、宣言した型とは違う型の値を返した"],

  // Where modules are, and whose.
  ["beside the file", "ファイルと同じ場所"],
  ["beside the script", "スクリプトと同じ場所"],
  ["your modules", "自分のモジュール"],
  ["shipped modules", "同梱のモジュール"],
  [
    "{} belongs to uid {#}, neither to who runs the script nor to root",
    "{1}は uid {2} のもので、スクリプトを実行する人のものでも root のものでもない",
  ],
  ["everybody may write to {} (chmod o-w makes it count)", "{1}には誰でも書き込める（chmod o-w で有効になる）"],

  // What `packages` and `version` in a configuration hold.
  ["a module's name as `import` has it", "`import` に書くとおりのモジュールの名前"],
  ["a range of versions, quoted where it is a number", "版の範囲（数に見えるものは引用符に入れる）"],
  ["a range of versions", "版の範囲"],
  ["modules with the versions that they must have", "モジュールと、必要な版"],
  ["a version of three numbers", "3 つの数から成る版"],

  // The modules that are shipped.
  ["`{}` is no network: {}", "`{1}` はネットワークではない: {t2}"],
  ["`{}` is no address", "`{1}` はアドレスではない"],
  ["a prefix has 0 to 32 bits", "プレフィックスは 0 から 32 ビット"],
  [
    "the network is {}: an address's bits behind the prefix are 0",
    "ネットワークは {1}: アドレスの、プレフィックスより後ろのビットは 0",
  ],
  ["write it as 10.0.0.0/8", "10.0.0.0/8 のように書く"],
  ['"{}" is no address, such as 10.1.2.3', '"{1}" は 10.1.2.3 のようなアドレスではない'],
  [
    "a network of {#} addresses is no list: {#} is the limit",
    "{1} 個のアドレスのネットワークはリストにできない: 上限は {2}",
  ],
];
