/** A case that breaks a rule and one that does not, as small as can be; two modules are parted by `---` and a comment with the file's name. */

export interface Example {
  readonly bad: string;
  readonly good: string;
}

/** Without the line breaks around it. */
export function example(bad: string, good: string): Example {
  return { bad: bad.replace(/^\n|\n$/g, ""), good: good.replace(/^\n|\n$/g, "") };
}
