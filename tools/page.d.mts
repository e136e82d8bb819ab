/** What `page.mjs` builds, for those who are written in TypeScript. */

export function pageFiles(): Promise<{ readonly script: string; readonly style: string }>;
