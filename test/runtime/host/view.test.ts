// Files seen through a root: names and links mean what they would mean to whoever has it as `/`.
import {
  closeSync,
  constants,
  existsSync as isThere,
  readlinkSync as link,
  symlinkSync as linkTo,
  mkdirSync as make,
  mkdtempSync,
  openSync as open,
  readFileSync as read,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import {
  existsSync,
  linkSync,
  lookingThrough,
  lstatSync,
  mkdtempSync as makeTemporary,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realPathBytes,
  renameSync,
  statSync,
  symlinkSync,
  unlinkSync,
} from "../../../src/runtime/host/files.ts";
import { throughRoot } from "../../../src/runtime/host/view.ts";

const root = mkdtempSync(join(tmpdir(), "dscript-view-"));
const fd = open(root, constants.O_RDONLY);
const way = throughRoot(fd);
const looking = <T>(work: () => T): T => lookingThrough(way, work);

afterAll(() => {
  closeSync(fd);
  rmSync(root, { recursive: true, force: true });
});

make(join(root, "var/real"), { recursive: true });
make(join(root, "etc"));
writeFileSync(join(root, "etc/passwd"), "its own");
writeFileSync(join(root, "var/real/x"), "x");
linkTo("/var/real", join(root, "absolute"));
linkTo("../../../../../../etc", join(root, "var/up"));
linkTo("var/real", join(root, "relative"));
linkTo("/round", join(root, "round"));
linkTo("/var/new", join(root, "dangling"));
linkTo("/dev/null", join(root, "nothing"));

it.each([
  ["/etc/passwd", "its own"],
  ["/absolute/x", "x"],
  ["/relative/../real/x", "x"],
  ["/var/up/passwd", "its own"],
  ["/../../../etc/passwd", "its own"],
  ["//var//real/./x", "x"],
  ["/nothing", ""],
])("%s holds %j", (path, content) => {
  expect(looking(() => readFileSync(path, "utf8"))).toBe(content);
});

it("makes a file where a link to nothing leads", () => {
  looking(() => closeSync(openSync("/dangling", "w")));
  expect(isThere(join(root, "var/new"))).toBe(true);
});

it("takes links themselves where calls do", () => {
  looking(() => {
    expect(readlinkSync("/absolute")).toBe("/var/real");
    expect(lstatSync("/absolute").isSymbolicLink()).toBe(true);
    expect(statSync("/absolute/").isDirectory()).toBe(true);
    symlinkSync("/etc", "/var/link");
    renameSync("/var/link", "/var/moved");
    linkSync("/absolute/x", "/var/x");
    expect(() => openSync("/absolute", constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL)).toThrow(
      expect.objectContaining({ code: "EEXIST", path: "/absolute" }),
    );
    unlinkSync("/var/moved");
  });
  expect(link(join(root, "absolute"))).toBe("/var/real");
  expect(read(join(root, "var/x"), "utf8")).toBe("x");
});

it("knows folders, the root, and names that are no UTF-8", () => {
  looking(() => {
    mkdirSync(Buffer.from("/var/\xff", "latin1"));
    expect(readdirSync("/absolute/..", { encoding: "buffer" })).toContainEqual(Buffer.from("\xff", "latin1"));
    expect(statSync("/").ino).toBe(statSync("/..").ino);
    expect(realPathBytes("/relative/.").toString()).toBe(join(root, "var/real"));
    expect(makeTemporary("/var/t-").toString()).toMatch(/^\/var\/t-\w{6}$/);
  });
});

it("says what is not there as node:fs does", () => {
  looking(() => {
    expect(existsSync("/none/at/all")).toBe(false);
    expect(statSync("/none/at/all", { throwIfNoEntry: false })).toBeUndefined();
    expect(() => statSync("/none/at/all")).toThrow(expect.objectContaining({ code: "ENOENT", path: "/none/at/all" }));
    expect(() => statSync("/etc/passwd/x")).toThrow(expect.objectContaining({ code: "ENOTDIR" }));
    expect(() => readFileSync("/round")).toThrow(expect.objectContaining({ code: "ELOOP" }));
    expect(() => statSync("")).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});

it("looks at the host's own files again afterwards", () => {
  expect(() => looking(() => statSync("/none"))).toThrow();
  expect(readFileSync("/etc/passwd", "utf8")).not.toBe("its own");
});
