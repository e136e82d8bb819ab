// Plans that the tests of diagrams draw.
import type { Handler, NotifyStep, Plan, Step, TakeBack, TaskStep } from "../../src/design/index.ts";

const lines = { first: 1, last: 1 };

export function task(name: string, takeBack: TakeBack["kind"] = "undo", more: Partial<TaskStep> = {}): TaskStep {
  const back: Readonly<Record<TakeBack["kind"], TakeBack>> = {
    undo: { kind: "undo", code: [`rm -rf "/mnt/${name}"`] },
    atomic: { kind: "atomic", paths: ["/etc/nginx"] },
    irreversible: { kind: "irreversible", why: "what is sent is sent" },
    nothing: { kind: "nothing" },
  };
  return {
    kind: "task",
    name,
    call: 1,
    arguments: [],
    takeBack: back[takeBack],
    clauses: [],
    code: [`run ${name}`],
    lines,
    ...more,
  };
}

export function notify(message: string, ...roles: readonly string[]): NotifyStep {
  return { kind: "notify", roles, message, lines };
}

export const handler = (...steps: readonly Step[]): Handler => ({ steps, lines });

export function plan(name: string, steps: readonly Step[], more: Partial<Plan> = {}): Plan {
  return { kind: "plan", name, parameters: "", lines, starts: [], steps, ...more };
}

export const switchOver = plan(
  "switch_over",
  [
    task("copy_to_ram", "undo", {
      goal: "the data is on the RAM disk before the switch",
      arguments: [{ text: "from" }],
      clauses: [
        { kind: "pre", code: ['test -d "${from}"'] },
        { kind: "post", code: ['diff -rq "${from}" "${RAM}"'] },
        { kind: "timeout", code: ["10m"] },
        { kind: "remember", code: ["String old = $(readlink /srv/current)"] },
      ],
      code: ['rsync -a "${from}/" "${RAM}/"'],
      lines: { first: 21, last: 21 },
    }),
    task("switch_balancer", "undo", {
      goal: "the balancer sends every request to the big machine",
      arguments: [{ text: '"ram"', value: "ram" }],
      lines: { first: 22, last: 22 },
    }),
    task("check_page", "nothing", { lines: { first: 23, last: 23 } }),
  ],
  {
    goal: "students can work at the peak",
    parameters: "String from",
    lines: { first: 20, last: 29 },
    onFailure: handler(notify("the switch failed: ${f.message}", "teacher", "operator")),
  },
);

export const branching = plan(
  "deploy",
  [
    task("stop_jobs", "undo"),
    {
      kind: "choice",
      asks: 'env.MODE == "fast"',
      lines,
      branches: [
        { on: "yes", code: "", steps: [task("copy_links", "atomic"), task("reload", "nothing")] },
        {
          on: "no",
          code: "",
          steps: [task("copy_all", "undo"), task("verify_all", "undo"), notify("copied all", "operator")],
        },
      ],
    },
    {
      kind: "parallel",
      lines,
      branches: [
        [task("start_web", "undo")],
        [task("start_mail", "undo"), task("warm_cache", "nothing")],
        [task("start_db", "undo")],
      ],
    },
    {
      kind: "loop",
      variable: "host",
      over: "hosts",
      atMost: "10",
      lines,
      steps: [
        task("drain", "undo"),
        {
          kind: "choice",
          words: "Is the host old?",
          lines,
          branches: [
            { on: "yes", code: "", steps: [task("upgrade", "irreversible")] },
            { on: "no", code: "", steps: [] },
          ],
        },
      ],
    },
    { kind: "approve", role: "operator", question: "Go live now?", timeout: "10m", lines },
    { kind: "plan", name: "switch_over", call: 1, goal: "students can work at the peak", arguments: [], lines },
  ],
  {
    starts: [
      { kind: "context", name: "the W class", schedule: "Thu 14:40-16:10" },
      { kind: "when", condition: "load > 40", atMost: "2 per 1h" },
    ],
    onFailure: handler(notify("deploy failed", "owner")),
    onUndoFailure: handler(notify("undo failed, come in", "operator", "owner")),
  },
);

export const japanesePlan = plan(
  "switch_over",
  [
    task("copy_to_ram", "undo", {
      goal: "切り替えの前に、学生のデータがすべて RAM ディスクにコピーされている。コピーが元のデータと一致している",
    }),
    task("switch_balancer", "undo", { goal: "ロードバランサーがすべてのリクエストを高性能マシンに送っている" }),
    task("tell", "irreversible", {
      goal: "授業の開始を知らせる",
      takeBack: { kind: "irreversible", why: "送ったメールは取り消せない" },
    }),
  ],
  {
    goal: "ピーク時にも学生が演習できる",
    onFailure: handler(notify("切り替えに失敗した: ${f.message}", "せんせい", "管理者")),
    onUndoFailure: handler(notify("元に戻せなかった。手作業が必要", "管理者")),
  },
);

export const long = (count: number): Plan =>
  plan(
    "long",
    Array.from({ length: count }, (_, at) =>
      task(`step_${at + 1}`, at % 7 === 3 ? "nothing" : "undo", {
        goal: `step ${at + 1} of the whole is done and can be seen in the monitor`,
      }),
    ),
  );
