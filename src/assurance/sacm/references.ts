/** Who is who in a file of SACM: `xmi:id`, `id` and `gid`, and EMF's ways through the file (`//@argumentPackage.0/@argumentationElement.3`). */

import type { Json } from "../model/json.ts";
import type { Trouble } from "../model/reading.ts";
import { isPlainName } from "../xml/characters.ts";
import { addTo } from "../xml/lists.ts";
import {
  attributeOf,
  childNamed,
  localOf,
  prefixedAttribute,
  prefixedName,
  spanOfTag,
  spanOfValue,
  type XmlElement,
} from "../xml/tree.ts";
import { classOf, qualified } from "./classes.ts";

export interface References {
  /** The id that an element has, or gets. */
  readonly idOf: (element: XmlElement) => string;
  /** The element behind `#id`, `id` or a way; undefined where there is none. */
  readonly find: (token: string) => XmlElement | undefined;
  /** The id behind it, or the token without `#`. */
  readonly resolve: (token: string) => string;
  /** All tokens of a list that are in one text, resolved. */
  readonly resolveAll: (text: string) => string;
  /** An element with all that is in it as JSON, its ways as ids. */
  readonly keep: (element: XmlElement) => Json;
  readonly warnings: readonly Trouble[];
}

/** A way from the root, or from one of several roots: `//@a.0/@b.1`, `/1/@b.2`. */
const way = /^\/(?:\d+)?(?:\/@[\w.-]+)*$/;

export function referencesIn(root: XmlElement): References {
  const warnings: Trouble[] = [];
  const ids = new Map<XmlElement, string>();
  const known = new Map<string, XmlElement>();
  const gids = new Map<string, XmlElement>();
  const ways: string[] = [];
  for (const element of withAttributes(root)) {
    const id = givenId(element);
    if (id !== undefined && known.has(id)) warnings.push(twin(id, element));
    else if (id !== undefined) known.set(id, element);
    const gid = attributeOf(element, "gid") ?? "";
    if (gid !== "" && !gids.has(gid)) gids.set(gid, element);
    for (const name in element.attributes) {
      const value = element.attributes[name] ?? "";
      if (value.includes("/@")) ways.push(value);
    }
  }
  const taken = new Set(known.keys());
  let number = 0;
  const idOf = (element: XmlElement): string => {
    const before = ids.get(element);
    if (before !== undefined) return before;
    const given = givenId(element);
    const wanted = [given, attributeOf(element, "gid"), nameOf(element)].find(
      (each) => each !== undefined && each !== "" && (each === given ? known.get(each) === element : isFree(each)),
    );
    let id = wanted ?? given ?? "";
    while (wanted === undefined && (id === "" || taken.has(id))) {
      number += 1;
      id = given === undefined ? `_e${number}` : `${given}-${number + 1}`;
    }
    taken.add(id);
    ids.set(element, id);
    return id;
  };
  const isFree = (id: string): boolean => isPlainName(id) && !taken.has(id);

  const features = new Map<XmlElement, Map<string, XmlElement[]>>();
  const find = (token: string): XmlElement | undefined => {
    if (way.test(token)) return follow(token);
    const bare = token.startsWith("#") ? token.slice(1) : token;
    return known.get(bare) ?? gids.get(bare);
  };
  const follow = (token: string): XmlElement | undefined => {
    const [, first = "", ...steps] = token.split("/");
    let at: XmlElement | undefined = root.local === "XMI" ? root.elements[Number(first === "" ? 0 : first)] : root;
    for (const step of steps) {
      const [, name = "", index = "0"] = /^@(.*?)(?:\.(\d+))?$/.exec(step) ?? [];
      at = at === undefined ? undefined : featureOf(at, name)[Number(index)];
    }
    return at;
  };
  const featureOf = (element: XmlElement, name: string): readonly XmlElement[] => {
    let mine = features.get(element);
    if (mine === undefined) {
      mine = new Map();
      for (const child of element.elements) addTo(mine, child.local, child);
      features.set(element, mine);
    }
    return mine.get(name) ?? [];
  };
  const resolve = (token: string): string => {
    const found = find(token);
    if (found !== undefined) return idOf(found);
    return token.startsWith("#") ? token.slice(1) : token;
  };
  const resolveAll = (text: string): string =>
    text.includes("/@") || way.test(text) ? text.trim().split(/\s+/).map(wayAsId).join(" ") : text;
  const wayAsId = (token: string): string => (way.test(token) ? resolve(token) : token);

  // What a way leads to needs an id before anything is kept.
  const addressed = new Set<XmlElement>();
  for (const token of ways.flatMap((value) => value.trim().split(/\s+/))) {
    const found = way.test(token) ? follow(token) : undefined;
    if (found !== undefined) addressed.add(found);
  }
  const keep = (element: XmlElement): Json => {
    const attributes = Object.entries(element.attributes).map(
      ([name, value]) => [name, keptValue(name, value)] as const,
    );
    const id = addressed.has(element) && givenId(element) === undefined ? [["xmi:id", idOf(element)] as const] : [];
    return [
      element.name,
      Object.fromEntries([...id, ...attributes]),
      ...element.children.map((child) => (typeof child === "string" ? child : keep(child))),
    ];
  };
  const keptValue = (name: string, value: string): string =>
    name.endsWith(":type") ? (qualified(localOf(value)) ?? value) : resolveAll(value);
  return { idOf, find, resolve, resolveAll, keep, warnings };
}

/** In the order of the file. */
function withAttributes(root: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const work = [root];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    for (const _ in next.attributes) {
      found.push(next);
      break;
    }
    const children = next.elements;
    for (let at = children.length - 1; at >= 0; at -= 1) work.push(children[at] ?? next);
  }
  return found;
}

/** In SACM 1.x, where `xmi:id` is the id, `id` is what people call an element. */
function givenId(element: XmlElement): string | undefined {
  const id = prefixedAttribute(element, "id") ?? attributeOf(element, "id");
  return id === "" ? undefined : id;
}

/** Files without any ids call their elements by their names. */
function nameOf(element: XmlElement): string | undefined {
  const child = childNamed(element, "name");
  return attributeOf(element, "name") ?? (child === undefined ? undefined : attributeOf(child, "content"));
}

function twin(id: string, element: XmlElement): Trouble {
  const span = spanOfValue(element, prefixedName(element, "id") ?? "id") ?? spanOfTag(element);
  return {
    code: "FIL-08",
    message: `the id \`${id}\` is given twice; what refers to it means the first`,
    span,
    help: `give this \`${classOf(element)}\` another id`,
  };
}
