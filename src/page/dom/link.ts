/** Links that lead out of the page: only to the web, and to a mail program. */

import { html } from "./element.ts";

const allowed = new Set(["http:", "https:", "mailto:"]);

/** A link, or the bare text where it leads nowhere. */
export function outward(url: string, text = url): HTMLElement {
  const address = addressOf(url);
  return address === undefined
    ? html("span", { class: "address" }, text)
    : html("a", { class: "address", href: address, target: "_blank", rel: "noopener noreferrer" }, text);
}

/** The address, where a person may be led there; undefined for `javascript:`, files, and what is no address. */
function addressOf(text: string): string | undefined {
  try {
    const url = new URL(text);
    return allowed.has(url.protocol) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
