/** DS1xxx: what the scanner and the parser say. */

import { entry } from "./entry.ts";

export const syntaxCatalogue = {
  DS1001: entry<{ found: string; expected: string }>({
    severity: "error",
    title: "Something else was expected here",
    message: ({ found, expected }) => `found ${found}, expected ${expected}`,
  }),
} as const;
