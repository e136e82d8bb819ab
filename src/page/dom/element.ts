/** Elements of the page, made one by one: no text ever becomes markup. */

import { cleaned } from "./cleaned.ts";

type Child = Node | string | undefined | false;
type Listeners = { readonly [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void };

export interface Properties {
  readonly [attribute: string]: string | number | boolean | undefined | Listeners;
  readonly on?: Listeners;
}

/** `true` sets an attribute, `false` and undefined leave it out. Texts lose what would change the direction of others. */
export function html<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  attach(made, properties, children);
  return made;
}

export function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  attach(made, properties, children);
  return made;
}

/** The element with other children. */
export function filled<E extends Element>(element: E, ...children: readonly Child[]): E {
  element.replaceChildren(...nodesOf(children));
  return element;
}

function attach(made: Element, properties: Properties, children: readonly Child[]): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false) continue;
    if (typeof value === "object")
      for (const [event, listener] of Object.entries(value)) made.addEventListener(event, listener as EventListener);
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...nodesOf(children));
}

function nodesOf(children: readonly Child[]): readonly (Node | string)[] {
  return children.flatMap((child) =>
    child === undefined || child === false ? [] : [typeof child === "string" ? cleaned(child) : child],
  );
}
