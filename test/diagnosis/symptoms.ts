/** Short ways to write symptoms down. */

import { type FaultArgument, Origin, type OriginSet, type Symptom } from "../../src/records/index.ts";

/** "literal:/etc/passwd" or plain text (a literal): an argument with its origin. */
export function word(text: string, name = "word"): FaultArgument {
  const match =
    /^(literal|constant|argv|parameter|environment|file|output|prompt|host|network|machine|shipped|agreed)=([\s\S]*)$/.exec(
      text,
    );
  const origins: OriginSet = match === null ? Origin.literal : Origin[match[1] as keyof typeof Origin];
  return { name, type: "String", text: match?.[2] ?? text, origins };
}

/** A command as it ended; words are literals unless written "argv=x". */
export function command(line: string, rest: Partial<Symptom> = {}): Symptom {
  const [api = "", ...words] = line.split(" ");
  const program = word(api, "program");
  const status = rest.signal === undefined && rest.notStarted !== true ? { status: 1 } : {};
  return {
    kind: "CommandFault",
    message: `${program.text} failed`,
    api: program.text,
    arguments: [program, ...words.map((text, index) => word(text, `argv[${index + 1}]`))],
    elapsed: 3,
    ...status,
    ...rest,
  };
}

/** A call of the language on files: `call("System.fopen", "ENOENT", ["filename", "argv=x"], ["mode", "r"])`. */
export function call(
  api: string,
  errno: string,
  ...pairs: readonly (readonly [name: string, text: string])[]
): Symptom {
  return {
    kind: "IOFault",
    message: `${api} failed`,
    api,
    errno,
    arguments: pairs.map(([name, text]) => word(text, name)),
    elapsed: 0.1,
  };
}

/** A fault of another kind. */
export function fault(kind: Symptom["kind"], message: string, rest: Partial<Symptom> = {}): Symptom {
  return { kind, message, api: "", arguments: [], elapsed: 0.1, ...rest };
}

/** A web server's answer to a URL, or trouble on the way to it. */
export function asked(url: string, rest: Partial<Symptom>): Symptom {
  const kind = rest.trouble === undefined ? "HttpFault" : "NetworkFault";
  return { kind, message: "cannot GET it", api: "Http.get", arguments: [word(url, "url")], elapsed: 3, ...rest };
}
