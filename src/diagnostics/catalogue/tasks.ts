/** What is wrong with tasks, plans and what stands in them (language 6). */

import { entry } from "./entry.ts";

export const taskCatalogue = {
  DS2601: entry<{ what: string }>({
    severity: "error",
    title: "Something that does not belong into a plan",
    message: ({ what }) => `${what} does not belong into a plan`,
    hint: () => "a plan runs tasks in their order: put it into a task, where its changes can be taken back",
  }),
  DS2602: entry<{ name: string }>({
    severity: "error",
    title: "A task that nothing takes back",
    message: ({ name }) => `the task \`${name}\` changes something, and nothing takes that back where the plan fails`,
    hint: () => 'give it `undo { … }`, make its changes in `atomic (…) { … }`, or say `irreversible "why"`',
  }),
  DS2603: entry<{ name: string; type: string }>({
    severity: "error",
    title: "A value that no journal can hold",
    message: ({ name, type }) => `\`${name}\` of type ${type} cannot be kept in the journal of a run`,
    hint: () => "texts, numbers, booleans, durations, sizes, and arrays and maps of them can",
  }),
  DS2604: entry<{ name: string; what: string }>({
    severity: "error",
    title: "An assignment that another run would miss",
    message: ({ name, what }) =>
      `${what} assigns to \`${name}\`, which stands outside of its body: a run that is resumed would not know that`,
    hint: () => "keep such values in `remember { … }`, or in a file",
  }),
  DS2605: entry<Record<never, never>>({
    severity: "error",
    title: "Something else than a declaration in remember",
    message: () => "`remember` holds declarations with their values, and nothing else",
    hint: () => "write `remember { String old = $(readlink /srv/current) }`",
  }),
  DS2606: entry<Record<never, never>>({
    severity: "error",
    title: "parallel outside of a plan",
    message: () => "`parallel` runs the tasks of a plan side by side: it stands in a plan",
    hint: () => "elsewhere a job does that: `Job job = $(command &)`",
  }),
  DS2607: entry<Record<never, never>>({
    severity: "error",
    title: "A loop over targets without a cap",
    message: () => "nothing says how many targets this loop of a plan may reach at most",
    hint: () => "write `for (String host in hosts) at most 10 { … }`",
  }),
  DS2608: entry<{ clause: string }>({
    severity: "error",
    title: "A text that has to be plain",
    message: ({ clause }) => `the text behind \`${clause}\` is read ahead of the run: it is not empty and not computed`,
    hint: () => "write the text out",
  }),
  DS2609: entry<{ problem: string }>({
    severity: "error",
    title: "A schedule that cannot be read",
    message: ({ problem }) => `this is no schedule: ${problem}`,
    hint: () => 'write days and hours: `"Mon-Fri 08:00-18:00, Sat 10:00-12:00"`',
  }),
  DS2610: entry<{ role: string; nearest: string | undefined; known: string }>({
    severity: "error",
    title: "A notification without an address",
    message: ({ role }) => `nobody would be told: the configuration has no address for the role \`${role}\``,
    hint: ({ role, nearest, known }) => {
      if (nearest !== undefined) return `did you mean \`${nearest}\`?`;
      const added = `add \`roles: { ${role}: [{ mail: … }] }\` to dscript.yaml`;
      return known === "" ? added : `${added}; it has addresses for ${known}`;
    },
  }),
  DS2611: entry<{ what: string }>({
    severity: "error",
    title: "A declaration inside of a block",
    message: ({ what }) => `${what} must stand at the top level of the file`,
    hint: () => "move it there",
  }),
  DS2612: entry<{ name: string }>({
    severity: "error",
    title: "A monitor's value outside of when",
    message: ({ name }) => `\`${name}\` is a monitor: its value is seen by \`when\` alone`,
    hint: ({ name }) => `write \`when (${name} …) at most … per … { … }\`, and hand the value to what it calls`,
  }),
  DS2613: entry<Record<never, never>>({
    severity: "error",
    title: "Nothing limits how often",
    message: () => "nothing limits how often this may run",
    hint: () =>
      "write `when (…) at most 2 per 1h { … }`: what it does may not help, and it would be done again and again",
  }),
  DS2614: entry<{ where: string; called: string; kind: "task" | "plan"; task: string | undefined }>({
    severity: "error",
    title: "A task where none can run",
    message: ({ where, called, kind }) => `${where} runs the ${kind} \`${called}\``,
    hint: ({ called, task }) => {
      if (task === called) return "what is to be tried again says so: `retry 3 times`";
      return task === undefined
        ? "tasks stand in the plan itself: nothing would take this one back"
        : `let a plan run both, in their order: \`${task}\`, then \`${called}\``;
    },
  }),
  DS2615: entry<Record<never, never>>({
    severity: "error",
    title: "A condition without a monitor",
    message: () => "the condition names no monitor, so nothing would have it judged",
    hint: () => "name one: `monitor load every 10s { … return … }`, then `when (load > 8.0) …`",
  }),
  DS2616: entry<{ name: string }>({
    severity: "error",
    title: "A monitor without a value",
    message: ({ name }) => `the monitor \`${name}\` returns no value`,
    hint: () => "let it end with `return …`",
  }),
  DS2617: entry<{ name: string; type: string }>({
    severity: "error",
    title: "A value that no record can hold",
    message: ({ name, type }) => `the monitor \`${name}\` returns a value of type ${type}, which no record can hold`,
    hint: () => "return a text, a number, a boolean, a duration, a size, or an array or map of them",
  }),
  DS2618: entry<{ clause: string; expected: string }>({
    severity: "error",
    title: "A period or a cap out of bounds",
    message: ({ clause, expected }) => `\`${clause}\` takes ${expected}`,
    hint: ({ clause }) => `for example \`${clause === "every" ? "every 10s" : "at most 2 per 1h"}\``,
  }),
  DS2619: entry<{ name: string; called: string }>({
    severity: "error",
    title: "A monitor that acts",
    message: ({ name, called }) => `the monitor \`${name}\` runs \`${called}\`: monitors look, and nothing else`,
    hint: ({ name, called }) =>
      `let it return what it sees, and write \`when (${name} …) at most … per … { ${called}(…) }\``,
  }),
} as const;
