/** A fake program: its answers as files, and the calls that it has had (docs/language/8-tests.md, 3). */

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { bytesOf, nameOf, textOf } from "../files/bytes.ts";
import { Refusal } from "../files/refusal.ts";
import { signalNumber } from "../processes/errno.ts";
import { fakeProgram } from "./fake-program.ts";

export interface Answer {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A call as the fake has noted it. */
interface Call {
  readonly number: number;
  readonly arguments: readonly string[];
}

/** A rule of a fake: all calls (0), or those whose arguments begin as it says. */
export class Fake {
  readonly name: string;
  readonly #folder: string;
  readonly #rule: number;
  #answers = 0;

  constructor(name: string, folder: string, rule: number, begins: readonly string[], first: Answer) {
    this.name = name;
    this.#folder = folder;
    this.#rule = rule;
    mkdirSync(nameOf(`${folder}/${rule}`));
    this.#write("argc", `${begins.length}\n`);
    for (const [index, argument] of begins.entries()) this.#write(`arg.${index + 1}`, argument);
    this.answer(first);
    writeFileSync(nameOf(`${folder}/rules`), `${rule}\n`);
  }

  answer({ status, out, err }: Answer): this {
    if (status < 0 || status > 255)
      throw new Refusal("ArgumentFault", `a status is 0 to 255, not ${status}`, undefined, "status");
    this.#answers += 1;
    this.#write(`${this.#answers}.status`, `${status}\n`);
    this.#write(`${this.#answers}.out`, out);
    this.#write(`${this.#answers}.err`, err);
    this.#write("answers", `${this.#answers}\n`);
    return this;
  }

  when(begins: readonly string[], first: Answer): Fake {
    const rule = Number(readFileSync(nameOf(`${this.#folder}/rules`), "utf8")) + 1;
    return new Fake(this.name, this.#folder, rule, begins, first);
  }

  delay(milliseconds: number): this {
    if (milliseconds < 0) throw new Refusal("ArgumentFault", "a delay cannot be less than nothing", undefined, "time");
    this.#write(`${this.#answers}.delay`, `${milliseconds / 1000}\n`);
    return this;
  }

  signal(name: string): this {
    const bare = name.replace(/^SIG/, "");
    if (!/^[A-Z][A-Z0-9+-]*$/.test(bare) || signalNumber(`SIG${bare}`) === 0)
      throw new Refusal("ArgumentFault", `there is no signal ${JSON.stringify(name)}`, undefined, "name");
    this.#write(`${this.#answers}.signal`, `${bare}\n`);
    return this;
  }

  ignoreInput(): this {
    writeFileSync(nameOf(`${this.#folder}/ignores-input`), "");
    return this;
  }

  calls(): readonly (readonly string[])[] {
    return this.#calls().map((call) => call.arguments);
  }

  inputs(): readonly string[] {
    return this.#calls().map(({ number }) => {
      const path = nameOf(`${this.#folder}/input.${number}`);
      return existsSync(path) ? textOf(readFileSync(path)) : "";
    });
  }

  /** Those of its rule; of rule 0 all of the program. A call that has no rule yet has just begun. */
  #calls(): readonly Call[] {
    const numbers = readdirSync(nameOf(this.#folder))
      .flatMap((entry) => /^rule\.(\d+)$/.exec(entry)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
    return numbers.flatMap((number) => {
      const rule = Number(readFileSync(nameOf(`${this.#folder}/rule.${number}`), "utf8"));
      if (this.#rule !== 0 && rule !== this.#rule) return [];
      const noted = textOf(readFileSync(nameOf(`${this.#folder}/call.${number}`)));
      return [{ number, arguments: noted.split("\0").slice(0, -1) }];
    });
  }

  #write(file: string, text: string): void {
    writeFileSync(nameOf(`${this.#folder}/${this.#rule}/${file}`), bytesOf(text));
  }
}

// What the engine does itself is no program (language 3).
const own: ReadonlySet<string> = new Set(["cd", "exit", "export"]);

/** Makes a fake in a test's folder; one of the same name is replaced, and its calls are forgotten. */
export function createFake(folder: string, name: string, first: Answer): Fake {
  if (name.includes("/")) {
    const bare = JSON.stringify(name.slice(name.lastIndexOf("/") + 1));
    const why = `a fake is found by its name in PATH, and ${JSON.stringify(name)} is a path: fake ${bare}, and call it by that name`;
    throw new Refusal("ArgumentFault", why, undefined, "program");
  }
  if (name === "" || name === "." || name === ".." || name.includes("\0"))
    throw new Refusal("ArgumentFault", `${JSON.stringify(name)} is no name of a program`, undefined, "program");
  if (own.has(name))
    throw new Refusal(
      "ArgumentFault",
      `\`${name}\` is done by the engine itself, and is no program`,
      undefined,
      "program",
    );
  const data = `${folder}/fakes/${name}`;
  rmSync(nameOf(data), { recursive: true, force: true });
  mkdirSync(nameOf(data), { recursive: true });
  const fake = new Fake(name, data, 0, [], first);
  mkdirSync(nameOf(`${folder}/bin`), { recursive: true });
  writeFileSync(nameOf(`${folder}/bin/${name}`), fakeProgram, { mode: 0o755 });
  return fake;
}
