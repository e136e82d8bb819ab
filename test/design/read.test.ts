// What is read of a script's plans.
import { describe, expect, test } from "vitest";
import { designFrom } from "./reading.ts";

const tasks = `
task copy(String from)
  goal "the data is copied to \${from}"
  pre { test -d "\${from}" }
  timeout 10m
  retry 3 times every 5s on ExternalFault
  remember { String old = $(readlink /srv/current) }
{
  mkdir -p /mnt/ram
  rsync -a "\${from}/" /mnt/ram/
} undo {
  # empty the RAM disk
  rm -rf /mnt/ram
}
task announce() { mail -s on class@example.org } irreversible "sent is sent"
task write_config() { atomic ("/etc/nginx") { cp a /etc/nginx/ } }
task look() { test -d / }
`;

describe("goals in a plan", () => {
  const script = `${tasks}
plan all() {
  assure G2 { look(); look() }
  argue "it runs at peak" {
    strategy post { announce() }
    strategy concurrent { copy("a") }
    strategy pre S1 { look() }
    strategy concurrent { copy("b") }
  }
}
`;

  test("have their steps, and strategies stand as they are run", () => {
    const [plan] = designFrom(script).plans;
    expect(plan?.steps).toMatchObject([
      { kind: "goal", text: "G2", lines: { first: 20 }, steps: [{ name: "look" }, { name: "look" }] },
      {
        kind: "goal",
        text: "it runs at peak",
        steps: [
          { kind: "goal", phase: "pre", text: "S1", steps: [{ name: "look" }] },
          {
            kind: "parallel",
            branches: [
              [{ kind: "goal", phase: "concurrent", text: "", steps: [{ name: "copy" }] }],
              [{ kind: "goal", phase: "concurrent", text: "", steps: [{ name: "copy" }] }],
            ],
          },
          { kind: "goal", phase: "post", text: "", steps: [{ name: "announce" }] },
        ],
      },
    ]);
  });
});

describe("a plan", () => {
  test("has its tasks with what takes them back, and lines of the calls", () => {
    const { plans } = designFrom(`${tasks}
plan all(String from) goal "it runs" {
  copy(from)
  copy("b")
  announce()
  write_config()
  look()
}
`);
    const [plan] = plans;
    expect(plans.length).toBe(1);
    expect(plan).toMatchObject({ kind: "plan", name: "all", goal: "it runs", parameters: "String from" });
    expect(plan?.steps).toMatchObject([
      {
        kind: "task",
        name: "copy",
        call: 1,
        goal: "the data is copied to ${from}",
        arguments: [{ text: "from" }],
        lines: { first: 20, last: 20 },
        takeBack: { kind: "undo", words: "empty the RAM disk", code: ["rm -rf /mnt/ram"] },
        clauses: [
          { kind: "pre", code: ['test -d "${from}"'] },
          { kind: "timeout", code: ["10m"] },
          { kind: "retry", code: ["3 times every 5s on ExternalFault"] },
          { kind: "remember", code: ["String old = $(readlink /srv/current)"] },
        ],
        code: ["mkdir -p /mnt/ram", 'rsync -a "${from}/" /mnt/ram/'],
      },
      { name: "copy", call: 2, arguments: [{ text: '"b"', value: "b" }], lines: { first: 21, last: 21 } },
      { name: "announce", takeBack: { kind: "irreversible", why: "sent is sent" } },
      { name: "write_config", takeBack: { kind: "atomic", paths: ["/etc/nginx"] } },
      { name: "look", takeBack: { kind: "nothing" } },
    ]);
  });

  test("has choices, loops and branches, with the comments above them", () => {
    const { plans } = designFrom(`${tasks}
plan all(String[] hosts) {
  # Is it the peak?
  if (test -e /run/peak) { look() } else { announce() }
  if (hosts.length > 3) { look() }
  if (test -e /a) { look() } else if (test -e /b) { announce() }
  // each in its turn
  for (String host in hosts) at most 10 { copy(host) }
  for (String name in ["a", "b"]) { copy(name) }
  parallel { look(); { announce(); notify operator "said" } }
  int n = 1
  approve operator "go on?" timeout 10m
  switch (hosts.length) { case 1: look(); break; case 2: announce() }
}
`);
    expect(plans.map(({ name }) => name)).toEqual(["all"]);
    expect(plans[0]?.steps).toMatchObject([
      {
        kind: "choice",
        words: "Is it the peak?",
        asks: "test -e /run/peak",
        branches: [
          { on: "yes", steps: [{ name: "look" }] },
          { on: "no", steps: [{ name: "announce" }] },
        ],
      },
      { kind: "choice", asks: "hosts.length > 3", branches: [{ on: "yes" }, { on: "no", steps: [] }] },
      {
        kind: "choice",
        branches: [
          { on: "code", code: "test -e /a" },
          { on: "code", code: "test -e /b" },
          { on: "otherwise", steps: [] },
        ],
      },
      { kind: "loop", words: "each in its turn", variable: "host", over: "hosts", atMost: "10" },
      { kind: "loop", over: '["a", "b"]', atMost: "2" },
      { kind: "parallel", branches: [[{ name: "look" }], [{ name: "announce" }, { kind: "notify" }]] },
      { kind: "code", code: ["int n = 1"] },
      { kind: "approve", role: "operator", question: "go on?", timeout: "10m" },
      {
        kind: "choice",
        asks: "hosts.length",
        branches: [
          { on: "code", code: "1", steps: [{ name: "look" }] },
          { on: "code", code: "2" },
          { on: "otherwise", steps: [] },
        ],
      },
    ]);
  });

  test("has what follows a failure, what starts it, and when it may", () => {
    const { plans } = designFrom(`${tasks}
context "the W class" schedule "Thu 14:40-16:10"
monitor load every 10s { return 1 }
# the load is high
when (load > 40) at most 2 per 1h { all() }
plan all() { inner() }
on failure (Fault f) { notify teacher, operator "failed: \${f.message}" }
on undo failure { notify operator "come in" }
plan inner() { look() }
`);
    expect(plans.map(({ name }) => name)).toEqual(["all", "inner"]);
    expect(plans[0]).toMatchObject({
      starts: [
        { kind: "context", name: "the W class", schedule: "Thu 14:40-16:10" },
        { kind: "when", condition: "load > 40", words: "the load is high", atMost: "2 per 1h" },
      ],
      steps: [{ kind: "plan", name: "inner" }],
      onFailure: { steps: [{ kind: "notify", roles: ["teacher", "operator"], message: "failed: ${f.message}" }] },
      onUndoFailure: { steps: [{ message: "come in" }] },
    });
    // It is started by the other one.
    expect(plans[1]?.starts).toEqual([]);
  });

  test("runs tasks of imported files", () => {
    const { plans } = designFrom('import "lib.dscript"\nplan all() { lib.copy("a"); var o = lib.more() }\n', {
      "lib.dscript": 'task copy(String s) goal "copied" { cp a b } undo { rm b }\nplan more() { copy("c") }\n',
    });
    expect(plans.map(({ name }) => name)).toEqual(["all"]);
    expect(plans[0]?.steps).toMatchObject([
      { kind: "task", name: "copy", goal: "copied", takeBack: { code: ["rm b"] } },
      { kind: "plan", name: "more" },
    ]);
  });
});

test("a task that is called outside of plans is a plan of one, too", () => {
  const { plans } = designFrom(`${tasks}\nplan all() { look() }\nall()\nannounce()\n`);
  expect(plans.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["task announce", "plan all"]);
});

test("such a call is found wherever it stands, but in tests and in tasks", () => {
  const places: Readonly<Record<string, readonly string[]>> = {
    "if (test -e /a) { look() } else { announce() }": ["announce", "look"],
    "try { announce() } catch (Fault f) { look() } finally { write_config() }": ["announce", "write_config", "look"],
    'for (String host in ["a", "b"]) { copy(host) }': ["copy"],
    'lock "deploy" { announce() }': ["announce"],
    "parallel { look(); announce() }": ["announce", "look"],
    "switch (1) { case 1: announce() }": ["announce"],
    "void deploy() { announce() }": ["announce"],
    'test "it is announced" { announce() }': [],
    "task both() { announce() } undo { look() }": [],
  };
  for (const [code, names] of Object.entries(places)) {
    const { plans } = designFrom(`${tasks}\nplan all() { look() }\n${code}\nall()\n`);
    expect(plans.map(({ name }) => name)).toEqual([...names, "all"]);
  }
});

test("what starts a plan is found where the plan is called in a branch", () => {
  const { plans } = designFrom(`${tasks}
plan all() { look() }
when (load > 40) at most 2 per 1h { if (test -e /a) { look() } else { all() } }
`);
  expect(plans.find(({ name }) => name === "all")?.starts).toMatchObject([{ kind: "when", condition: "load > 40" }]);
});

test("files that go back by themselves are found in every block of a task", () => {
  const { plans } = designFrom(`task write() {
  if (test -e /a) { atomic ("/etc/a") { cp a /etc/a } } else { atomic ("/etc/b") { cp a /etc/b } }
  try { cp a b } catch (Fault f) { atomic ("/etc/c") { cp a /etc/c } }
  switch (1) { case 1: atomic ("/etc/d") { cp a /etc/d } }
}
write()
`);
  expect(plans[0]?.steps).toMatchObject([
    { takeBack: { kind: "atomic", paths: ["/etc/a", "/etc/b", "/etc/c", "/etc/d"] } },
  ]);
});

test("a task of a file without plans is a plan of one", () => {
  const { plans } = designFrom('task copy(String from) goal "copied" { cp a b } undo { rm b }\ncopy("a")\n');
  expect(plans).toMatchObject([{ kind: "task", name: "copy", parameters: "String from", steps: [{ kind: "task" }] }]);
});

test("a script without plans and tasks has nothing to draw", () => {
  expect(designFrom("echo hello\n").plans).toEqual([]);
});
