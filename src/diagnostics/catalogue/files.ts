/** DS19xx: what is said of a script's files. */

import { entry } from "./entry.ts";

export const fileCatalogue = {
  DS1901: entry<{ path: string; why: string }>({
    severity: "error",
    title: "An imported file cannot be read",
    message: ({ path, why }) => `cannot import "${path}": ${why}`,
    hint: () => "an import's path is relative to the file that it stands in",
  }),
  DS1902: entry<{ path: string }>({
    severity: "error",
    title: "Files import each other in a circle",
    message: ({ path }) => `"${path}" is being imported already: the files import each other`,
    hint: () => "move what both need to a third file",
  }),
  DS1903: entry<{ byte: string; offset: number }>({
    severity: "error",
    title: "A script is not UTF-8",
    message: ({ byte, offset }) => `the byte 0x${byte} at offset ${offset} is not UTF-8 text`,
    hint: () => "if this is a script, convert it: iconv -f LATIN1 -t UTF-8",
  }),
} as const;
