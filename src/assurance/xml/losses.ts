/** What no XML format of a case keeps, in words. */

import type { Loss } from "../model/reading.ts";
import type { CaseFile } from "../model/revision.ts";

export function lostRevisions({ revisions }: CaseFile): readonly Loss[] {
  return revisions.length === 0 ? [] : [{ what: "its revisions: who said what, when" }];
}

export function lostFields(label: string | undefined, fields: readonly string[]): readonly Loss[] {
  return fields.map((field) => ({
    ...(label === undefined ? {} : { label }),
    what: `its \`${field}\`, whose values lie too deep in each other`,
  }));
}
