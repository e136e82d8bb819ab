/** What is said of roles: their addresses, what they are told, and what they are asked. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

/** What `roles` and `approval` of a configuration take. */
const configuration: readonly Phrase[] = [
  ["an address", "宛先"],
  [
    "one of mail, webhook, command and log (several addresses are several entries)",
    "mail、webhook、command、log のどれか 1 つ（複数の宛先は複数の項目に書く）",
  ],
  ["a role's name as `notify` has it", "`notify` に書くとおりの役割の名前"],
  ["a list of addresses", "宛先のリスト"],
  ["at least one address", "1 つ以上の宛先"],
  ["roles with their addresses", "役割とその宛先"],
  ["a command that asks", "承認を求めるコマンド"],
];

/** What a role is told, line by line, and why it was not. */
const told: readonly Phrase[] = [
  ["For:     {}", "宛先: {1}"],
  ["Plan:    {}", "プラン: {1}"],
  [
    "this is a sample: `dscript notify test --role {}` sent it, and nothing has happened",
    "これは見本: `dscript notify test --role {1}` が送ったもので、何も起きていない",
  ],
  ["not everybody was told: {}", "全員には伝わらなかった: {t1}"],
  ["no addresses are known here", "ここでは宛先が分からない"],
  ["the configuration has no address for it", "設定にその宛先がない"],
  ["the message to {} by {} failed: {}", "{t2}による {1} への通知に失敗した: {t3}"],
  ["{}; another channel took it", "{t1}。ほかの通知先には届いた"],
  ["nobody: an injection campaign tells and asks nobody", "なし: 注入キャンペーンは誰にも通知せず、承認も求めない"],
];

/** What a role is asked, and why there is no yes. */
const asked: readonly Phrase[] = [
  ["dscript: {} asks for an approval", "dscript: {1} が承認を求めている"],
  ["Until:   {}", "期限: {t1}"],
  ["there is an answer", "回答があるまで"],
  ["Approve? y/N:", "承認しますか? y/N:"],
  ["Approve? y/N ({} left):", "承認しますか? y/N（残り {1}）:"],
  [
    "approve needs a terminal, or `approval:` in dscript.yaml",
    "approve には端末か、dscript.yaml の `approval:` が必要",
  ],
  [
    "approve needs a terminal, or `approval:` in dscript.yaml ({})",
    "approve には端末か、dscript.yaml の `approval:` が必要（{1}）",
  ],
  ["the asking was ended", "回答を待つのをやめた"],
  ["the terminal's input has ended", "端末の入力が終わった"],
  ["the answer was no", "回答は「いいえ」だった"],
  ["the answer was no: {}", "回答は「いいえ」だった: {1}"],
  ["there is no answer", "回答がない"],
  ["{} did not approve {}: {}", "{1} が {2} を承認しなかった: {t3}"],
  ["nobody can be asked here", "ここでは誰にも承認を求められない"],
  ["no answer came within {}", "{1} 以内に回答がなかった"],
  ["{} interrupted the run", "{1} が実行を中断した"],
  ["a time limit ended the asking", "時間の制限により、回答を待つのをやめた"],
  ["command {}: {}: {}", "コマンド {1}: {t2}: {3}"],
  ["command {}: {}", "コマンド {1}: {t2}"],
];

/** What tests and the command line say of them. */
const tools: readonly Phrase[] = [
  [
    "a test asks nobody: Test.approve({}) gives the answer",
    "テストは誰にも承認を求めない: Test.approve({1}) で回答を与える",
  ],
  ["read what {} was told", "{1}への通知を読めない"],
  ["read what {} was asked", "{1}への問いを読めない"],
  ["answer for {}", "{1}の代わりに回答できない"],
  [
    "send a sample to all whom on_fault, or a role, in dscript.yaml names",
    "dscript.yaml の on_fault または役割にあるすべての通知先に見本を送る",
  ],
  [
    "With --role NAME the sample goes to the addresses of that role, to whom `notify NAME` of a script speaks.",
    "--role NAME を付けると、スクリプトの `notify NAME` が伝える相手、つまりその役割の宛先に見本を送る。",
  ],
  ["try the addresses of this role, not those of on_fault", "on_fault ではなく、この役割の宛先を試す"],
  ["whether those are reached to whom `notify operator` speaks", "`notify operator` の相手に届くかどうか"],
  ["{} has no address for the role `{}`", "{t1}に役割 `{2}` の宛先がない"],
];

export const rolePhrases: readonly Phrase[] = [...configuration, ...told, ...asked, ...tools];
