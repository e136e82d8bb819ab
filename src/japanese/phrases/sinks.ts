/** What is said of logs and their sinks: files, standard error, syslog. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

/** Which words stand behind `syslog:`. */
const targets: readonly Phrase[] = [
  ["{} is no syslog: {}", "{1}は syslog の出力先ではない: {t2}"],
  ["it holds a NUL", "NUL 文字がある"],
  ["two slashes are missing: write syslog:{}", "スラッシュが 2 つ足りない: syslog:{1} と書く"],
  ["its path has more than 107 bytes, the most that a socket's may have", "パスがソケットの上限 107 バイトより長い"],
  [
    "there is no way {}: write udp://HOST, tcp://HOST, tls://HOST, or the path of a socket",
    "{1}という方式はない: udp://HOST、tcp://HOST、tls://HOST、またはソケットのパスを書く",
  ],
  [
    "write {}://HOST or {}://HOST:PORT, with an IPv6 address in brackets: {}://[2001:db8::1]",
    "{1}://HOST か {2}://HOST:PORT と書く。IPv6 アドレスは角括弧に入れる: {3}://[2001:db8::1]",
  ],
  ["{} is neither a host's name nor an address", "{1}はホストの名前でもアドレスでもない"],
  ["a port is a number from 1 to 65535, not {}", "ポートは 1 から 65535 の数で、{1}ではない"],
  ["there is no option {} for it: it takes {}", "そのオプション {1} はない: あるのは {2}"],
  ["the option {} needs a value: {}=VALUE", "オプション {1} には値が必要: {2}=VALUE"],
  ["the option {} stands twice", "オプション {1} が二度書かれている"],
  [
    "the value of {} has a % without two hexadecimal digits behind it: write a % itself as %25",
    "{1}の値に、後に 16 進数 2 桁のない % がある: % そのものは %25 と書く",
  ],
  ["there is no facility {}: it is one of {}", "{1}というファシリティはない: {2}のどれか"],
  [
    "app takes 1 to 48 printable ASCII characters without a space",
    "app が取るのは、空白を除く印字可能な ASCII 文字 1 から 48 個",
  ],
  [
    "sd takes a name, @, and your private enterprise number, such as sd=dscript@32473 (32 characters at most)",
    "sd が取るのは、sd=dscript@32473 のような、名前、@、自組織の企業番号（最大 32 文字）",
  ],
  ["size takes a number of bytes from {#} to {#}", "size が取るのは {1} から {2} のバイト数"],
  ["cert and key belong together: give both, or neither", "cert と key は対になる: 両方書くか、どちらも書かない"],
  ["verify takes yes or no", "verify が取るのは yes か no"],
];

/** Why a syslog receiver takes no records. */
const receivers: readonly Phrase[] = [
  [
    "there is no such socket (start the syslog daemon, or name its socket: syslog:PATH)",
    "そのソケットはない（syslog デーモンを起動するか、そのソケットを syslog:PATH で指定する）",
  ],
  ["it is no socket", "ソケットではない"],
  ["nobody listens there (start the syslog daemon)", "待ち受けるものがない（syslog デーモンを起動する）"],
  [
    "you may not write there (change its rights, or name another socket)",
    "そこに書く権限がない（権限を変えるか、別のソケットを指定する）",
  ],
  [
    "nobody listens at that port (start the receiver, or name its port)",
    "そのポートで待ち受けるものがない（受信側を起動するか、そのポートを指定する）",
  ],
  ["its name was not resolved in time", "名前を時間内に解決できなかった"],
  [
    "the host {} is not known (see its name, and this host's DNS)",
    "ホスト {1} が見つからない（名前と、このホストの DNS を確かめる）",
  ],
  ["it does not answer", "応答がない"],
  ["there is no network to it", "そこへのネットワークがない"],
  ["there is no route to it", "そこへの経路がない"],
  ["it was closed", "閉じられた"],
  ["the receiver closed the connection", "受信側が接続を閉じた"],
  ["the receiver broke the connection", "受信側が接続を切った"],
  ["the receiver broke the connection ({})", "受信側が接続を切った（{t1}）"],
  [
    "does it ask for a certificate? cert=FILE and key=FILE name one",
    "証明書を求めているなら cert=FILE と key=FILE で指定する",
  ],
  [
    "does it take this side's certificate? its own log says",
    "こちらの証明書を受け付けるかどうかは、受信側のログで分かる",
  ],
  ["the file {} cannot be read: {}", "ファイル {1} を読めない: {t2}"],
  [
    "its certificate is signed by itself (name it, or its CA: ca=FILE)",
    "証明書が自己署名である（その証明書か CA を ca=FILE で指定する）",
  ],
  [
    "its certificate comes from a CA that is not trusted here (name the CA: ca=FILE)",
    "証明書が、ここでは信頼されていない CA のもの（CA を ca=FILE で指定する）",
  ],
  [
    "its certificate has expired (renew it, or see this host's clock)",
    "証明書の期限が切れている（更新するか、このホストの時計を確かめる）",
  ],
  ["its certificate is not valid yet (see this host's clock)", "証明書がまだ有効でない（このホストの時計を確かめる）"],
  [
    "its certificate is for another name: {} (name the one that it carries: peer=NAME)",
    "証明書が別の名前のもの: {1}（証明書にある名前を peer=NAME で指定する）",
  ],
  [
    "it does not speak TLS as it should (is this its TLS port?)",
    "正しい TLS で応答しない（TLS のポートかどうか確かめる）",
  ],
  [
    "it refuses this side's certificate, or asks for one (cert=FILE and key=FILE)",
    "こちらの証明書を拒んだか、証明書を求めている（cert=FILE と key=FILE）",
  ],
  [
    "dscript: cannot send records to {}: {}; they wait in the queue, and the script goes on",
    "dscript: {1}に記録を送れない: {t2}。記録はキューで待ち、スクリプトは続行する",
  ],
  [
    "dscript: cannot send records to {}: {}; the script goes on",
    "dscript: {1}に記録を送れない: {t2}。スクリプトは続行する",
  ],
  [
    "{} did not take all records within {#} s: the rest waits in the queue",
    "{t1}は {2} 秒以内にすべての記録を受け取らなかった: 残りはキューで待つ",
  ],
  [
    "1 record was not sent to {}, and the queue did not take them",
    "記録 1 件を {1} に送れず、キューにも入れられなかった",
  ],
  [
    "{#} records were not sent to {}, and the queue did not take them",
    "記録 {1} 件を {2} に送れず、キューにも入れられなかった",
  ],
];

export const sinkPhrases: readonly Phrase[] = [
  [
    "{} is no place for a log: write file:PATH, syslog:… or stderr",
    "{1}はログの出力先ではない: file:PATH、syslog:…、stderr のどれかを書く",
  ],
  [
    '"{}" names no file: write file:PATH, such as file:/var/log/dscript.jsonl',
    '"{1}" はファイルを指定していない: file:/var/log/dscript.jsonl のように file:PATH と書く',
  ],
  ["cannot write {}: {}; the script goes on", "{t1}に書けない: {t2}。スクリプトは続行する"],
  ["1 record was not written: {}", "記録 1 件を書けなかった: {t1}"],
  ["{#} records were not written: {}", "記録 {1} 件を書けなかった: {t2}"],
  ["the log {}", "ログ {1}"],
  ["records to standard error", "標準エラー出力への記録"],
  ["nobody reads it any more", "読み手がもういない"],
  [
    "the folder {} does not exist (make it, or name another file)",
    "フォルダ {1} がない（作るか、別のファイルを指定する）",
  ],
  ["{} is not a folder", "{1}はフォルダではない"],
  ["it is a folder (name a file in it)", "フォルダである（その中のファイルを指定する）"],
  [
    "you may not write there (change its rights, or name another file)",
    "そこに書く権限がない（権限を変えるか、別のファイルを指定する）",
  ],
  [
    "no space is left (make room, and the waiting records follow)",
    "空き領域がない（空きを作れば、待っている記録が書かれる）",
  ],
  [
    "it lies on a read-only file system (name another file)",
    "読み取り専用のファイルシステムにある（別のファイルを指定する）",
  ],
  ["it is a pipe that nobody reads", "誰も読んでいないパイプ"],
  [
    "1 record waits in the queue for the next run with this sink: {}",
    "記録 1 件が、この出力先を使う次の実行までキューで待つ: {t1}",
  ],
  [
    "{#} records wait in the queue for the next run with this sink: {}",
    "記録 {1} 件が、この出力先を使う次の実行までキューで待つ: {t2}",
  ],
  ...targets,
  ...receivers,
];
