/** What other languages have ahead of a class's members: refused once a member, and left. */

import { isBlank } from "../characters.ts";
import type { Parser } from "../grammar.ts";

const words: Readonly<Record<string, string>> = {
  public: "members are seen from everywhere: leave the word out",
  private: "a member whose name starts with `_` is private to the file: `_name`",
  protected: "a member whose name starts with `_` is private to the file: `_name`",
  internal: "a member whose name starts with `_` is private to the file: `_name`",
  static: "there are no statics: use a function or a variable of the file",
  final: "a field that is assigned once is `const TYPE name`",
  readonly: "a field that is assigned once is `const TYPE name`",
  abstract: "there are no abstract classes: let the method throw a SoftwareFault",
  override: "a method of the same name and parameters overrides: leave the word out",
  virtual: "every method can be overridden: leave the word out",
  async: "what waits is found out: leave the word out",
  synchronized: "code runs by itself between its commands: leave the word out",
  def: "a method is written `TYPE name(TYPE a) { … }`",
  fn: "a method is written `TYPE name(TYPE a) { … }`",
  func: "a method is written `TYPE name(TYPE a) { … }`",
  function: "a method is written `TYPE name(TYPE a) { … }`",
  let: "a field is written `TYPE name`",
  var: "a field is written `TYPE name`",
  get: "there are no getters: write a method, `TYPE name() { … }`",
  set: "there are no setters: write a method, `void name(TYPE a) { … }`",
};

/** Says so of the first such word, and goes over all of them; whether there was one. */
export function refuseForeignMember(p: Parser, owner: string): boolean {
  let isSaid = false;
  for (;;) {
    const at = p.look();
    const end = p.nameEnd(at);
    const word = p.text.slice(at, end);
    const why = Object.hasOwn(words, word) ? words[word] : undefined;
    // A word of these that no other follows is a name: `get(…)`.
    if (why === undefined || word === owner || !isBlank(p.code(end)) || p.match(/[ \t]+[A-Za-z_]/y, end) === undefined)
      return isSaid;
    if (!isSaid) p.report("DS1222", at, end, { found: word, why });
    isSaid = true;
    p.at = end;
  }
}
