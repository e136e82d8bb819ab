/** What is said of a host's custody of its gate, of keys that an ssh-agent holds, and of emergencies that are told. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const custodyPhrases: readonly Phrase[] = [
  // `dscript gate install` and `audit-host`.
  ["members of this group start scripts, through sudo", "このグループの人が sudo でスクリプトを起動する"],
  ["the user that scripts run as (dscript)", "スクリプトを実行するユーザー (dscript)"],
  ["the root folder of another system: of an image, say", "別のシステム (イメージなど) のルートフォルダー"],
  ["this host has no policy", "このホストにはポリシーがない"],
  ["--policy FILE names one; dscript gate policy shows some", "--policy FILE で指定する。例は dscript gate policy"],
  ["{} is no name of a user or group", "{1} はユーザーやグループの名前ではない"],
  ["small letters, digits, - and _, 31 of them at most", "英小文字、数字、-、_ で 31 文字まで"],
  [
    "{} names no folder for the gate's memory: each user would have one of their own",
    "{1} はゲートの記憶のフォルダーを指定していない: ユーザーごとに別々になる",
  ],
  [
    "memory: /var/lib/dscript-gate/memory, and sign it as a newer version",
    "memory: /var/lib/dscript-gate/memory と書き、新しい版として署名する",
  ],
  ["this changes what root owns", "root のものを変える操作である"],
  [
    "give the same command with sudo; --dry-run shows the steps to everybody",
    "同じコマンドを sudo で実行する。手順は --dry-run で誰でも見られる",
  ],
  ["it was done, and is not as it should be", "実行したが、あるべき状態になっていない"],
  ["Do that?", "実行するか"],
  ["to do", "未実行"],
  // The way back.
  ["take back what install has done", "install がしたことを元に戻す"],
  [
    "with --remove: also the log, the memory, keys and records, which cannot be made again",
    "--remove と共に: 作り直せないログ、記憶、鍵、記録も消す",
  ],
  ["show the way back", "元に戻す手順を見る"],
  [
    "--remove takes it back: the rule of sudo, the user and the host's policy go; the log, the gate's memory, keys and records become root's and stay, unless --purge asks for them, too.",
    "--remove はそれを元に戻す: sudo の規則、ユーザ、ホストのポリシーを消す。ログ、ゲートの記憶、鍵、記録は root のものになって残り、--purge を付けたときだけ消す。",
  ],
  ["--purge is for --remove alone", "--purge は --remove と共に使う"],
  [
    "dscript gate install --remove --purge --dry-run shows the steps",
    "手順は `dscript gate install --remove --purge --dry-run` で見られる",
  ],
  ["remove {}: nobody starts scripts as {} any more", "{1} を消す: もう誰も {2} としてスクリプトを始められない"],
  ["sudo would let people start what no gate decides about", "ゲートが判断しないものを sudo が始めさせてしまう"],
  ["remove {}, with all that they hold", "{1} を中身ごと消す"],
  [
    "it was asked for: statements, decisions, keys and records cannot be made again",
    "そう求められた: 発言、判断、鍵、記録は作り直せない",
  ],
  ["keep {}, as root's", "{1} を root のものとして残す"],
  [
    "statements, decisions and keys stay; whoever is given that user's number next would own them",
    "発言、判断、鍵は残る。そのユーザの番号を次にもらう人のものになってしまわないようにする",
  ],
  ["remove the user {}", "ユーザ {1} を消す"],
  ["it owns nothing any more", "もう何も所有していない"],
  [
    "remove {}: from now on no policy of the host binds anybody",
    "{1} を消す: これからはホストのポリシーに誰も縛られない",
  ],
  [
    "scripts run as where there is no gate; the policy that it was made from stays where it is",
    "スクリプトはゲートがないときのように動く。元にしたポリシーは元の場所に残る",
  ],
  ["remove {}, where nothing else is in it", "ほかに何も入っていない {1} を消す"],
  ["install has made it", "install が作ったもの"],
  [
    "{} can log in: that is no user that dscript gate install has made",
    "{1} はログインできる: dscript gate install が作ったユーザではない",
  ],
  ["--user USER names the one that it has made", "それが作ったユーザは --user USER で指定する"],
  [
    "dscript gate install has not written it: look at what it is, and remove it",
    "dscript gate install が書いたものではない: 何であるかを見て、消す",
  ],
  [
    "the group of those who started scripts stays: groupdel removes it where nothing else needs it",
    "スクリプトを始めていた人々のグループは残る。ほかに要らなければ groupdel で消す",
  ],
  ["done ", "済み  "],
  ["done: {}", "完了: {t1}"],
  ["nothing had to be done", "することはなかった"],
  ["{#} steps are to be done; --yes does them", "未実行の手順は {1} 件。--yes で実行する"],
  [
    "what is left to do: sign the policy where it is not (dscript gate sign), put people into the group (usermod -aG), and look at the whole: dscript gate audit-host",
    "残りの作業: 未署名ならポリシーに署名し (dscript gate sign)、人をグループに加え (usermod -aG)、全体を点検する: dscript gate audit-host",
  ],
  [
    "what stands ahead of it is done; give the command again once that is repaired",
    "これより前の手順は済んでいる。直してからもう一度実行する",
  ],
  ["set this host up so that nobody can walk around its gate", "このホストのゲートを誰も迂回できないように設定する"],
  [
    "A user is made that runs scripts, and owns the log, the gate's memory and its keys; the policy becomes root's, in /etc/dscript;\nmembers of GROUP may start scripts as that user through sudo, and change nothing. docs/operating/custody.md has the whole.",
    "スクリプトを実行し、ログ、ゲートの記憶、鍵を所有するユーザーを作る。ポリシーは /etc/dscript に置き root のものとする。\nGROUP の人は sudo でそのユーザーとして起動できるだけで、何も変えられない。全体は docs/operating/custody.md。",
  ],
  [
    "What is done already is left as it is. It needs root, but for --dry-run.",
    "済んでいる手順には触れない。--dry-run 以外は root が必要。",
  ],
  ["the policy of this host; without it, the one that it has", "このホストのポリシー (なければ今あるもの)"],
  ["show what would be done, and do nothing", "何をするかを見せるだけで、実行しない"],
  ["do not ask: the steps have been read before", "確認しない: 手順は読んである"],
  ["show the steps", "手順を見る"],
  ["do them", "実行する"],
  [
    "look whether anybody could walk around the gate of this host",
    "このホストのゲートを迂回できる人がいないか点検する",
  ],
  [
    "Nothing is changed. Each finding is ok, weak or wrong, with what repairs it; root sees more than others.\nExit codes: 0 all is as it should be; 1 something is weak or wrong.",
    "何も変えない。結果は ok、weak、wrong のどれかで、直し方を添える。root なら他の人より多くを見られる。\n終了コード: 0 すべて正しい、1 弱い点か誤りがある。",
  ],
  ["the group {}", "グループ {1}"],
  [
    "its members start scripts, and can change nothing that decides about them",
    "その人はスクリプトを起動できるが、可否を決めるものは変えられない",
  ],
  ["dscript: the group {}: {}", "dscript: グループ {1}: {t2}"],
  ["dscript: the user {}, which nobody can log in as: {}", "dscript: 誰もログインできないユーザー {1}: {t2}"],
  ["dscript: {}: root's, mode {#}: {}", "dscript: {1}: root のもの、モード {2}: {t3}"],
  ["dscript: {}: the engine's user's, mode {#}: {}", "dscript: {1}: エンジンのユーザーのもの、モード {2}: {t3}"],
  ["dscript: {}: the policy, root's, mode 644: {}", "dscript: {1}: ポリシー、root のもの、モード 644: {t2}"],
  [
    "dscript: all in {} and {}: the engine's user's, writable by nobody else: {}",
    "dscript: {1} と {2} の中のすべて: エンジンのユーザーのもので、ほかの誰も書けない: {t3}",
  ],
  [
    "dscript: {}: members of {} may run, resume, undo and watch as {}: {}",
    "dscript: {1}: {2} の人は {3} として run、resume、undo、watch ができる: {t4}",
  ],
  ["the user {}, which nobody can log in as", "誰もログインできないユーザー {1}"],
  [
    "runs, the log and the gate's keys belong to it: to no person",
    "実行、ログ、ゲートの鍵はこのユーザーのもので、誰か個人のものではない",
  ],
  ["{}: root's, mode {#}", "{1}: root のもの、モード {2}"],
  ["{}: the engine's user's, mode {#}", "{1}: エンジンのユーザーのもの、モード {2}"],
  ["the engine's user's", "エンジンのユーザーのもの"],
  [
    "whoever may write the policy's folder can put another policy there",
    "ポリシーのフォルダーに書ける人は、別のポリシーを置ける",
  ],
  ["{}: the policy, root's, mode 644", "{1}: ポリシー、root のもの、モード 644"],
  [
    "a policy of the host stands ahead of all others, and binds every user",
    "ホストのポリシーは他のすべてに優先し、全ユーザーを縛る",
  ],
  ["its home: state of runs, and what they keep", "そのホーム: 実行の状態と、残すもの"],
  [
    "the log is appended to by the engine's user alone, and read by all",
    "ログに加えるのはエンジンのユーザーだけで、読むのは誰でもよい",
  ],
  [
    "what was seen last, and the decisions with their key, are the gate's alone",
    "最後に見たもの、判断の記録とその鍵は、ゲートだけのもの",
  ],
  [
    "all in {} and {}: the engine's user's, writable by nobody else",
    "{1} と {2} の中のすべて: エンジンのユーザーのもので、他の誰も書けない",
  ],
  ["whoever owns a file can change it", "ファイルの所有者はそれを変えられる"],
  [
    "{}: members of {} may run, resume, undo and watch as {}",
    "{1}: {2} の人は {3} として run、resume、undo、watch ができる",
  ],
  [
    "people start scripts without owning what those may do; sudo takes their environment away",
    "人は権限を持たずにスクリプトを起動する。環境変数は sudo が取り除く",
  ],
  [
    "{} is a link, or a file of several names: look at what it is, and remove it",
    "{1} はリンクか、複数の名前を持つファイル: 何であるかを調べて消す",
  ],
  ["the log, {}, and the gate's memory, {}, lie within each other", "ログ {1} とゲートの記憶 {2} が重なっている"],
  [
    "log: { folder: /var/lib/dscript-gate/agreement } and memory: /var/lib/dscript-gate/memory, say",
    "例: log: { folder: /var/lib/dscript-gate/agreement } と memory: /var/lib/dscript-gate/memory",
  ],
  [
    "{} holds something else: it would become the engine's user's",
    "{1} には別のものがある: エンジンのユーザーのものになってしまう",
  ],
  [
    "name a folder of its own in the policy, below /var/lib/dscript-gate",
    "ポリシーで /var/lib/dscript-gate の下に専用のフォルダーを指定する",
  ],
  // What an audit finds.
  ["its mode is {}: nothing is refused", "モードが {1}: 何も拒まれない"],
  ["write mode: enforce, and sign it", "mode: enforce と書き、署名する"],
  [
    "it names no key of the log: the one that is seen first counts",
    "ログの鍵を指定していない: 最初に見たものが有効になる",
  ],
  ["root's alone, signed, and the newest", "root だけのもの、署名済み、最新"],
  [
    "there is no user {}: whoever runs scripts owns what decides about them",
    "ユーザー {1} がいない: 実行する人が、可否を決めるものを所有している",
  ],
  ["{} can log in: its shell is {}", "{1} はログインできる: シェルが {2}"],
  ["{} has uid {}, too", "{1} の uid も {2}"],
  ["{} is in the engine's user's group", "{1} がエンジンのユーザーのグループにいる"],
  ["{} is nobody's login", "{1} では誰もログインできない"],
  ["others may read the log's key", "ログの鍵を他の人が読める"],
  ["whole: {#} entries are what was signed", "完全: {1} 件は署名されたとおり"],
  ["others may read the gate's memory", "ゲートの記憶を他の人が読める"],
  ["the log of decisions cannot be read by this user", "判断のログはこのユーザーには読めない"],
  ["the engine's user's alone", "エンジンのユーザーだけのもの"],
  ["{} is root's: the engine's user cannot write it", "{1} は root のもの: エンジンのユーザーが書けない"],
  ["{} is a link, or a file of several names", "{1} はリンクか、複数の名前を持つファイル"],
  ["look at what it is, and remove it", "何であるかを調べて消す"],
  ["{} is somebody else's, or others may write it", "{1} は別の人のものか、他の人が書ける"],
  ["dscript and Node.js are root's alone", "dscript と Node.js は root だけのもの"],
  [
    "no group starts scripts through sudo (--group names one)",
    "sudo でスクリプトを起動するグループはない (--group で指定)",
  ],
  ["{} is in {}, and so as good as root", "{1} は {2} に入っており、root と変わらない"],
  ["sudo's rules cannot be read by this user", "sudo の規則はこのユーザーには読めない"],
  ["{} is not what dscript gate install writes for {}", "{1} は dscript gate install が {2} 用に書くものと違う"],
  [
    "members of {} may start what the gate decides about, and no more",
    "{1} の人は、ゲートが判断するものを起動できるだけである",
  ],
  ["it is synchronised", "同期している"],
  ["nothing is known to keep it: agreements end by it", "時計を合わせるものが見当たらない: 合意の期限は時計で決まる"],
  ["it is kept; `{}` says how well", "合わせられている。精度は `{1}`"],
  ["{} is not there, or cannot be looked at", "{1} がないか、調べられない"],
  ["{} belongs to uid {}", "{1} は uid {2} のもの"],
  ["{}:{#}: {}", "{1}:{2}: {t3}"],
  ["commands keep their caller's environment", "コマンドに呼び出した人の環境変数が残る"],
  ["a caller may set variables of a command", "呼び出す人がコマンドの環境変数を設定できる"],
  ["variables are kept by which programs load code", "プログラムにコードを読み込ませる変数が残る"],
  [
    "{} may run everything as {}, the gate's policy and log included",
    "{1} は {2} として何でも実行でき、ゲートのポリシーやログも変えられる",
  ],
  ["{} may run more as {} than what the gate decides about", "{1} は、ゲートが判断するもの以外も {2} として実行できる"],
  // `dscript gate decisions`.
  ["what the gate has decided here", "ゲートがここで判断したこと"],
  [
    "The newest come last. `dscript log verify` looks whether the log that they stand in is whole.",
    "新しいものほど下。そのログが完全かどうかは `dscript log verify` で調べる。",
  ],
  ["show so many (20); 0 for all", "この数だけ見せる (20)。0 はすべて"],
  ["the newest five", "新しい 5 件"],
  [
    "nothing was decided yet, or this user may not see it: {}",
    "まだ何も判断していないか、このユーザーには見えない: {1}",
  ],
  // Keys that an ssh-agent holds.
  [
    "your key, or `agent` or agent:COMMENT for one of the ssh-agent; DSCRIPT_KEY names it otherwise, else ~/.config/dscript/key.pem",
    "自分の鍵。ssh-agent の鍵なら `agent` か agent:コメント。なければ DSCRIPT_KEY、次に ~/.config/dscript/key.pem",
  ],
  ["no ssh-agent is known here", "ssh-agent が見つからない"],
  [
    'eval "$(ssh-agent)" starts one, and ssh-add puts a key into it; SSH_AUTH_SOCK names it',
    'eval "$(ssh-agent)" で起動し、ssh-add で鍵を入れる。SSH_AUTH_SOCK がその場所を示す',
  ],
  ["the agent at {} answers with something else than its keys", "{1} のエージェントの答えが鍵の一覧ではない"],
  ["look at what SSH_AUTH_SOCK names", "SSH_AUTH_SOCK が指すものを調べる"],
  ["the ssh-agent holds no Ed25519 key", "ssh-agent に Ed25519 の鍵がない"],
  [
    "ssh-keygen -t ed25519 makes one, ssh-add puts it into the agent",
    "ssh-keygen -t ed25519 で作り、ssh-add でエージェントに入れる",
  ],
  ["the ssh-agent holds no Ed25519 key {}", "ssh-agent に Ed25519 の鍵 {1} はない"],
  ["it holds {}", "あるのは {1}"],
  ["{#} keys of the ssh-agent could be meant", "ssh-agent の鍵で当てはまるものが {1} 個ある"],
  ["name one, --key 'agent:COMMENT': {}", "--key 'agent:コメント' で選ぶ: {1}"],
  ["the ssh-agent did not sign with {}", "ssh-agent は {1} で署名しなかった"],
  [
    "it asks its owner, is locked (ssh-add -X), or the key was taken away: ssh-add -l lists what it holds",
    "持ち主が断ったか、ロック中か (ssh-add -X)、鍵が外された: ssh-add -l で一覧を見る",
  ],
  ["the ssh-agent at {} {}", "{1} の ssh-agent が{t2}"],
  ['start it anew: eval "$(ssh-agent)"; ssh-add', '起動し直す: eval "$(ssh-agent)"; ssh-add'],
  ["does not answer", "答えない"],
  ["cannot be reached: {}", "つながらない: {1}"],
  ["has ended the connection", "接続を切った"],
  ["answers with too much", "長すぎる答えを返した"],
  // Emergencies that are told.
  [
    "{} may run as an emergency until {}, signed by {}: {}",
    "{1} は緊急として {2} まで実行できる。署名したのは {3}: {4}",
  ],
  [
    "{} was not told of the emergency: roles in dscript.yaml has no address",
    "{1} に緊急を伝えられなかった: dscript.yaml の roles に宛先がない",
  ],
  ["{} was not told of the emergency: {}: {}", "{1} に緊急を伝えられなかった: {2}: {t3}"],
  ["nobody was told of the emergency: the configuration is wrong", "誰にも緊急を伝えられなかった: 設定に誤りがある"],
];
