/** Redirections: each names one file, or gives one text. */

import type { Redirect } from "../../syntax/index.ts";
import type { Context } from "../context.ts";

export function checkRedirects(context: Context, redirects: readonly Redirect[]): void {
  for (const { target } of redirects) if (target !== undefined) context.word(target);
}
