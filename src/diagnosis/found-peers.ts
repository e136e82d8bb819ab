/** Looks for the machines that a failing call spoke to, and asks about the one that counts. */

import { type FaultArgument, Origin } from "../records/index.ts";
import { addAnswers, notOfPage } from "./answers.ts";
import { holdsWord } from "./environment.ts";
import { type Evidence, shown } from "./evidence.ts";
import { hostsInMessage, localClients, type Peer, peersOf, peersWithin, serverAsked } from "./peers.ts";
import { originsInFiles } from "./peers-in-files.ts";
import { pathsAmong } from "./subject.ts";

/** Which machines it spoke to: those that the message names count ahead of those of the arguments. */
export function addPeers(
  evidence: Evidence,
  message: string,
  isUnanswered: boolean,
  inFiles: readonly Peer[] = [],
): FaultArgument | undefined {
  const { facts, values, host } = evidence;
  const server = isUnanswered ? serverAsked(evidence) : undefined;
  if (server !== undefined) facts.add("named-server");
  // A file that is there is none, however its name ends.
  const isFile = ({ argument }: Peer): boolean =>
    argument !== undefined && !argument.text.includes("://") && evidence.look(argument.text)?.exists === true;
  const whole = server === undefined ? peersOf(evidence).filter((peer) => !isFile(peer)) : [server];
  const within = whole.length > 0 ? whole : peersWithin(evidence);
  const named = within.length > 0 ? within : inFiles;
  const said: readonly Peer[] = (server === undefined ? hostsInMessage(message) : []).map((name) => {
    const argument = named.find((peer) => peer.host === name)?.argument ?? holderOf(evidence, name);
    return argument === undefined ? { host: name, holdsFiles: false } : { host: name, argument, holdsFiles: false };
  });
  const peers = said.length > 0 ? said : named;
  const remote = peers.find((peer) => !host.isSelf(peer.host));
  const peer = remote ?? peers[0];
  if (localClients.has(evidence.program)) facts.add("local-client");
  if (peer === undefined) {
    facts.add("no-peer");
    const socket = pathsAmong(evidence).some(({ path }) => path.startsWith("/") && path.endsWith(".sock"));
    if (socket) facts.add("local-client");
  } else {
    facts.add(remote === undefined ? "loopback-peer" : "remote-peer");
    values.set("host", shown(peer.host));
    if (said.length > 0 && peer.argument === undefined) addSetting(evidence, peer.host, named.length > 0);
    const runsThere =
      /^(?:ssh|rsh|slogin|rlogin|autossh)$/.test(evidence.program) && !/^(?:ssh|kex)[:_]/m.test(message);
    if (remote !== undefined && (runsThere || named.some((each) => each.holdsFiles && !host.isSelf(each.host))))
      facts.add("remote-operand");
  }
  if (facts.has("remote-peer") || facts.has("no-peer")) {
    if (!host.hasNetwork()) {
      facts.add("no-network");
      notOfPage(evidence);
    }
  }
  return addAnswers(evidence, peer?.host, message) ?? peer?.argument;
}

/** Where a host stands that the message names: a word, a variable that the script set, what was given to the script, a file that the command was given. */
function holderOf(evidence: Evidence, name: string): FaultArgument | undefined {
  const { words, symptom } = evidence;
  const found = [...words, ...(symptom.variables ?? [])].find(({ text }) => holdsWord(text, name));
  if (found !== undefined) return found;
  const isGiven = symptom.given?.some((text) => holdsWord(text, name)) === true;
  const origins = isGiven ? Origin.argv : originsInFiles(evidence, name);
  return origins === undefined ? undefined : { name: "file", type: "String", text: name, origins };
}

/** A host that the message names, and no word: it comes from a variable, or from a file that the program reads by itself. */
function addSetting({ facts, values, host }: Evidence, name: string, isOtherNamed: boolean): void {
  facts.add("unsaid");
  values.set("subject", shown(name));
  if (host.variableWith(name) !== undefined) facts.add("from-environment");
  // Where the words name another machine, that one may have sent it there.
  else if (!isOtherNamed) facts.add("set-peer");
}
