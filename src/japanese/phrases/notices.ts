/** What is said of notifications: their configuration, why one failed, and the message itself. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

/** Whose secret is read, and what can be wrong with it. */
const secrets: readonly Phrase[] = [
  ["the mail server's password", "メールサーバのパスワード"],
  ["the webhook's token", "webhook のトークン"],
  ["the webhook's secret", "webhook の秘密鍵"],
  ["the webhook's address", "webhook のアドレス"],
  ["the certificates", "証明書"],
  [
    "{}: the environment has no {} (set it where the run is started)",
    "{t1}: 環境変数 {2} がない（実行を開始する側で設定する）",
  ],
  ["the variable {}", "変数 {1}"],
  ["{}: {} is empty", "{t1}: {2}が空"],
  ["{} holds a control character: a secret is one line", "{t1}に制御文字がある: 秘密の値は 1 行"],
  ["the certificates: {} holds no PEM certificate", "証明書: {1}に PEM 形式の証明書がない"],
  ["{}: {} is no regular file", "{t1}: {2}は通常のファイルではない"],
  ["{}: {} is not used: {}", "{t1}: {2}を使わない: {t3}"],
  ["others may read it (chmod 600 it)", "ほかのユーザが読める（chmod 600 にする）"],
  [
    "it belongs to uid {#}, neither to this user nor to root",
    "uid {1} のもので、このユーザのものでも root のものでもない",
  ],
  ["{}: {} is larger than {#} bytes", "{t1}: {2}が {3} バイトより大きい"],
];

/** Why a channel did not take a message. */
const failures: readonly Phrase[] = [
  ["mail to {} through {}", "{2}経由の {1} へのメール"],
  ["webhook at {}", "{t1}への webhook"],
  ["command {}", "コマンド {1}"],
  ["the address in {}", "{1}にあるアドレス"],
  ["a signal ended the attempt", "シグナルにより打ち切られた"],
  ["it failed", "失敗した"],
  ["it was not done within {#} s", "{1} 秒以内に終わらなかった"],
  ["it could not be started", "開始できなかった"],
  ["it was ended by a signal to this run", "この実行へのシグナルにより終了させられた"],
  ["it ended with status {#}", "終了ステータス {1} で終わった"],
  ["it was ended by {}", "{1}で終了させられた"],
  ["it did not end within {#} s, and was ended", "{1} 秒以内に終わらず、終了させられた"],
  ["the server took it for others, but refused {}", "サーバはほかの宛先には受け付けたが、{1}を拒んだ"],
  ["the receiver did not answer in time", "受信側が時間内に応答しなかった"],
  ["the webhook's address is no http:// or https:// address", "webhook のアドレスが http:// でも https:// でもない"],
  [
    "the receiver answered {#}: redirects are not followed (name the address that it leads to)",
    "受信側が {1} を返した: リダイレクトはたどらない（転送先のアドレスを指定する）",
  ],
  ["the receiver answered {#}: {}", "受信側が {1} を返した: {2}"],
  ["the receiver answered {#}", "受信側が {1} を返した"],
  ["the notification by {} failed: {}", "{t1}による通知に失敗した: {t2}"],
  [
    "dscript: the notification by {} failed: {}; the run's outcome stays as it is",
    "dscript: {t1}による通知に失敗した: {t2}。実行の結果は変わらない",
  ],
  ["notifications", "通知"],
  [
    "no state can be kept, so that nothing is known of earlier messages",
    "状態を残せないので、以前の通知については何も分からない",
  ],
  [
    "{} cannot be used ({}), so that nothing is known of earlier messages",
    "{t1}が使えない（{t2}）ので、以前の通知については何も分からない",
  ],
  ["{} was not readable and is begun anew", "{t1}は読めなかったので、新しく作り直す"],
];

/** What `on_fault` takes. */
const configuration: readonly Phrase[] = [
  ["a mail address", "メールアドレス"],
  ["a mail address, NAME@HOST, without a name beside it", "NAME@HOST の形の、名前を添えないメールアドレス"],
  ["a list of mail addresses", "メールアドレスのリスト"],
  ["at least one mail address", "1 つ以上のメールアドレス"],
  ["a file's path", "ファイルのパス"],
  ["the name of an environment variable", "環境変数の名前"],
  ["{} on one line", "1 行の{t1}"],
  ["a user's name", "ユーザの名前"],
  [
    "smtp://HOST:PORT or smtps://HOST:PORT, without a user or a path",
    "ユーザもパスもない smtp://HOST:PORT か smtps://HOST:PORT",
  ],
  ["a mail's addressees and server", "メールの宛先とサーバ"],
  [
    "`user` with either `password_file` or `password_env`, or none of them",
    "`user` と、`password_file` か `password_env` の一方。または、そのどれもない状態",
  ],
  ["an http:// or https:// address", "http:// か https:// のアドレス"],
  ["an http:// or https:// address, without a user", "ユーザのない http:// か https:// のアドレス"],
  ["an https:// address where a token is sent", "トークンを送るなら https:// のアドレス"],
  ["an address, and what is sent with it", "アドレスと、それに送るもの"],
  ["a header's name", "ヘッダの名前"],
  ["a header that the connection itself does not need", "接続そのものが使わないヘッダ"],
  ["a header's value as a text", "テキストで書いたヘッダの値"],
  ["a header's value on one line", "1 行のヘッダの値"],
  ["headers with their values", "ヘッダとその値"],
  ["one of `url`, `url_file` and `url_env`", "`url`、`url_file`、`url_env` のどれか 1 つ"],
  ["one place for each secret: `…_file` or `…_env`", "秘密の値ごとに `…_file` か `…_env` のどちらか"],
  ["a word of the command as a text", "テキストで書いたコマンドの語"],
  ["a word without a NUL character", "NUL 文字のない語"],
  ["a program", "プログラム"],
  ["a program and its arguments as a list", "プログラムとその引数のリスト"],
  ["a program ahead of its arguments", "引数の前のプログラム"],
  ["one of {}", "{1}のどれか"],
  ["a list of fault classes", "フォルトの分類のリスト"],
  ["a kind of fault, or Interruption", "フォルトの種類、または Interruption"],
  ["a list of kinds", "種類のリスト"],
  ["a pattern for scripts", "スクリプトのパターン"],
  ["a list of patterns for scripts", "スクリプトのパターンのリスト"],
  ["what a channel is for", "通知先が何のためのものか"],
  ["a channel", "通知先"],
  [
    "one of mail, webhook and command (several channels are several entries)",
    "mail、webhook、command のどれか 1 つ（複数の通知先は複数の項目に書く）",
  ],
  ["a list of channels", "通知先のリスト"],
  ["a number from 1 to 1000", "1 から 1000 の数"],
  ["who is told, and how often", "誰に、どの頻度で通知するか"],
];

/** The message itself, line by line. */
const message: readonly Phrase[] = [
  ["{} ended the run; its finally and defer ran", "{t1}が実行を終わらせた。finally と defer は実行された"],
  ["a signal", "シグナル"],
  ["standard input (in {})", "標準入力（{1}）"],
  ["this is a sample of what a fault looks like: nothing has failed", "これはフォルトの見本: 何も失敗していない"],
  ["a sample of a reason", "理由の見本"],
  ["nothing: whoever reads this is reached", "何もしなくてよい: これを読む人には届いている"],
  [
    "This is a sample: `dscript notify test` sent it from {}, and nothing has failed.",
    "これは見本: {1}の `dscript notify test` が送ったもので、何も失敗していない。",
  ],
  ["{} on {} was interrupted.", "{2}の {1} が中断された。"],
  ["{} on {} ended with a fault ({}).", "{2}の {1} がフォルト（{3}）で終わった。"],
  ["What happened: {}", "起きたこと: {t1}"],
  ["Whose move:    {} ({}, {}, {#})", "対応する人: {t1}（{2}、{t3}、{4}）"],
  ["What to do:    {}", "対処: {t1}"],
  ["Why:           {}", "理由: {t1}"],
  ["Or else:       {} ({}, {}, {#})", "または: {t1}（{2}、{t3}、{4}）"],
  ["Beside it:     {} that nobody handled; the records have them", "ほかに: 対処されなかった{t1}（記録にある）"],
  ["{#} more failure", "失敗 {1} 件"],
  ["{#} more failures", "失敗 {1} 件"],
  ["Records: none are kept", "記録: 残していない"],
  [
    "This same fault happened once more since it was last told.",
    "この同じフォルトは、前回の通知の後に、ほかに 1 回起きた。",
  ],
  [
    "This same fault happened {#} times more since it was last told.",
    "この同じフォルトは、前回の通知の後に、ほかに {1} 回起きた。",
  ],
  [
    "{#} message on other faults was kept back: too many in an hour.",
    "ほかのフォルトの通知 {1} 件を控えた: 1 時間の数が多すぎる。",
  ],
  [
    "{#} messages on other faults were kept back: too many in an hour.",
    "ほかのフォルトの通知 {1} 件を控えた: 1 時間の数が多すぎる。",
  ],
  ["As a terminal shows it:", "端末での表示:"],
  ["the developer of the script", "スクリプトの開発者"],
  ["whoever ran it or gave it its input", "実行した人、または入力を与えた人"],
  ["the operator of {}", "{1}の運用者"],
  ["those who run another host or service", "ほかのホストやサービスの運用者"],
  ["almost certainly", "ほぼ確実"],
  ["very likely", "可能性がとても高い"],
  ["likely", "可能性が高い"],
  ["perhaps", "可能性がある"],
];

export const noticePhrases: readonly Phrase[] = [...secrets, ...failures, ...configuration, ...message];
