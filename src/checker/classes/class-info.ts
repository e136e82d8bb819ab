/** What the checker knows of a class: its place among the others, and its members. */

import { type ClassOf, jumpOf, type Type } from "../../records/index.ts";
import type {
  ClassStatement,
  Expression,
  FieldMember,
  FunctionStatement,
  MethodMember,
  NodeBase,
} from "../../syntax/index.ts";
import type { KnownSymbol } from "../names/symbol.ts";

export interface FieldInfo {
  readonly kind: "field";
  readonly name: string;
  readonly owner: ClassInfo;
  readonly node: FieldMember;
  /** Its type, where its values come from, and the key of what is known of it in a constructor. */
  readonly symbol: KnownSymbol;
}

export interface MethodInfo {
  readonly kind: "method";
  readonly name: string;
  readonly owner: ClassInfo;
  readonly node: MethodMember;
  readonly function: FunctionStatement;
  readonly type: Type & { readonly kind: "function" };
  readonly symbol: KnownSymbol;
  /** It takes the place of a method of a base. */
  readonly overrides: boolean;
}

export type MemberInfo = FieldInfo | MethodInfo;

/** A use of the whole object within a constructor: by then a class further down has not set its own fields. */
export interface Escape {
  readonly owner: ClassInfo;
  /** A method is called, which a class further down may override; else the object is handed on. */
  readonly isCall: boolean;
  readonly span: NodeBase;
}

/** An object that is being made, as the check of its constructor or of its fields' values sees it. */
export interface Making {
  readonly info: ClassInfo;
  /** Its own fields, in order. */
  readonly fields: readonly FieldInfo[];
  /** The constructor; undefined while the fields' own values are checked. */
  readonly method: MethodInfo | undefined;
  /** The `super(…)` that the constructor begins with. */
  readonly superCall: Expression | undefined;
  /** Where there is no object yet: in a default, or in the arguments of `super(…)`. */
  ahead: string | undefined;
}

export class ClassInfo implements ClassOf {
  readonly name: string;
  readonly file: string;
  readonly fileIndex: number;
  readonly node: ClassStatement;
  readonly symbol: KnownSymbol;
  readonly type: Type & { readonly kind: "class" };
  base: ClassInfo | undefined;
  depth = 0;
  jump: ClassOf | undefined;
  prints = false;
  /** What it declares itself. */
  readonly own = new Map<string, MemberInfo>();
  constructorMethod: MethodInfo | undefined;
  /** The first use of the whole object in its own constructor. */
  escape: Escape | undefined;
  /** What was found by name so far, its bases' members among it; null where there is none. */
  readonly #found = new Map<string, MemberInfo | null>();
  /** The names of all members of all classes that extend the same one in the end: any other need not be looked for. */
  #names = new Set<string>();

  constructor(
    name: string,
    file: { readonly name: string; readonly index: number },
    node: ClassStatement,
    make: (type: Type) => KnownSymbol,
  ) {
    this.name = name;
    this.file = file.name;
    this.fileIndex = file.index;
    this.node = node;
    this.type = { kind: "class", name, of: this };
    this.symbol = make(this.type);
  }

  /** Puts it below its base, whose own place is known. */
  place(base: ClassInfo | undefined): void {
    this.base = base;
    this.depth = base === undefined ? 0 : base.depth + 1;
    this.jump = jumpOf(base);
    if (base !== undefined) this.#names = base.#names;
  }

  /** Adds a member of its own. Those of its bases are all there by then. */
  add(member: MemberInfo): void {
    this.own.set(member.name, member);
    this.#names.add(member.name);
  }

  /** The member of this name as code of a file sees it: names that start with `_` belong to their file. */
  member(name: string, file: number): MemberInfo | undefined {
    if (name.startsWith("_")) return this.#hidden(name, (found) => found.owner.fileIndex === file);
    if (!this.#names.has(name)) return undefined;
    const passed: ClassInfo[] = [];
    let found: MemberInfo | null | undefined;
    for (let at: ClassInfo | undefined = this; at !== undefined; at = at.base) {
      found = at.own.get(name) ?? at.#found.get(name);
      if (found !== undefined) break;
      passed.push(at);
    }
    for (const each of passed) each.#found.set(name, found ?? null);
    return found ?? undefined;
  }

  /** A member of another file that code of this one must not name. */
  privateMember(name: string, file: number): MemberInfo | undefined {
    return name.startsWith("_") ? this.#hidden(name, (found) => found.owner.fileIndex !== file) : undefined;
  }

  #hidden(name: string, fits: (found: MemberInfo) => boolean): MemberInfo | undefined {
    for (let at: ClassInfo | undefined = this; at !== undefined; at = at.base) {
      const found: MemberInfo | undefined = at.own.get(name);
      if (found !== undefined && fits(found)) return found;
    }
    return undefined;
  }

  /** The names of all members that code of a file sees, for the nearest one. */
  *names(file: number): Iterable<string> {
    // So far up nobody looks for a misspelt name.
    let left = 20;
    for (let at: ClassInfo | undefined = this; at !== undefined && left > 0; at = at.base, left -= 1)
      for (const [name, { owner }] of at.own) if (!name.startsWith("_") || owner.fileIndex === file) yield name;
  }

  /** The constructor that makes its objects: its own, or the nearest that it inherits. */
  get maker(): MethodInfo | undefined {
    const passed: ClassInfo[] = [];
    let at: ClassInfo | undefined = this;
    for (; at !== undefined && at.constructorMethod === undefined && at.#maker === undefined; at = at.base)
      passed.push(at);
    const found = at === undefined ? null : (at.constructorMethod ?? at.#maker ?? null);
    for (const each of passed) each.#maker = found;
    return found ?? undefined;
  }

  #maker: MethodInfo | null | undefined;
}
