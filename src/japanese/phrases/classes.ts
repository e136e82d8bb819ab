/** What is said of classes, casts and annotations. A table, so that its length is its size. */

import type { Phrase } from "../phrase-book.ts";

export const classPhrases: readonly Phrase[] = [
  // What the parser expects.
  ["the class's name", "クラスの名前"],
  ["the member's name", "メンバーの名前"],
  ["the field's type", "フィールドの型"],
  ["the constructor", "コンストラクタ"],
  ["a type ahead of the method's name", "メソッドの名前の前に型"],
  ["a text in quotes", "引用符で囲んだテキスト"],
  ["`extends` or `{`", "`extends` または `{`"],
  ["class NAME extends BASE { … }", "class NAME extends BASE { … }"],
  ["a constructor has the name of its class: `{}`", "コンストラクタの名前はクラスの名前: `{1}`"],
  ["write `void {}`, or the type of what it gives", "`void {1}` と書くか、返すものの型を書く"],
  ["within a class it stands for the object", "クラスの中ではオブジェクトを表す"],
  ["it stands for the object within a class", "クラスの中でオブジェクトを表す"],
  ["within a class the object is `this`", "クラスの中では、オブジェクトは `this`"],

  // What other languages have.
  ["a constructor has no type ahead of its name", "コンストラクタの名前の前に型は付かない"],
  ["a class has no type parameters", "クラスに型パラメータはない"],
  ["a class extends one class", "クラスが継承するのは 1 つのクラス"],
  ["there are no interfaces: a class extends one class", "インターフェースはない: クラスが継承するのは 1 つのクラス"],
  ["a class extends another with the word `extends`", "クラスは `extends` で別のクラスを継承する"],
  ["members are seen from everywhere: leave the word out", "メンバーはどこからでも見える: この語を取り除く"],
  [
    "a member whose name starts with `_` is private to the file: `_name`",
    "名前が `_` で始まるメンバーはファイルの中だけのもの: `_name`",
  ],
  ["there are no statics: use a function or a variable of the file", "静的メンバーはない: ファイルの関数か変数を使う"],
  ["a field that is assigned once is `const TYPE name`", "一度だけ代入されるフィールドは `const TYPE name`"],
  [
    "there are no abstract classes: let the method throw a SoftwareFault",
    "抽象クラスはない: メソッドで SoftwareFault を投げる",
  ],
  [
    "a method of the same name and parameters overrides: leave the word out",
    "名前とパラメータが同じメソッドは上書きになる: この語を取り除く",
  ],
  ["every method can be overridden: leave the word out", "どのメソッドも上書きできる: この語を取り除く"],
  ["what waits is found out: leave the word out", "待つかどうかは自動で分かる: この語を取り除く"],
  [
    "code runs by itself between its commands: leave the word out",
    "コードはコマンドとコマンドの間で単独で動く: この語を取り除く",
  ],
  ["a method is written `TYPE name(TYPE a) { … }`", "メソッドは `TYPE name(TYPE a) { … }` と書く"],
  ["a field is written `TYPE name`", "フィールドは `TYPE name` と書く"],
  ["there are no getters: write a method, `{}`", "ゲッターはない: メソッドを `{1}` と書く"],
  ["there are no setters: write a method, `{}`", "セッターはない: メソッドを `{1}` と書く"],

  // What is extended, and how.
  [
    "`{}` is a type of the language, and only classes of scripts can be extended: keep one in a field",
    "`{1}` は言語の型で、継承できるのはスクリプトのクラスだけ: フィールドに持つ",
  ],
  [
    "faults cannot be extended: state one with `{}`, and keep what else is known in a class of its own",
    "フォルトは継承できない: `{1}` で述べ、ほかに分かっていることは別のクラスに持つ",
  ],
  [
    "what is extended is a class alone, without `[]`, `?` or `<…>`",
    "継承するのはクラスだけで、`[]`、`?`、`<…>` は付かない",
  ],
  [
    "a class of another file is named by its import: `{}`, then `{}`",
    "別のファイルのクラスはインポートの名前で示す: `{1}`、次に `{2}`",
  ],
  [
    "`{}` overrides the method of `{}`, which has {}; this one has {}",
    "`{1}` は `{2}` のメソッドを上書きするが、そちらには{t3}があり、こちらには{t4}がある",
  ],
  ["no parameters", "0 個のパラメータ"],
  ["1 parameter", "1 個のパラメータ"],
  ["{#} parameters", "{1} 個のパラメータ"],
  [
    "`{}` overrides the method of `{}`, whose parameter is of type {}: `{}` of type {} does not take that",
    "`{1}` は `{2}` のメソッドを上書きするが、そのパラメータは {3} 型: {5} 型の `{4}` はそれを受け取れない",
  ],
  [
    "`{}` overrides the method of `{}`, which may be called without this argument: `{}` needs a default, too",
    "`{1}` は `{2}` のメソッドを上書きするが、そちらはこの引数なしで呼び出せる: `{3}` にも既定値が必要",
  ],
  [
    "`{}` overrides the method of `{}`, which gives {}; this one gives {}",
    "`{1}` は `{2}` のメソッドを上書きするが、そちらが返すのは{t3}、こちらが返すのは{t4}",
  ],
  ["no value", "値なし"],
  ["a value of type {}", "{1} 型の値"],
  ["write it as in {}, `{}`, or choose another name", "{t1}のように `{2}` と書くか、別の名前を選ぶ"],
  ["line {#} of {}", "{2} の {1} 行目"],
  ["line {#}", "{1} 行目"],
  [
    "`toString` gives the text of an object, and this one is `{}`",
    "`toString` はオブジェクトのテキストを返すものだが、これは `{1}`",
  ],
  ["write `{}`, or choose another name", "`{1}` と書くか、別の名前を選ぶ"],

  // Constructors and `super`.
  [
    "the constructor of `{}` needs arguments, and this one does not call it",
    "`{1}` のコンストラクタには引数が必要だが、これはそれを呼び出していない",
  ],
  ["begin the constructor of `{}` with `{}`", "`{1}` のコンストラクタを `{2}` で始める"],
  ["`super(…)` stands behind the constructor's first statement", "`super(…)` がコンストラクタの最初の文より後にある"],
  [
    "move it there: the base's part of the object is made first",
    "最初に移す: オブジェクトの基底クラスの部分が先に作られる",
  ],
  ["`super(…)` stands outside of a constructor", "`super(…)` がコンストラクタの外にある"],
  ["call a method of the base by its name: `super.NAME(…)`", "基底クラスのメソッドは名前で呼び出す: `super.NAME(…)`"],
  ["`super` is no value", "`super` は値ではない"],
  [
    "call the base's constructor, `super(…)`, or a method of it, `super.NAME(…)`; its fields are the object's own: `this.NAME`",
    "基底クラスのコンストラクタ `super(…)` かメソッド `super.NAME(…)` を呼び出す。フィールドはオブジェクト自身のもの: `this.NAME`",
  ],
  ["`{}` extends no class", "`{1}` は何も継承していない"],
  [
    "remove the call, or name the base: `class NAME extends BASE { … }`",
    "呼び出しを取り除くか、基底クラスを示す: `class NAME extends BASE { … }`",
  ],
  ["its own method is called as `{}`", "自身のメソッドは `{1}` と呼び出す"],
  ["there is no object yet in {}", "{t1}では、まだオブジェクトがない"],
  ["a parameter's default", "パラメータの既定値"],
  ["the arguments of `super(…)`", "`super(…)` の引数"],
  [
    "use the constructor's parameters, and what stands outside of the class",
    "コンストラクタのパラメータと、クラスの外にあるものを使う",
  ],
  ["a method of the object is called here", "オブジェクトのメソッドの呼び出しはここ"],
  ["the object is handed on here", "オブジェクトが渡されるのはここ"],

  // Objects, casts, instanceof.
  ["the class `{}`", "クラス `{1}`"],
  ["the method `{}`", "メソッド `{1}`"],
  [
    "give the class `{}` a method `{}`, or take a part of it",
    "クラス `{1}` にメソッド `{2}` を与えるか、一部を取り出す",
  ],
  ["test it, `{}`, or cast it: `{}`", "`{1}` と判定するか、キャストする: `{2}`"],
  ["neither class extends the other", "どちらのクラスも他方を継承していない"],
  ["say what it counts: `{}`", "数え方を示す: `{1}`"],
  ["multiply a Duration: `{}`", "Duration を掛ける: `{1}`"],
  ["multiply a Size: `{}`", "Size を掛ける: `{1}`"],
  ["test it, and it counts as one: `{}`", "判定すれば、その型として扱われる: `{1}`"],
  [
    "a cast goes down to a class that extends the value's, and between int and float",
    "キャストできるのは、値のクラスを継承するクラスへと、int と float の間",
  ],
  ["a value of type {} is never of type {}", "{1} 型の値が {2} 型になることはない"],
  [
    "`instanceof` asks for a class or a fault, and `{}` is neither",
    "`instanceof` が調べるのはクラスかフォルトだが、`{1}` はどちらでもない",
  ],
  ["other types are known ahead of a run", "ほかの型は実行の前に分かっている"],
  [
    "write the class without its `?`: null is an object of no class",
    "クラスを `?` なしで書く: null はどのクラスのオブジェクトでもない",
  ],
  [
    "`!` binds tighter than `instanceof`, and a boolean is no object",
    "`!` は `instanceof` より強く結び付き、boolean はオブジェクトではない",
  ],
  ["this object is of class {}, not of class {}", "このオブジェクトのクラスは {1} で、{2} ではない"],
  ["what is no number cannot become an int", "数でないものは int にならない"],
  [
    "the script takes it that an object is of a class that it is not of",
    "スクリプトは、オブジェクトがそうではないクラスのものだとしている",
  ],

  // Annotations.
  ["stands there already", "すでにある"],
  ["one is enough", "1 つで足りる"],
  ["has no meaning on {}", "{t1}では意味がない"],
  ["a function", "関数"],
  ["a class", "クラス"],
  ["a method", "メソッド"],
  ["a field", "フィールド"],
  ["a constructor", "コンストラクタ"],
  ["this statement", "この文"],
  ["a statement within a block", "ブロックの中の文"],
  [
    "it marks a function, a class, a method or a field that should not be used any more",
    "もう使うべきでない関数、クラス、メソッド、フィールドの印",
  ],
  [
    "it marks a function, a class or a method, and a statement of the top level that may use such",
    "関数、クラス、メソッドの印。それを使ってよいトップレベルの文の印にもなる",
  ],
  ["it marks a statement, a function or a method that starts commands", "コマンドを起動する文、関数、メソッドの印"],
];
