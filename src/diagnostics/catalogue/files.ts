/** DS19xx: what is said of a script's files. */

import { entry } from "./entry.ts";

/** Versions that were found; "none" is a module that says none. */
function versions(has: string): string {
  return has.replace(/(?<=^|, )none(?=,|$)/g, "one without a version");
}

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
  DS1904: entry<{ name: string; folders: string; nearest?: string | undefined }>({
    severity: "error",
    title: "There is no module of this name",
    message: ({ name }) => `there is no module \`${name}\``,
    hint: ({ name, folders, nearest }) =>
      nearest === undefined
        ? `${name.replaceAll(".", "/")}.dscript was looked for in ${folders}`
        : `did you mean \`${nearest}\`?`,
  }),
  DS1905: entry<{ name: string; wanted: string; has: string }>({
    severity: "error",
    title: "No version of a module fits",
    message: ({ name, wanted, has }) => `no version of \`${name}\` is \`${wanted}\`: there is ${versions(has)}`,
    hint: ({ name }) => `install one that fits, or change what \`packages\` in dscript.yaml says of \`${name}\``,
  }),
  DS1906: entry<{ name: string; why: string }>({
    severity: "error",
    title: "A module cannot be used",
    message: ({ name, why }) => `the module \`${name}\` cannot be used: ${why}`,
  }),
} as const;
