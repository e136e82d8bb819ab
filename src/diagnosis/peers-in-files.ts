/** Finds the machines that files name which a command was given: the text of a script, a list of addresses, settings. */

import type { OriginSet } from "../records/index.ts";
import type { Evidence } from "./evidence.ts";
import type { Peer } from "./peers.ts";

/** The one machine that the files name, where they name one alone; with what they say of it as an argument. */
export function peersInFiles({ givenFiles, host: here }: Evidence): readonly Peer[] {
  const found = new Map<string, Peer>();
  for (const { content, origins } of givenFiles()) {
    for (const { url, host } of urlsIn(content)) {
      const argument = { name: "file", type: "String", text: url, origins } as const;
      if (!found.has(host)) found.set(host, { host, argument, holdsFiles: false });
    }
  }
  const peers = [...found.values()];
  return peers.length === 1 || peers.every((peer) => here.isSelf(peer.host)) ? peers : [];
}

/** The origins of a name that stands in a file which the command was given; undefined where none holds it. */
export function originsInFiles({ givenFiles }: Evidence, name: string): OriginSet | undefined {
  return givenFiles().find(({ content }) => content.includes(name))?.origins;
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
