/** Buttons with a sign, whose name is said and shown when somebody asks. */

import { filled, html } from "../dom/element.ts";
import { type ChromeIcon, icon } from "./icons.ts";

export interface SignButton {
  readonly element: HTMLButtonElement;
  /** `name` in the reader's language; `key`: the key that does the same. */
  readonly show: (sign: ChromeIcon, name: string, key?: string) => void;
}

export function signButton(click: () => void, kind = "sign"): SignButton {
  const element = html("button", { type: "button", class: kind, on: { click } });
  return {
    element,
    show: (sign, name, key) => {
      filled(element, icon(sign));
      element.setAttribute("aria-label", name);
      element.title = key === undefined ? name : `${name} (${key})`;
      if (key !== undefined) element.setAttribute("aria-keyshortcuts", key);
    },
  };
}
