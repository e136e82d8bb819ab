/** What `page.mjs` builds, for those who are written in TypeScript. */

export function pageFiles(plugins?: readonly object[]): Promise<{ readonly script: string; readonly style: string }>;
