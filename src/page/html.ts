/** The page as text: one file that asks nothing of any network, and runs nothing but its own script. */

import { titleOf } from "../assurance/index.ts";
import { escaped } from "../charts/index.ts";
import type { PageData } from "./data.ts";

/** What the build makes of this layer, and how texts are digested. */
export interface PageFiles {
  readonly script: string;
  readonly style: string;
  /** The SHA-256 of a text's UTF-8, in base64. */
  readonly digest: (text: string) => string;
}

/** The id of the element that holds the data. */
export const dataId = "data";

export function pageHtml(data: PageData, { script: given, style, digest }: PageFiles): string {
  const script = given.replace(/<(?=\/script|!--)/gi, "\\x3C").trim();
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest(script)}'`,
    `style-src 'sha256-${digest(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    // The page makes elements one by one: a text that becomes markup would be a fault.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
  const language = data.start.language ?? data.case.module.language ?? "en";
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${escaped(titleOf(data.case, data.start.language))}</title>
<style>${style}</style>
</head>
<body>
<noscript>This page draws a D-Case with a script of its own: allow scripts for it. / このページは、ページ内のスクリプトで D-Case を描きます。スクリプトを許可してください。</noscript>
<script type="application/json" id="${dataId}">${embedded(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

/** JSON that no sign of can end its element, turn the direction of the text around it, or end a line. */
function embedded(data: PageData): string {
  return JSON.stringify(data).replace(
    /[<>&\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
