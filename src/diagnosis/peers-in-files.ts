/** Finds the machines that files name which a command was given: the text of a script, a list of addresses, settings. */

import { isOutside, Origin, type OriginSet, type Symptom } from "../records/index.ts";
import type { Host } from "./host.ts";
import { isInterpreter } from "./infer.ts";
import type { Peer } from "./peers.ts";
import { wordsOf } from "./subject.ts";

/** What a search in files has to know of a call. */
interface Reading {
  readonly symptom: Symptom;
  readonly program: string;
  readonly isCommand: boolean;
  readonly host: Host;
}

interface GivenFile {
  readonly content: string;
  /** Of what stands in it. */
  readonly origins: OriginSet;
}

/** The one machine that the files name, where they name one alone; with what they say of it as an argument. */
export function peersInFiles(reading: Reading): readonly Peer[] {
  const found = new Map<string, Peer>();
  for (const { content, origins } of filesGiven(reading)) {
    for (const { url, host } of urlsIn(content)) {
      const argument = { name: "file", type: "String", text: url, origins } as const;
      if (!found.has(host)) found.set(host, { host, argument, holdsFiles: false });
    }
  }
  const peers = [...found.values()];
  return peers.length === 1 || peers.every((peer) => reading.host.isSelf(peer.host)) ? peers : [];
}

/** The origins of a name that stands in a file which the command was given; undefined where none holds it. */
export function originsInFiles(reading: Reading, name: string): OriginSet | undefined {
  return filesGiven(reading).find(({ content }) => content.includes(name))?.origins;
}

function filesGiven({ symptom, program, isCommand, host }: Reading): readonly GivenFile[] {
  if (!isCommand) return [];
  const operands = wordsOf(symptom).filter(({ text }) => !text.startsWith("-") || /=./.test(text));
  const files = [...operands, ...(symptom.redirects ?? []).filter((each) => each.name === "<")];
  return files.flatMap((word): readonly GivenFile[] => {
    const path = word.text.replace(/^[\w-]+=/, "");
    const content = path.includes("://") ? undefined : host.content?.(path, symptom.cwd);
    if (content === undefined) return [];
    // Of a program it is the text of whoever wrote that.
    if (isInterpreter(program) && word === operands[0])
      return [{ content, origins: isOutside(word.origins) ? word.origins : Origin.literal }];
    return [{ content, origins: word.holds === undefined || word.holds === 0 ? Origin.file : word.holds }];
  });
}

/** Addresses of which a text is full that nobody asks: names of vocabularies, and what stands for any. */
const noPeers = /^(?:www\.w3\.org|schemas?\.[\w.-]+|json-schema\.org|(?:www\.)?example\.(?:com|org|net))$/i;

/** An address, or a name of three parts and more, in quotes of its own. */
const quoted =
  /(?<=['"`])(localhost|\d{1,3}(?:\.\d{1,3}){3}|::1|[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*){1,6}\.[a-z]{2,})(?=['"`])/g;
const fileName =
  /\.(?:csv|txt|json|gz|zst|py|js|mjs|ts|conf|log|ya?ml|xml|html?|sh|sql|pem|key|crt|ini|cfg|toml|md|tar|zip|db|lock|tmp|bak)$/;

/** The URLs of a text, but for those in its comments, and those that are put together elsewhere. */
function urlsIn(content: string): readonly { readonly url: string; readonly host: string }[] {
  const lines = content.split("\n").filter((line) => !/^\s*(?:#|\/\/|\*|;|--)/.test(line));
  const form =
    /\b[a-z][a-z0-9+.-]*:\/\/(?:[^@/\s'"]*@)?(\[[0-9a-f:.]+\]|[\w-]+(?:\.[\w-]+)*)(?::\d{1,5})?(?![\w$%{.])/gi;
  const text = lines.join("\n");
  const urls = [...text.matchAll(form)].flatMap(([url, host = ""]) => (noPeers.test(host) ? [] : [{ url, host }]));
  const names = [...text.matchAll(quoted)].flatMap(([, host = ""]) =>
    fileName.test(host) ? [] : [{ url: host, host }],
  );
  return [...urls, ...names];
}
