/** What `dscript incident` says of faults, errors and failures, and of what joins them. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const incidentPhrases: readonly Phrase[] = [
  // Its help.
  ["build the chain from fault to failure out of logs", "ログから、フォルトから障害までの連鎖を組み立てる"],
  [
    "FILE is a log of records, of any script and host, packed by gzip or not, a folder of them, or - for standard input;\nwithout one, the records of this user's runs in the state folder are read.",
    "FILE は、任意のスクリプトとホストの記録のログ（gzip 圧縮も可）、ログのフォルダ、または標準入力を表す - 。\n省くと、状態フォルダにあるこのユーザの実行の記録を読む。",
  ],
  [
    "A fault is a cause, an error a deviating state, a failure the missing service. What a record or a sample shows is a\nconfirmed link; what time and class only suggest is an assumed one, with a score from 0 to 1. Where the first fault is\nnot known, its candidates are listed, and what would serve all of them.",
    "フォルトは原因、エラーは逸脱した状態、障害は失われたサービス。記録や測定値が示すつながりは「確認」、\n時刻と分類から考えられるだけのつながりは「推定」で、0 から 1 の値を付ける。最初のフォルトが不明なときは、\nその候補と、どの候補にも有効な対処を示す。",
  ],
  ["from this time on: as for `dscript logs`", "この時刻以降: `dscript logs` と同じ"],
  ["up to this time", "この時刻まで"],
  ["from 30 minutes ahead of this time to 30 minutes behind it", "この時刻の 30 分前から 30 分後まで"],
  ["show at most N incidents; 3 otherwise", "最大 N 件のインシデントを表示する。省くと 3 件"],
  ["draw the first incident into FILE as SVG", "最初のインシデントを SVG で FILE に描く"],
  ["draw the first incident into FILE as PNG", "最初のインシデントを PNG で FILE に描く"],
  ["one JSON object an incident instead of text", "テキストの代わりに、インシデント 1 件につき JSON オブジェクト 1 つ"],
  ["what led to the failure at 10:42", "10:42 の障害に至ったもの"],
  ["a picture for a talk, in Japanese", "発表のための図を、日本語で"],

  // What is said beside it.
  ["--around excludes --since and --until", "--around は --since、--until と同時に使えない"],
  ["-n takes a number from 1 to 9999, not {}", "-n には 1 から 9999 までの数を指定する（{1} ではない）"],
  ["failures left out, because there are too many: {#}", "多すぎるので除いた失敗: {1} 件"],
  ["--since and --until choose a time", "--since と --until で時間を選ぶ"],
  [
    "smaller incidents, not shown: {#} (-n {#} shows all)",
    "表示していない、より小さなインシデント: {1} 件（-n {2} ですべて表示）",
  ],
  ["no record tells of a failure", "失敗を示す記録はない"],

  // The frame.
  ["Incident", "インシデント"],
  ["Incident {#} of {#}", "インシデント {2} 件中の {1}"],
  ["FAULT", "フォルト"],
  ["ERROR", "エラー"],
  ["FAILURE", "障害"],
  ["candidates", "候補"],
  ["confirmed", "確認"],
  ["assumed", "推定"],
  ["confirmed: a record or a sample shows it", "確認: 記録または測定値が示す"],
  ["assumed: from time and class, with a score", "推定: 時刻と分類から。値付き"],
  ["Why the links", "つながりの根拠"],
  ["The first fault is known.", "最初のフォルトは判明している。"],
  ["The first fault is not known.", "最初のフォルトは不明。"],
  ["Until it is found, this serves the candidates:", "判明するまで、候補に有効な対処:"],
  ["What serves all candidates:", "どの候補にも有効な対処:"],
  ["all", "すべて"],

  // Nodes.
  ["the first fault is not known", "最初のフォルトは不明"],
  ["SystemFault: {}", "システムフォルト: {t1}"],
  ["SoftwareFault: {}", "ソフトウェアフォルト: {t1}"],
  ["UserFault: {}", "ユーザフォルト: {t1}"],
  ["ExternalFault: {}", "外部フォルト: {t1}"],
  ["see its record", "その記録を参照"],
  ["{#} failed", "失敗 {1}"],
  ["{} failed", "{1}が失敗した"],
  ["{} ended with a fault", "{1} がフォルトで終わった"],
  ["{#} runs of {} ended with a fault", "{2} の実行 {1} 件がフォルトで終わった"],
  ["{} went to {}; {} is usual", "{1} が {2} になった。通常は {3}"],
  ["{} has {} left; {} is usual", "{1} の空きが {2} になった。通常は {3}"],
  ["memory ran out, and the kernel killed processes: {#}", "メモリが尽き、カーネルがプロセスを終了させた: {1} 個"],
  ["the clock jumped by {} s", "時計が {1} 秒ずれた"],
  ["{} fell silent: no sample came", "{1} が沈黙した: 測定値が届かなかった"],
  ["{} fell silent: no sample came any more", "{1} が沈黙した: 測定値が届かなくなった"],
  ["{} did not serve {}", "{1} が {2} に応じなかった"],
  [
    "no record of {} itself is here: its logs would tell more",
    "{1} 自身の記録がここにない: そのログがあれば、さらに分かる",
  ],

  // Links.
  ["by the diagnosis of the record", "記録のフォルト診断による"],
  ["candidates by the diagnosis", "フォルト診断による候補"],
  ["concluded from what followed", "その後に起きたことからの推論"],
  ["the same run: its script did not deal with it", "同じ実行: スクリプトが対処しなかった"],
  ["its record names {}", "その記録に {1} の名がある"],
  ["its record names {}; another cause is likelier", "その記録に {1} の名があるが、ほかの原因のほうが有力"],
  ["that host wrote nothing at that time", "その時刻に、そのホストは何も書かなかった"],
  ["seen on that host at that time", "その時刻に、そのホストで見られた"],
  ["measured on that host at that time", "その時刻に、そのホストで測定された"],
  [
    "a sample shows {} out of its range, and the call failed as it does then",
    "{1} が範囲を外れたことを測定値が示し、呼び出しはそのときの失敗のしかたをした",
  ],
  ["measured on the same host, just ahead of it", "同じホストで、その直前に測定された"],
  ["measured after it on the same host", "同じホストで、その後に測定された"],
  [
    "measured just ahead of it; nothing shows that it was the reason",
    "その直前に測定された。それが理由だと示すものはない",
  ],
  ["the last failures ahead of it", "その前の最後の失敗"],
  ["the same run, the same value and the same error", "同じ実行、同じ値、同じエラー"],
  ["earlier in the same run", "同じ実行で、それより前"],
  ["the same trace: one called the other", "同じトレース: 一方が他方を呼んだ"],
  ["the same error, {}, on the same host", "同じホストでの、同じエラー {1}"],
  ["shortly after it on the same host", "同じホストで、その直後"],

  // Tolerances.
  [
    "spare capacity, or less load: a larger machine at the peak, or a limit on what is let in",
    "余裕を持たせるか、負荷を減らす: ピーク時により大きなマシンを使う、または受け入れる量を制限する",
  ],
  [
    "a task that moves the work at the peak; `timeout` and limits on what runs at once",
    "ピーク時に処理を移すタスク、`timeout`、同時に動くものの制限",
  ],
  ["wait and try again, with pauses that grow", "待って再試行する。間隔は次第に延ばす"],
  ["another server or another way for the same service", "同じサービスのための、別のサーバまたは別の手段"],
  [
    "`try` the first, `catch (ExternalFault f)` and go to the second",
    "1 つめを `try` で試し、`catch (ExternalFault f)` で 2 つめに移る",
  ],
  [
    "a restart by itself when the service is gone, not more often than it helps",
    "サービスが失われたら自動で再起動する。役に立つ回数まで",
  ],
  [
    "a monitor with `wait until` and `systemctl restart`, at most so many times an hour",
    "`wait until` と `systemctl restart` によるモニター。1 時間の回数を制限する",
  ],
  [
    "take everything back when a step fails, so that nothing is left half done",
    "途中で失敗したら、すべてを元に戻し、中途半端な状態を残さない",
  ],
  ["`defer`, `finally`, and writing with `>=`", "`defer`、`finally`、`>=` による書き込み"],
  ["look at the input first, and refuse it with a sentence", "先に入力を調べ、誤りは理由を添えて断る"],
  ["parameters with types, `assert` ahead of the first change", "型付きのパラメータと、最初の変更の前の `assert`"],
  ["tell whoever can act, at once", "対処できる人にすぐ知らせる"],
  ["`on_fault` in dscript.yaml", "dscript.yaml の `on_fault`"],
];
