// `atomic` as a user without rights has it: overlays in a user namespace, and copies where that would differ from a plain run.
import { spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";

const dscript = fileURLToPath(new URL("../../../dscript", import.meta.url));
const base = mkdtempSync("/var/tmp/dscript-atomic-user-");
chmodSync(base, 0o755);
afterAll(() => rmSync(base, { recursive: true, force: true }));

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;
let count = 0;

function newFolder(): string {
  count += 1;
  const folder = join(base, String(count));
  mkdirSync(join(folder, "tree/sub"), { recursive: true });
  writeFileSync(join(folder, "tree/old"), "old\n");
  for (const each of ["", "tree", "tree/sub", "tree/old"]) chownSync(join(folder, each), nobody, nobody);
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

function run(folder: string, script: string): Promise<Ended> {
  writeFileSync(join(folder, "script.dscript"), script);
  return new Promise((resolve, reject) => {
    const child = spawn(dscript, ["run", "script.dscript"], {
      ...{ cwd: folder, uid: nobody, gid: nobody, stdio: ["ignore", "pipe", "pipe"] },
      env: { PATH: process.env["PATH"], HOME: folder, XDG_STATE_HOME: join(folder, "state"), LC_ALL: "C" },
    });
    let [out, error] = ["", ""];
    child.stdout?.setEncoding("utf8").on("data", (part: string) => {
      out += part;
    });
    child.stderr?.setEncoding("utf8").on("data", (part: string) => {
      error += part;
    });
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, out, error }));
  });
}

const names = (folder: string): readonly string[] => readdirSync(join(folder, "tree")).sort();

describe.skipIf(!isRoot)("a block of a user without rights", () => {
  it("has commands, redirections, calls and globs see what it writes, and nobody else", async () => {
    const folder = newFolder();
    symlinkSync(join(folder, "tree"), join(folder, "tree/self"));
    const script = `atomic ("tree") {
  echo one > tree/a
  echo two >> tree/self/old
  cp tree/old tree/b
  System.writeText("tree/self/c", "three\\n")
  System.mkdirs("tree/x/y")
  cd tree/x
  cd ..
  echo four >= d
  echo *
  for (String name in System.readdir(".")) { print("\${name} ") }
  println(System.readText("b"))
  println("\${exists("./x/y")} \${glob("x/*").length} \${System.realpath("self/x")}")
  (cat < old; cat a) | sort
  wait until (test -f d) every 10ms
  rm -r sub
  sh -c 'echo $0; umask; pwd'
  (String line) = capture("id", "-u")
}
pwd
`;
    const { code, out, error } = await run(
      folder,
      script.replace('  (String line) = capture("id", "-u")\n', "  id -u\n"),
    );
    expect(error).toBe("");
    const seen = `a b c d old self sub x\na b c d old self sub x old\ntwo\n\ntrue 1 ${folder}/tree/x\nold\none\ntwo\n`;
    expect(out).toBe(`${seen}sh\n0022\n${folder}/tree\n${nobody}\n${folder}/tree\n`);
    expect(code).toBe(0);
    expect(names(folder)).toEqual(["a", "b", "c", "d", "old", "self", "x"]);
    expect(readFileSync(join(folder, "tree/old"), "utf8")).toBe("old\ntwo\n");
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("is not seen from outside, and takes everything back at a fault, which is diagnosed as one in it", async () => {
    const folder = newFolder();
    const script = `atomic ("tree") {
  echo new > tree/new
  rm -r tree/sub
  chmod 000 tree/new
  cat tree/new
}
`;
    const { code, error } = await run(folder, script);
    expect(code).toBe(65);
    expect(error).toContain("Permission denied");
    expect(error).not.toContain("were copied ahead");
    expect(names(folder)).toEqual(["old", "sub"]);
  });

  it("says of programs that cannot be run what it says elsewhere", async () => {
    const folder = newFolder();
    const script = `atomic ("tree") {
  System.writeText("tree/text", "echo \\$0 \\$1\\n"); chmod +x tree/text
  System.writeText("tree/bad", "#!/no/such/interpreter\\n"); chmod +x tree/bad
  touch tree/plain
  tree/text word
  for (String name in ["./tree/none", "./tree/plain", "./tree/bad", "./tree/sub"]) {
    try { \${name} } catch (Fault f) { println(f.message) }
  }
}
`;
    const { out, error } = await run(folder, script);
    expect(out.split("\n")).toEqual([
      "tree/text word",
      expect.stringContaining('"./tree/none" is not found'),
      expect.stringContaining('"./tree/plain" cannot be run'),
      expect.stringContaining('its interpreter "/no/such/interpreter" is not usable'),
      expect.stringContaining('"./tree/sub" cannot be run'),
      "",
    ]);
    expect(error).toBe("");
  });

  it("copies where files have several names or are another group's, and where a command runs as another user", async () => {
    const linked = newFolder();
    linkSync(join(linked, "tree/old"), join(linked, "tree/other"));
    const ended = await run(linked, `atomic ("tree") { echo new >> tree/old; cat tree/other }\n`);
    expect(ended).toMatchObject({ code: 0, out: "old\nnew\n", error: expect.stringContaining("has several names") });
    const folder = newFolder();
    copyFileSync("/bin/true", join(folder, "other"));
    chmodSync(join(folder, "other"), 0o4755);
    const named = await run(folder, `atomic ("tree") { ./other }\n`);
    expect(named).toMatchObject({ code: 0, error: expect.stringContaining("`./other` runs as another user") });
    const computed = await run(folder, `String name = "./other"\natomic ("tree") { \${name} }\n`);
    expect(computed.code).toBe(70);
    expect(computed.error).toContain("has no effect in trees that a user without rights writes apart");
  });
});
