// What a part of the soak found, and how it is told.

export interface Finding {
  readonly title: string;
  readonly says: string;
  readonly plots: readonly string[];
  readonly problems: readonly string[];
}

const mostShown = 20;

export function tell({ title, says, plots, problems }: Finding): string {
  const shown = problems.slice(0, mostShown).map((problem) => `  PROBLEM ${problem}`);
  if (problems.length > mostShown) shown.push(`  and ${problems.length - mostShown} more`);
  return [`## ${title}`, "", says, ...shown, "", ...plots, ""].join("\n");
}
