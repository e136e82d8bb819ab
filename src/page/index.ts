/** A D-Case as one HTML page in which a person looks around: its text here, and what runs in it behind `main.ts`. */

export type { PageData, PageStart, PageStatus } from "./data.ts";
export { type PageFiles, pageHtml } from "./html.ts";
