/** What `dscript test` says, and what Test and Fake refuse. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const testingPhrases: readonly Phrase[] = [
  ["the first one stands here", "最初のものはここにある"],

  // Help.
  ["run the tests in scripts", "スクリプトのテストを実行する"],
  [
    'Finds NAME_test.dscript and every script that has a block test "…" { … }, in the files and folders that are named,\notherwise below the working directory; not in hidden folders, nor in node_modules. docs/language/8-tests.md has the rules.',
    'NAME_test.dscript と、test "…" { … } ブロックを含むすべてのスクリプトを、指定されたファイルとフォルダの中から、\n指定がなければ作業ディレクトリの下から探す。隠しフォルダと node_modules は除く。規則は docs/language/8-tests.md にある。',
  ],
  [
    "Each test has a folder, a home and an evaluation of the files of its own. Files are run beside each other.",
    "テストごとに、専用のフォルダ、ホーム、ファイルの評価を持つ。ファイルは並行して実行する。",
  ],
  [
    "Exit codes: 0 all tests passed or were skipped; 1 one failed, a file could not be run, or too little is covered;\n64 usage, or there is no test; 74 a report cannot be written; 130, 143 interrupted.",
    "終了コード: 0 すべてのテストが成功したか飛ばされた、1 失敗したテストがある、実行できないファイルがある、網羅が足りない、\n64 使い方の誤り、またはテストがない、74 レポートを書けない、130、143 割り込み。",
  ],
  [
    "only tests whose name has this text, or fits this /regex/",
    "名前がこのテキストを含むか、この /正規表現/ に合うテストだけ",
  ],
  [
    "run so many files at a time; as many as there are processors otherwise",
    "同時に実行するファイルの数。指定がなければプロセッサの数",
  ],
  [
    "end a test, and all that it started, after this time (60s)",
    "この時間が過ぎたテストを、それが始めたものとともに終わらせる（60s）",
  ],
  ["stop at the first test that fails", "最初に失敗したテストで止まる"],
  ["write golden files, in place of comparing with them", "ゴールデンファイルと比べる代わりに、それを書く"],
  ["keep the folders of failed tests, and say where they are", "失敗したテストのフォルダを残し、その場所を示す"],
  [
    "run files again whenever they, or what they import, change",
    "ファイルか、それがインポートするものが変わるたびに実行し直す",
  ],
  ["name the tests, and run none", "テストの名前を示すだけで、実行しない"],
  ["a line for each test", "テストごとに 1 行示す"],
  ["how results are written", "結果の書き方"],
  ["write what --format says to a file", "--format の指定どおりにファイルに書く"],
  ["also write JUnit XML to a file", "JUnit XML もファイルに書く"],
  ["also write TAP to a file", "TAP もファイルに書く"],
  ["show which lines and branches the tests came by", "テストが通った行と分岐を示す"],
  ["fail where fewer lines are covered", "網羅された行がこれより少なければ失敗とする"],
  ["write coverage as JSON to a file", "網羅率を JSON としてファイルに書く"],
  ["write coverage as a tracefile of lcov to a file", "網羅率を lcov のトレースファイルとして書く"],
  ["no status style in the scripts under test", "テストされるスクリプトでステータス方式を使わない"],
  ["all tests below this folder", "このフォルダより下のすべてのテスト"],
  ["those of one file whose name has a word", "1 つのファイルのうち、名前がある語を含むもの"],
  ["for a build server", "ビルドサーバ向け"],
  ["again and again, while writing", "書きながら何度でも"],

  // Mistakes in the words of the command line.
  ["--parallel takes a number from 1 to 1024", "--parallel には 1 から 1024 までの数を指定する"],
  ["for example: --parallel 4", "例: --parallel 4"],
  ["--timeout takes {}, not {}", "--timeout には{t1}を指定する。{2} ではない"],
  ["for example: --timeout 90s", "例: --timeout 90s"],
  ["--min-coverage takes a number from 0 to 100", "--min-coverage には 0 から 100 までの数を指定する"],
  ["for example: --min-coverage 80", "例: --min-coverage 80"],
  ["--filter {} is no regular expression", "--filter {1} は正規表現ではない"],
  ["for example: --filter '/^copies .* files$/'", "例: --filter '/^copies .* files$/'"],
  ["there is no file and no folder {}", "{1}というファイルもフォルダもない"],
  ["the folder {} cannot be read: {}", "フォルダ {1} を読めない: {2}"],
  ["name files, or folders that have tests", "ファイルか、テストのあるフォルダを指定する"],
  ["there is no test in {}", "{1}にはテストがない"],
  [
    'write one: test "it adds" { assert(1 + 1 == 2) }, in a script or in a file NAME_test.dscript',
    'スクリプトか NAME_test.dscript というファイルに、test "足し算" { assert(1 + 1 == 2) } のように書く',
  ],
  ["no test has a name with {}", "名前が {1} に合うテストはない"],
  ["dscript test --list shows their names", "dscript test --list で名前を表示する"],
  ["no folder for tests can be made in {}: {}", "{1} にテストのフォルダを作れない: {2}"],
  ["let TMPDIR name a folder that is there, and yours", "実在し、書き込めるフォルダを TMPDIR に指定する"],
  ["the report {} cannot be written: {}", "レポート {1} を書けない: {2}"],
  ["name a file in a folder that is there, and yours", "実在し、書き込めるフォルダの中のファイルを指定する"],

  // Results.
  ["ok", "成功"],
  ["FAIL", "失敗"],
  ["skip", "除外"],
  ["{#} passed", "成功 {1}"],
  ["{#} failed", "失敗 {1}"],
  ["{#} skipped", "除外 {1}"],
  ["{#} not run", "未実行 {1}"],
  ["no test", "テストなし"],
  ["1 file could not be run", "実行できないファイル 1"],
  ["{#} files could not be run", "実行できないファイル {1}"],
  ["it could not be run", "実行できなかった"],
  ["(line {#})", "（{1} 行目）"],
  ["what it printed:", "出力:"],
  ["its folder is kept: {}", "フォルダを残した: {1}"],
  ["written: {}", "書いた: {1}"],
  ["waiting for changes; q ends, Enter runs all again", "変更を待っている。q で終了、Enter ですべて実行し直す"],
  ["waiting for changes; Ctrl-C ends", "変更を待っている。Ctrl-C で終了"],
  [
    "the process that runs these tests was ended by signal {#}",
    "これらのテストを実行するプロセスがシグナル {1} で終わった",
  ],
  [
    "the process that runs these tests ended with status {#}",
    "これらのテストを実行するプロセスがステータス {1} で終わった",
  ],
  ["the process that runs the test was ended by signal {#}", "テストを実行するプロセスがシグナル {1} で終わった"],
  [
    "the test ended the process that runs it, with status {#}",
    "テストが、自分を実行するプロセスをステータス {1} で終わらせた",
  ],
  [
    "the test ended with `exit {#}`; where that is meant, ask for it: Test.exit(() => …)",
    "テストが `exit {1}` で終わった。それを意図しているなら Test.exit(() => …) で確かめる",
  ],
  [
    "the test did not end within {}, the most that a test may take, and was ended",
    "テストは、許された最長の {1} の間に終わらなかったため、終了させられた",
  ],
  [
    "the test did not end within {}, the most that a test may take, and was ended; {} was running",
    "テストは、許された最長の {1} の間に終わらなかったため、終了させられた。{2} を実行していた",
  ],
  ["left", "左辺"],
  ["right", "右辺"],
  ["value", "値"],
  ["golden", "ゴールデン"],
  ["actual", "実際"],

  // Coverage.
  ["coverage", "網羅率"],
  ["lines", "行"],
  ["branches", "分岐"],
  ["not covered", "通らなかった行"],
  ["all files", "全ファイル"],
  ["coverage: no test came by a script that is no test itself", "網羅率: テスト以外のスクリプトを通ったテストはない"],
  [
    "dscript: {} of the lines are covered, and {#} % are asked for",
    "dscript: 網羅された行は {1} で、{2} % が求められている",
  ],

  // Test and Fake.
  ["cannot fake {}: {}", "{1} を模擬できない: {t2}"],
  ["cannot let only fakes run: {}", "模擬プログラムだけを実行させることができない: {t1}"],
  ["cannot compare with the golden file {}: {}", "ゴールデンファイル {1} と比べられない: {t2}"],
  ["cannot run the script {}: {}", "スクリプト {1} を実行できない: {t2}"],
  ["cannot give the fake {} an answer: {}", "模擬プログラム {1} に応答を与えられない: {t2}"],
  ["cannot delay the fake {}: {}", "模擬プログラム {1} を遅らせられない: {t2}"],
  ["cannot end the fake {} with a signal: {}", "模擬プログラム {1} をシグナルで終わらせられない: {t2}"],
  ["cannot set up the fake {}: {}", "模擬プログラム {1} を用意できない: {t2}"],
  ["cannot read the calls of the fake {}: {}", "模擬プログラム {1} の呼び出しを読めない: {t2}"],
  ["the closure raises no fault", "クロージャはフォルトを起こさない"],
  ["the closure does not end the script with `exit`", "クロージャは `exit` でスクリプトを終わらせない"],
  ["this is no test: `dscript test` runs tests", "これはテストではない。テストは `dscript test` で実行する"],
  [
    "{} is no fake, and Test.onlyFakes lets no other program run; fake it with Test.fake({}), or name it: Test.onlyFakes({})",
    "{1} は模擬プログラムではなく、Test.onlyFakes はほかのプログラムの実行を許さない。Test.fake({2}) で模擬するか、Test.onlyFakes({3}) のように指定する",
  ],
  ["a status is 0 to 255, not {}", "ステータスは 0 から 255 で、{1} ではない"],
  ["a delay cannot be less than nothing", "遅れを負にはできない"],
  ["there is no signal {}", "シグナル {1} はない"],
  [
    "a fake is found by its name in PATH, and {} is a path: fake {}, and call it by that name",
    "模擬プログラムは PATH の中で名前によって見つかるが、{1} はパスである。{2} を模擬し、その名前で呼び出す",
  ],
  ["{} is no name of a program", "{1} はプログラムの名前ではない"],
  ["`{}` is done by the engine itself, and is no program", "`{1}` はエンジン自身が行い、プログラムではない"],
  ["{} is no name below testdata", "{1} は testdata の下の名前ではない"],
  ["there is no {} yet; `dscript test --update` writes it", "{1} はまだない。`dscript test --update` で書ける"],
  [
    "the text is not that of {}; where it is right, `dscript test --update` writes it",
    "テキストが {1} のものと違う。それが正しければ `dscript test --update` で書ける",
  ],
  [
    "there is no {}; a script is found from the test's own file",
    "{1} はない。スクリプトはテストのファイルから見た場所で探す",
  ],
];
