/** What the rules of a D-Case are called, and why there are such rules. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const caseRulePhrases: readonly Phrase[] = [
  // Families.
  ["Files", "ファイル"],
  ["Labels, links and the whole", "ラベル、リンク、全体の形"],
  ["The argument", "議論"],
  ["Modules", "モジュール"],
  ["Patterns and parameters", "パターンとパラメータ"],
  ["Challenges and defeat", "反論と敗北"],
  ["Evidence and monitors", "エビデンスとモニター"],
  ["Texts and translations", "文と翻訳"],
  ["Owners and who agrees", "責任者と合意する人"],
  ["Limits", "上限"],
  ["Said where the file is read.", "ファイルを読むときに示す。"],
  ["Levels: {}.", "重さ: {1}。"],
  ["Breaks it:", "破る例:"],
  ["Keeps it:", "守る例:"],
  // FIL
  ["A text that is not of its format", "形式に合わない文書"],
  [
    "The file cannot be read as YAML, XML, JSON or whatever its name says it is, so that there is no case yet.",
    "名前が示す形式（YAML、XML、JSON など）としてファイルを読めないので、まだ D-Case がない。",
  ],
  ["The same key twice", "同じキーが 2 つ"],
  [
    "Of two values under one key, one would silently win. The other may be what its author agreed to.",
    "1 つのキーに値が 2 つあると、片方が黙って消える。消えたほうが、作者の合意した値かもしれない。",
  ],
  ["A value of the wrong kind", "種類の違う値"],
  [
    "A key has a text where a list belongs, or the like, so that nobody can tell what is meant.",
    "リストを書くキーに文字列があるなど、何を意味するのか誰にもわからない。",
  ],
  ["A key that is not known", "知られていないキー"],
  [
    "The key may be misspelt, and then what it says has no effect. What belongs to other tools is kept as it is.",
    "キーのつづりの誤りかもしれず、そのままでは効果がない。ほかのツールのものは、そのまま残す。",
  ],
  ["A node of unknown type", "型のわからないノード"],
  [
    "A label begins with one of GSN's prefixes, or else the node names its type.",
    "ラベルが GSN の接頭辞で始まるか、ノードが自分の型を示す。",
  ],
  ["A file beyond the limits of reading", "読み取りの上限を超えるファイル"],
  [
    "A file that is too large, too deep, or that grows by its aliases is not read, so that it cannot stop the reader.",
    "大きすぎる、深すぎる、または別名で膨らむファイルは読まない。読み手が止まらないようにするためである。",
  ],
  ["Bytes that are no UTF-8", "UTF-8 でないバイト"],
  [
    "Where bytes are no text, people and programs may see different words.",
    "バイトが文字でないところでは、人とプログラムが違う語を見るかもしれない。",
  ],
  ["Something that is read otherwise than it is written", "書いたとおりには読まれないもの"],
  [
    "The format allows what a D-Case has no place for. What was made of it is said, and should be looked at.",
    "その形式では書けても、D-Case には置き場所がない。何として読んだかを示すので、確かめること。",
  ],
  ["A revision that cannot be read", "読めない改訂"],
  [
    "The case of today is there, but a part of how it came about is lost.",
    "今の D-Case は読めるが、それまでの経緯の一部が失われている。",
  ],
  ["A condition that cannot be read", "読めない条件"],
  [
    "Conditions are read into a tree, and are never run as code: only what the tree knows can be said.",
    "条件は木として読み、コードとして実行することはない。その木で表せることだけを書ける。",
  ],
  ["A file without a case", "D-Case のないファイル"],
  ["The file can be read, but no node stands in it.", "ファイルは読めるが、ノードが 1 つもない。"],
  // COR
  ["A label that two nodes have", "2 つのノードが持つラベル"],
  [
    "A label is what people and references call a node. Two nodes with the same one cannot be told apart.",
    "ラベルは、人と参照がノードを呼ぶ名前である。同じラベルのノードは区別できない。",
  ],
  ["A uid that two nodes have", "2 つのノードが持つ uid"],
  [
    "Agreements and differences follow a node by its uid, whatever becomes of its label. A copied node needs a new one.",
    "ラベルが変わっても、合意と差分は uid でノードを追う。複製したノードには新しい uid が要る。",
  ],
  ["A label that begins like that of another type", "別の型のように始まるラベル"],
  [
    "People read `G` as a goal and `Sn` as evidence. A label that says otherwise misleads them.",
    "人は `G` をゴール、`Sn` をエビデンスと読む。そうでないラベルは人を誤らせる。",
  ],
  ["A label that cannot be referred to", "参照できないラベル"],
  [
    "An empty label, or one with a comma, an arrow, a line break or spaces around it, cannot be written in a list of references.",
    "空のラベルや、コンマ、矢印、改行、前後の空白を含むラベルは、参照のリストに書けない。",
  ],
  ["A reference that leads nowhere", "行き先のない参照"],
  [
    "What a claim rests on, or is stated with, must be there: in this module, or in one that is read with it.",
    "主張を支えるもの、主張の前提となるものは、このモジュールか、一緒に読むモジュールになければならない。",
  ],
  ["A list that is written as one text", "1 つの文字列として書かれたリスト"],
  [
    "`G2, G3` without brackets is one name with a comma in it, which no node has.",
    "かっこのない `G2, G3` は、コンマを含む 1 つの名前であり、そのようなノードはない。",
  ],
  ["A link that is not permitted", "許されないリンク"],
  [
    "Goals, strategies and evidence support; contexts, assumptions and justifications are what a claim is stated with. Which of them may stand where is a matter of the profile: D-Cases put contexts on evidence, the GSN standard does not.",
    "支えるのはゴール、戦略、エビデンスであり、前提、仮定、正当化は主張に添えるものである。どこに何を置けるかはプロファイルによる。D-Case はエビデンスにも前提を付けるが、GSN 標準は付けない。",
  ],
  ["Support for what nothing can support", "支えられないものへの支え"],
  [
    "Evidence ends an argument, and contexts, assumptions and justifications are stated without one. Whoever doubts them argues in a goal.",
    "エビデンスは議論の終わりであり、前提、仮定、正当化は議論なしに述べる。疑う人は、ゴールで論じる。",
  ],
  ["A node that refers to itself", "自分自身を参照するノード"],
  ["A claim that rests on itself is not argued for.", "自分自身に支えられた主張は、論じられていない。"],
  ["A reference that stands there twice", "2 回書かれた参照"],
  [
    "The second one adds nothing; another node may have been meant.",
    "2 つ目は何も加えない。別のノードを意図していたのかもしれない。",
  ],
  ["A link that begins nowhere", "始まりのないリンク"],
  [
    "A link belongs to the node that it begins at. Without that node it says nothing.",
    "リンクは、始まりのノードに属する。そのノードがなければ何も意味しない。",
  ],
  ["An argument that goes in a circle", "循環する議論"],
  [
    "What a claim rests on cannot rest on the claim. Each link that closes a circle is said once, with its way.",
    "主張を支えるものが、その主張に支えられることはできない。輪を閉じるリンクを、道筋とともに 1 回ずつ示す。",
  ],
  ["An argument without one top", "頂上が 1 つでない議論"],
  [
    "A case argues for one claim. A second node at the top is a part that nobody reads as part of that argument.",
    "D-Case は 1 つの主張のために論じる。頂上にある 2 つ目のノードは、その議論の一部として読まれない。",
  ],
  ["A top that is no goal", "ゴールでない頂上"],
  ["An argument begins with what it claims.", "議論は、主張することから始まる。"],
  ["Nodes that the top does not lead to", "頂上から届かないノード"],
  [
    "What hangs only from itself is no part of the argument, and nobody would look at it.",
    "自分だけにつながるものは議論の一部でなく、誰も見ない。",
  ],
  // ARG
  ["A goal that nothing supports", "支えのないゴール"],
  [
    "A goal without support is a wish. One that is still to be argued for is marked, so that readers see it.",
    "支えのないゴールは願いにすぎない。これから論じるゴールには、読む人にわかるように印を付ける。",
  ],
  ["An undeveloped node with support", "支えのある未展開のノード"],
  [
    "Either the mark is left over, or the support does not belong there: readers cannot tell.",
    "印が残っているのか、支えが余分なのか、読む人にはわからない。",
  ],
  ["A strategy that leads to nothing", "行き先のない戦略"],
  [
    "A strategy says how a goal is broken down. Without the parts there is no argument.",
    "戦略は、ゴールをどう分けるかを述べる。分けた先がなければ議論にならない。",
  ],
  ["Something undeveloped where people are to agree", "合意の対象に残る未展開のノード"],
  [
    "While an argument grows, undeveloped goals are right. What people agree on must be whole.",
    "議論を育てている間は、未展開のゴールがあってよい。合意の対象は完全でなければならない。",
  ],
  ["The same text twice", "同じ文が 2 つ"],
  [
    "What is argued for once can be referred to from several places. Two copies drift apart.",
    "一度論じたことは、何か所からでも参照できる。写しが 2 つあると、いずれ食い違う。",
  ],
  ["A claim point away from its node", "ノードから離れた主張点"],
  [
    "An assurance claim point says where confidence is argued: in the node itself, or in one of its own links.",
    "保証主張点（ACP）は、確信をどこで論じるかを示す。そのノード自身か、そのノードのリンクである。",
  ],
  ["More support than D-Case Editor takes", "D-Case Editor が受け付けない数の支え"],
  [
    "In D-Case Editor a goal has one strategy, or one piece of evidence, one monitor or one action; and a justification beside a strategy only.",
    "D-Case Editor では、ゴールの支えは戦略、エビデンス、モニター、アクションのどれか 1 つである。正当化は、戦略と並ぶときだけ付けられる。",
  ],
  ["A context of several nodes, where D-Case Editor takes one", "D-Case Editor では 1 つに限る、複数のノードの前提"],
  [
    "In D-Case Editor a context belongs to one goal, strategy, piece of evidence or monitor.",
    "D-Case Editor では、前提はゴール、戦略、エビデンス、モニターのどれか 1 つに属する。",
  ],
  // MOD
  ["A name that two modules have", "2 つのモジュールが持つ名前"],
  ["Other modules refer to a module by its name.", "ほかのモジュールは、名前でモジュールを参照する。"],
  ["A label that nodes of two modules have", "2 つのモジュールのノードが持つラベル"],
  [
    "A reference to another module's node is its label alone, which must lead to one node.",
    "ほかのモジュールのノードへの参照はラベルだけなので、1 つのノードに決まらなければならない。",
  ],
  ["A node that stands for none", "何も代表しないノード"],
  [
    "An away node repeats a node of another module, where it is argued for. Without that node there is no argument.",
    "アウェイのノードは、ほかのモジュールで論じているノードを繰り返す。そのノードがなければ議論もない。",
  ],
  ["A node of another module that is not published", "公開されていない、ほかのモジュールのノード"],
  [
    "A module says what others may build on. What it does not publish may change without notice.",
    "モジュールは、ほかが頼ってよいものを示す。公開していないものは、断りなく変わることがある。",
  ],
  ["A node that stands for one of another type", "別の型のノードを代表するノード"],
  [
    "An away node is the same element, seen from another module.",
    "アウェイのノードは、別のモジュールから見た同じ要素である。",
  ],
  ["A used file that does not exist", "存在しないファイルの使用"],
  ["What stands in that file is missing from the argument.", "そのファイルにあることが、議論から欠けている。"],
  ["Modules that use each other in a circle", "循環して使い合うモジュール"],
  [
    "Neither of them can be read, agreed on or handed over without the other.",
    "どれも、ほかなしには読むことも、合意することも、渡すこともできない。",
  ],
  ["A published label that no node has", "どのノードにもない、公開されたラベル"],
  ["Other modules would build on what is not there.", "ほかのモジュールが、ないものに頼ることになる。"],
  ["An extended module that does not exist", "存在しないモジュールの拡張"],
  [
    "What is developed here belongs under goals of that module, which is not among those that are read.",
    "ここで展開するものはそのモジュールのゴールの下に付くが、読んだ中にそのモジュールがない。",
  ],
  ["An extended node that is not there, or not open", "存在しない、または未展開でないノードの拡張"],
  [
    "Another module can develop what is marked as undeveloped. What has an argument of its own would get a second one.",
    "ほかのモジュールが展開できるのは、未展開の印があるものである。自分の議論を持つものには、議論が 2 つできてしまう。",
  ],
  ["A node that cannot develop another one", "ほかを展開できないノード"],
  [
    "Goals, strategies and evidence of this module develop goals and strategies of another one.",
    "このモジュールのゴール、戦略、エビデンスが、ほかのモジュールのゴールと戦略を展開する。",
  ],
  // PAT
  ["A placeholder that nothing fills", "埋まらないプレースホルダー"],
  [
    "`{NAME}` in a text stands for the value of a parameter or tag of that name, `{NAME.field}` for a part of it. Where there is none, readers see the braces.",
    "文中の `{NAME}` は、その名前のパラメータかタグの値を表し、`{NAME.field}` はその一部を表す。値がなければ、読む人には波かっこが見える。",
  ],
  ["A node that is still uninstantiated", "未具体化のままのノード"],
  [
    "The mark says that the text stands for others. In an argument that is no pattern, it was left over, or the text was.",
    "この印は、文がほかの文の代わりであることを示す。パターンでない議論では、印か文のどちらかが残されたものである。",
  ],
  ["Links that are still open", "まだ決まっていないリンク"],
  [
    "Choices, repetitions and links that may be left out belong to patterns. An argument that was made of one has made up its mind.",
    "選択、繰り返し、省いてもよいリンクは、パターンのものである。パターンから作った議論では、もう決まっている。",
  ],
  ["A parameter without a value where people are to agree", "合意の対象に残る、値のないパラメータ"],
  [
    "A pattern is agreed on as an instance: with every value in place.",
    "パターンは、すべての値を入れた具体例として合意する。",
  ],
  ["A value of another type", "型の違う値"],
  [
    "A parameter's type is what all who use the pattern rely on.",
    "パラメータの型には、そのパターンを使うすべての人が頼る。",
  ],
  ["A value outside of its range", "範囲の外の値"],
  [
    "The range is what was agreed on: a script outside of it needs a new agreement.",
    "合意したのはその範囲である。範囲の外のスクリプトには、新しい合意が要る。",
  ],
  ["A value that is none of its choices", "選択肢にない値"],
  ["The choices are all the values that the argument holds for.", "議論が成り立つのは、選択肢にある値だけである。"],
  ["A parameter that is declared twice", "2 回宣言されたパラメータ"],
  [
    "Of two values of one name, nobody can tell which is meant.",
    "1 つの名前に値が 2 つあると、どちらの意味か誰にもわからない。",
  ],
  ["A parameter that nothing uses", "使われないパラメータ"],
  [
    "A pattern asks for the value, and then it changes nothing; perhaps a placeholder is misspelt.",
    "パターンが値を求めても、何も変わらない。プレースホルダーのつづりの誤りかもしれない。",
  ],
  ["A repetition over what is no list", "リストでないものの繰り返し"],
  [
    "A repeated link stands for one link a value, so that its parameter has to be a list.",
    "繰り返すリンクは値ごとに 1 本のリンクを表すので、パラメータはリストでなければならない。",
  ],
  ["A choice that cannot be made", "選べない選択"],
  [
    "A choice is among nodes that the node is linked to, and no more of them can be kept than there are.",
    "選択の対象は、そのノードがリンクするノードであり、その数より多くは残せない。",
  ],
  // DIA
  ["A challenge of what is not there", "ないものへの反論"],
  [
    "A challenge of nothing is lost: what it was meant for looks unchallenged.",
    "相手のない反論は失われ、本来の相手には反論がないように見える。",
  ],
  ["A challenger that is no counter-argument", "反論の型でない反論者"],
  [
    "Counter-goals and counter-evidence challenge. A goal that does so as well would argue for and against the same case.",
    "反論するのは反論ゴールと反証である。ゴールが反論すると、同じ D-Case に賛成と反対の両方を論じることになる。",
  ],
  ["A challenge that ends where it begins", "始まったところで終わる反論"],
  [
    "A node cannot challenge itself, and a relation has two ends.",
    "ノードは自分自身に反論できない。また、関係には 2 つの端がある。",
  ],
  ["A challenged relation that is none", "存在しない関係への反論"],
  [
    "The two nodes are there, but neither is linked to the other, so that there is nothing to challenge.",
    "2 つのノードはあるが、互いにリンクがないので、反論する関係がない。",
  ],
  ["Something defeated that nobody challenges", "反論のない敗北"],
  [
    "What is defeated was defeated by something. Without the counter-argument nobody can look at why.",
    "敗北したものは、何かに敗れている。その反論がなければ、誰も理由を確かめられない。",
  ],
  ["A defeated relation that is none", "存在しない関係の敗北"],
  [
    "The node names a relation as defeated that it does not have. Whoever reads the file says so.",
    "ノードが、自分の持たない関係を敗北としている。ファイルを読むときに示す。",
  ],
  ["A claim that is in doubt", "疑わしい主張"],
  [
    "What rests on something defeated is in doubt, and so is what rests on that. It is said of the topmost node, with the way that the doubt took.",
    "敗北したものに支えられるものは疑わしく、それに支えられるものも疑わしい。最も上のノードについて、疑いの道筋とともに示す。",
  ],
  ["A challenge that nobody has answered", "誰も答えていない反論"],
  [
    "A challenge is answered when what it challenges is marked as defeated, or when the challenge is.",
    "反論の相手か、反論そのものに敗北の印が付いたとき、反論に答えたことになる。",
  ],
  ["Counter-arguments are used", "反論の要素の使用"],
  [
    "Not every tool knows GSN's dialectic extension. Only who asks for this rule is told.",
    "GSN の弁証法拡張を知らないツールもある。この規則を求めた人にだけ示す。",
  ],
  // EVI
  ["Evidence that does not say what it must be", "何であるべきかを示さないエビデンス"],
  [
    "Only evidence with a spec (which test, monitor, review or document) can be looked at by the gate.",
    "ゲートが確かめられるのは、仕様（どのテスト、モニター、レビュー、文書か）を持つエビデンスだけである。",
  ],
  ["Evidence that leaves open which, or how old", "どれか、いつのものかが決まらないエビデンス"],
  [
    "Without a name any result of its kind would do, and without an age one of years ago.",
    "名前がなければ同じ種類のどの結果でもよいことになり、古さの上限がなければ何年も前の結果でもよいことになる。",
  ],
  ["A duration that is none", "期間でない期間"],
  [
    "An age or a window that cannot be read would hold for ever, or never.",
    "読めない古さや時間幅は、いつまでも成り立つか、決して成り立たない。",
  ],
  ["Something that held until a day that has passed", "期限の過ぎたもの"],
  ["After that day nobody stands by what is said there.", "その日を過ぎると、そこに書かれたことを誰も請け合わない。"],
  ["A day that is none", "日付でない日付"],
  ["A day that cannot be read never passes.", "読めない日付は、決して過ぎない。"],
  ["A monitor that watches nothing", "何も見ないモニター"],
  [
    "A monitor node holds while its condition does: it needs a metric and a condition.",
    "モニターのノードは、条件が成り立つ間だけ成り立つ。測る値と条件が要る。",
  ],
  ["A spec where it has no effect", "効果のない場所の仕様"],
  [
    "Evidence is looked at for what it must be; a goal or context is argued for.",
    "何であるべきかを確かめるのはエビデンスであり、ゴールや前提は論じるものである。",
  ],
  ["A condition that says nothing", "何も述べない条件"],
  [
    "A condition without parts, or one that looks at nothing measured, always holds or never does.",
    "部分のない条件や、測った値を見ない条件は、いつも成り立つか、決して成り立たない。",
  ],
  ["A digest that is none", "ダイジェストでないダイジェスト"],
  [
    "An attachment's digest says which bytes were agreed on: `sha256:` and 64 hexadecimal digits.",
    "添付のダイジェストは、どのバイトに合意したかを示す。`sha256:` と 64 桁の 16 進数である。",
  ],
  // TXT
  ["A node without a text", "文のないノード"],
  ["People agree on what they read.", "人は、読んだことに合意する。"],
  [
    "the module has a second {} in {}, the language of the case",
    "モジュールに、ケースの言語 {2} での{t1}がもう一つあります",
  ],
  [
    "the module has a {} in {}, which is no language",
    "モジュールに {2} での{t1}がありますが、{2} は言語ではありません",
  ],
  ["A text without its translation", "翻訳のない文"],
  [
    "A case in several languages says the same in each. Who reads only one of them would agree to less than the others.",
    "複数の言語の D-Case は、どの言語でも同じことを述べる。1 つしか読まない人は、ほかの人より少ないことに合意してしまう。",
  ],
  ["A goal in vague words", "あいまいな語のゴール"],
  [
    "With words like `appropriate` or 「十分に」 people agree on different things. A context of the goal that defines the word settles it.",
    "`appropriate` や「十分に」のような語では、人によって違うことに合意してしまう。その語を定めるゴールの前提があれば解決する。",
  ],
  ["A goal that reads like a heading", "見出しのようなゴール"],
  [
    "A goal is a sentence that is true or false. Nobody can agree, or disagree, with `Performance`.",
    "ゴールは、真か偽かが決まる文である。`Performance` には、賛成も反対もできない。",
  ],
  ["A language that is none", "言語でない言語"],
  [
    "Whoever asks for a language would not find the text; and a translation into the case's own language would be a second text.",
    "言語を指定する人が文を見つけられない。また、D-Case 自身の言語への翻訳は、2 つ目の本文になってしまう。",
  ],
  // OWN
  ["A goal that nobody answers for", "責任者のいないゴール"],
  [
    "An owner answers for a goal and for all below it that has no owner of its own. Of goals below each other only the topmost is said.",
    "責任者は、ゴールと、その下にあって自分の責任者を持たないものすべてに責任を持つ。上下に並ぶゴールでは、最も上のものだけを示す。",
  ],
  ["A role that does not exist", "存在しない役割"],
  [
    "Nobody has that role, so that nobody answers, and nobody can agree.",
    "その役割の人がいないので、誰も責任を持たず、誰も合意できない。",
  ],
  ["A number of people who agree that is none", "人数でない合意の人数"],
  ["How many of a role must agree is a whole number from 1.", "役割ごとに合意が必要な人数は、1 以上の整数である。"],
  ["A case that says not who has to agree", "誰の合意が要るかを示さない D-Case"],
  [
    "Without a number of people for at least one role, an agreement of nobody would do.",
    "少なくとも 1 つの役割の人数がなければ、誰も合意しなくてもよいことになる。",
  ],
  // LIM
  ["An argument deeper than 100 nodes", "100 ノードより深い議論"],
  [
    "Nobody follows an argument over so many steps. All that reads a case bears deeper ones.",
    "これほど多くの段を追える人はいない。D-Case を読むプログラムは、もっと深くても扱える。",
  ],
  ["More than 30,000 nodes", "30,000 個を超えるノード"],
  [
    "Up to there a check takes a tenth of a second, and a picture can be drawn.",
    "そこまでは検査が 0.1 秒ほどで終わり、図も描ける。",
  ],
  ["A text longer than 4,000 characters", "4,000 文字を超える文"],
  [
    "A node says one thing. A document belongs into an attachment, by its digest.",
    "ノードは 1 つのことを述べる。文書は、ダイジェストを付けて添付する。",
  ],
  ["More findings of a rule than are shown", "示す数を超える指摘"],
  ["Of each rule 100 findings are shown; the others are counted.", "規則ごとに 100 件まで示し、残りは数だけを示す。"],
];
