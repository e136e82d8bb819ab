// The licences of what is bundled lie beside the bundle: each package is named, with a text that it may be handed out under.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { licenceText } from "../../tools/licences.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const built = readFileSync(`${root}dist/${readFileSync(`${root}dist/.stamp`, "utf8").trim()}/licences.txt`, "utf8");

/** By the name of the package. */
function sections(text: string): ReadonlyMap<string, string> {
  const parts = text.split(`\n${"-".repeat(78)}\n`).slice(1);
  return new Map(parts.map((part) => [part.trim().split(" ", 1).join(), part]));
}

it("the build names what draws PDF and PNG, reads cases, starts commands and sends mail", () => {
  const names = [...sections(built).keys()];
  expect(names).toEqual([...names].sort());
  for (const name of ["pdfkit", "fontkit", "brotli", "linebreak", "js-yaml", "saxes", "nodemailer", "zod", "semver"])
    expect(names).toContain(name);
  for (const name of ["koffi", "@resvg/resvg-js", "@expo-google-fonts/sawarabi-gothic"]) expect(names).toContain(name);
});

it("each has the whole text of its licence", () => {
  const grants =
    /Permission (?:is hereby granted|to use, copy)|TERMS AND CONDITIONS FOR USE|Mozilla Public License Version 2\.0|SIL OPEN FONT LICENSE/;
  for (const [name, text] of sections(built)) {
    expect(text, name).toMatch(grants);
    expect(text, name).toMatch(/copyright/i);
  }
});

it("a decoder that was translated from Google's has their notice, and the text that it points to", () => {
  const parts = sections(built);
  expect(parts.get("brotli")).toContain("Copyright 2013 Google Inc.");
  expect(parts.get("@swc/helpers")).toContain("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION");
});

it("a package without a text is refused, with what to do", () => {
  const bare = readdirSync(`${root}node_modules`).find(
    (name) =>
      existsSync(`${root}node_modules/${name}/package.json`) &&
      !existsSync(`${root}tools/licences/${name}.txt`) &&
      !readdirSync(`${root}node_modules/${name}`).some((file) => /licen[cs]e|copying|notice/i.test(file)),
  );
  if (bare === undefined) throw new Error("every package has one: make one up");
  expect(() => licenceText([bare])).toThrow(`the package ${bare} brings no text of its licence: put it into `);
});
