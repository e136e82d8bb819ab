// The licences of what a build holds of others: every package that the bundle has a line of, and the libraries and the font beside it.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
/** Beside the bundle, so that no line of it shows them. */
const beside = ["koffi", "@resvg/resvg-js", "libsql", "@expo-google-fonts/sawarabi-gothic"];

/** A plugin that notes the packages of which a line is bundled. */
export function packagesBundled(found) {
  return {
    name: "packages-bundled",
    generateBundle(_, output) {
      for (const part of Object.values(output))
        for (const [id, { renderedLength }] of Object.entries(part.modules ?? {}))
          if (renderedLength > 0) for (const name of packageOf(id)) found.add(name);
    },
  };
}

/** The innermost package that a file belongs to; none of ours. */
function packageOf(id) {
  const name = /^.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id)?.[1];
  return name === undefined ? [] : [name.replaceAll("\\", "/")];
}

/** One text with each package's name, version, home and licence. Throws where a package has none. */
export function licenceText(bundled) {
  const names = [...new Set([...bundled, ...beside])].sort();
  const parts = names.map((name) => {
    const folder = `${root}node_modules/${name}`;
    const {
      version,
      license = "see below",
      repository,
      homepage,
    } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
    const home = homepage ?? (typeof repository === "string" ? repository : repository?.url) ?? "";
    const texts = [...textsIn(folder), ...(name === "koffi" ? vendored(`${folder}/vendor`) : [])];
    if (texts.length === 0) texts.push(ownText(name));
    return [`${name} ${version} (${license})`, home, "", ...texts.map((text) => text.trim())].join("\n");
  });
  const line = `\n\n${"-".repeat(78)}\n\n`;
  const head =
    "D-Script holds parts of these works, unchanged or compiled. Their sources are at the addresses named below; each has its own licence.";
  return `${[head, ...parts].join(line)}\n`;
}

function textsIn(folder) {
  return readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)/i.test(name))
    .sort()
    .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
}

/** What a native library has compiled in. */
function vendored(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => textsIn(`${folder}/${name}`).map((text) => `It holds ${name}:\n\n${text.trim()}`));
}

/** Some packages name a licence, and bring no text of it. */
function ownText(name) {
  const path = `${root}tools/licences/${name.replaceAll("/", "+")}.txt`;
  if (!existsSync(path)) throw new Error(`the package ${name} brings no text of its licence: put it into ${path}`);
  return readFileSync(path, "utf8");
}
