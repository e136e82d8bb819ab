// Builds the script of a case's page: src/page with what it uses of other layers, as one text that runs in any browser.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The script and the style, as they stand in a page. */
export async function pageFiles(plugins = []) {
  const [made] = await build({
    root,
    configFile: false,
    plugins,
    logLevel: "silent",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      lib: { entry: "src/page/main.ts", formats: ["iife"], name: "page" },
    },
  });
  return { script: made.output[0].code, style: readFileSync(`${root}src/page/page.css`, "utf8") };
}
