/** How rows are written down: by family, one package of programs, so that the source of each row is said once. */

import type { CommandRow } from "./row.ts";

/** A row of a family; `page` is its manual page where that is not `name(section)`. */
export interface FamilyRow extends Omit<CommandRow, "source"> {
  readonly page?: string;
}

/** The programs of one package, as one version of their manual pages describes them. */
export interface Family {
  /** "GNU coreutils 9.1". */
  readonly package: string;
  /** The manual's section; 1 for users' commands, 8 for administrators'. */
  readonly section: number;
  readonly rows: readonly FamilyRow[];
}

/** The rows of a family, each with its source. */
export function rowsOf(family: Family): readonly CommandRow[] {
  return family.rows.map(({ page, ...row }) =>
    Object.assign(row, { source: `${page ?? `${row.name}(${family.section})`}, ${family.package}` }),
  );
}

/** The words of a text: a long list of options reads better as a line. */
export function words(text: string): readonly string[] {
  return text.split(" ");
}
