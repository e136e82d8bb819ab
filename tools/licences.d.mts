/** What `licences.mjs` makes, for those who are written in TypeScript. */

export function licenceText(bundled: Iterable<string>): string;
