// Builds the one small file between `dscript run` and the first command; what it loads on demand becomes a part beside it.
import { readFileSync } from "node:fs";
import { builtinModules, createRequire } from "node:module";
import { defineConfig, type Plugin } from "vite";

const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

export default defineConfig({
  plugins: [latePart(), nativeKoffi(), nativeResvg(), nativeLibsql(), pageBeside()],
  // Whatever is bundled is one file to read instead of a hundred; dist/ then stands without node_modules.
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: "node20.19",
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    rolldownOptions: {
      input: { main: "src/cli/main.ts" },
      external: builtins,
      output: {
        format: "cjs",
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        dynamicImportInCjs: false,
        // Names of functions stay as they are, for whoever reads a trace; blanks, comments and names within functions would only
        // have to be read.
        minify: {
          compress: false,
          mangle: { toplevel: false, keepNames: true },
          codegen: { removeWhitespace: true },
        },
      },
    },
  },
});

/**
 * Of `import * as part` in a file `late-NAME.ts` the build makes a part that is loaded where it is first asked for,
 * at once and not by a promise: a fault is diagnosed where it stands. tools/build.mjs turns the calls into the loader's.
 */
function latePart(): Plugin {
  return {
    name: "late-part",
    enforce: "pre",
    load(id) {
      if (!/\/late-[\w-]+\.ts$/.test(id)) return null;
      const [, named] = /^import \* as part from "(\.\/[\w/-]+\.ts)";$/m.exec(readFileSync(id, "utf8")) ?? [];
      if (named === undefined)
        throw new Error(`${id} does not say what it loads late: import * as part from "./NAME.ts"`);
      const part = `import(${JSON.stringify(named)})`;
      return `export const late = { load: () => __load_late(${part}), hold: () => __hold_late(${part}) };`;
    },
  };
}

/** Loads koffi's library from beside the bundle: 1 ms where koffi's own search for it takes 7. */
function nativeKoffi(): Plugin {
  return {
    name: "native-koffi",
    enforce: "pre",
    resolveId: (source) => (source === "koffi" ? "\0koffi" : null),
    load(id) {
      if (id !== "\0koffi") return null;
      const koffi = createRequire(import.meta.url)("koffi") as Record<string, unknown>;
      const names = Object.keys(koffi).filter((name) => name !== "default");
      return [
        "const library = { exports: {} };",
        'process.dlopen(library, __dirname + "/koffi.node");',
        "const koffi = library.exports;",
        "export default koffi;",
        ...names.map(
          (name) => `const $${name} = /* @__PURE__ */ (() => koffi.${name})(); export { $${name} as ${name} };`,
        ),
      ].join("\n");
    },
  };
}

/** Loads the library that draws SVG from beside the bundle, and names the font there; only whoever wants a PNG or a PDF comes here. */
function nativeResvg(): Plugin {
  return {
    name: "native-resvg",
    enforce: "pre",
    load(id) {
      if (id.endsWith("/src/pictures/font.ts")) return 'export const fontFile = __dirname + "/font.ttf";';
      if (!id.endsWith("/src/pictures/binding.ts")) return null;
      return [
        "const library = { exports: {} };",
        'process.dlopen(library, __dirname + "/resvg.node");',
        "const Native = library.exports.Resvg;",
        "export class Resvg extends Native { constructor(svg, options) { super(svg, JSON.stringify(options)); } }",
      ].join("\n");
    },
  };
}

/** Loads SQLite's library from beside the bundle; only whoever looks for entries of a log comes here. */
function nativeLibsql(): Plugin {
  const search = /const \{ load, currentTarget \}[\s\S]*?\n\}\n/;
  return {
    name: "native-libsql",
    enforce: "pre",
    load(id) {
      if (!id.endsWith("/node_modules/libsql/index.js")) return null;
      const text = readFileSync(id, "utf8");
      if (!search.test(text)) throw new Error(`${id} looks for its library in another way than before`);
      return text.replace(
        search,
        `function requireNative() {
          const library = { exports: {} };
          process.dlopen(library, __dirname + "/libsql.node");
          return library.exports;
        }\n`,
      );
    },
  };
}

/** Takes the script and the style of a case's page from beside the bundle, where the build has put them. */
function pageBeside(): Plugin {
  return {
    name: "page-beside",
    enforce: "pre",
    load: (id) => (id.endsWith("/src/cli/case/page-folder.ts") ? "export const pageFolder = __dirname;" : null),
  };
}
