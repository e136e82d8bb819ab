/** What a failed agreement on TLS says of how a peer was written (by a bare address, with the port of something else), of the list of authorities that was chosen, and of this host's clock. */

import { type FaultArgument, isOutside, Origin, type OriginSet } from "../records/index.ts";
import type { Evidence } from "./evidence.ts";
import { means } from "./means.ts";
import type { MessageReading } from "./message.ts";
import type { Peer } from "./peers.ts";
import { portOf } from "./probes/ports.ts";

/** Ports at which services speak without TLS (IANA's registry, and what development servers take). */
const plainPorts = /^(?:21|22|25|80|110|143|389|1883|8000|8080|8008|3000|5000|5432|5672|3306|6379|11211)$/;
/** Ports at which services speak TLS alone (IANA's registry; what web servers and Kubernetes take beside 443). */
const tlsPorts = /^(?:443|465|636|853|993|995|2376|4443|5671|6443|8443|8883|9443|10443)$/;
/** Errors of a connection that never came about: what would have been spoken there does not matter. */
const unconnected = /^(?:ECONNREFUSED|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/;
/** The other side does speak TLS, and refuses this version, cipher or certificate. */
const refusal = /\balert\b|unsupported protocol|no protocols available|protocol version|no shared cipher/i;

/** Adds facts on the clock where a certificate is of tomorrow, and on the addresses among the words, and in files that they name, where both sides did not speak the same. */
export function addCertificateFacts(evidence: Evidence, { rules }: MessageReading, inFiles: readonly Peer[]): void {
  const { facts, symptom, words, program, topics, errno = "" } = evidence;
  const { trouble } = symptom;
  if (trouble === "tls-early" || means(rules, "early"))
    facts.add(evidence.host.isClockBehind() ? "clock-behind" : "clock-plausible");
  const isName = trouble === "tls-name" || means(rules, "otherName");
  const isTls = trouble === "tls-protocol" || means(rules, "tls");
  const isOther = topics.has("peer") || symptom.answer === 400 || means(rules, "request");
  const texts = [...words, ...inFiles.map(({ argument }) => argument)].map((word) => word?.text ?? "");
  const addresses = texts.flatMap(addressesIn);
  if (isTls && !refusal.test(symptom.stderr ?? symptom.message) && asksPlainPort(addresses, program, words))
    facts.add("plain-port");
  for (const { scheme, host, port } of addresses) {
    if (isName && /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(host)) facts.add("by-address");
    if (!isTls && isOther && scheme === "http" && tlsPorts.test(port) && !unconnected.test(errno))
      facts.add("tls-port");
  }
}

/** Whether TLS was asked for at a port where none is spoken, which an address names, or a word that says nothing else: an option's, or one of its own. */
function asksPlainPort(addresses: readonly Address[], program: string, words: readonly FaultArgument[]): boolean {
  if (addresses.some(({ scheme, port }) => scheme !== "http" && plainPorts.test(port))) return true;
  const port = String(portOf(program, words) ?? "");
  return plainPorts.test(port) && words.some(({ text }) => text.replace(/^--?[\w-]+=/, "") === port);
}

interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
}

const urlForm = /\b([a-z][a-z0-9+.-]*):\/\/(?:[^@/\s]*@)?(\[[^\]]+\]|[^:/?#\s'"]+)(?::(\d{1,5})\b)?/gi;
const pairForm = /(?:^|[\s'"=(])(\[[0-9a-f:.]+\]|[\w-]+(?:\.[\w-]+)+|localhost):(\d{1,5})\b/gi;

/** URLs, and hosts with ports, within a text. */
function addressesIn(text: string): readonly Address[] {
  const head = text.slice(0, 4096);
  const urls = [...head.matchAll(urlForm)].map(
    ([, scheme = "", host = "", port = ""]): Address => ({ scheme: scheme.toLowerCase(), host, port }),
  );
  return [...urls, ...[...head.matchAll(pairForm)].map(([, host = "", port = ""]) => ({ scheme: "", host, port }))];
}

/** Whether a certificate was refused for want of somebody who vouches for it. */
export function isUntrusted({ symptom: { trouble, status }, program }: Evidence, { rules }: MessageReading): boolean {
  if (trouble === "tls-untrusted" || means(rules, "untrusted", "certificate")) return true;
  return (program === "curl" && status === 60) || (program === "wget" && status === 5);
}

/** Options whose value is a list of authorities: curl, wget, openssl, pip, npm, mysql, redis-cli, git, libpq. */
const authorityOption =
  /^(?:--(?:cacert|capath|ca-certificate|ca-directory|cafile|ca-file|tls-ca-cert|ssl-ca|certificate-authority|tls-trust-file|tlscacert)|-CAfile|-CApath|-verifyCAfile|-chainCAfile)(?:=(.+))?$/;
const authoritySetting = /\b(?:http\.sslCAInfo|http\.sslCAPath|sslrootcert|cafile|capath)=['"]?([^\s'",)]+)/i;
/** Variables that name one in the place of this host's: OpenSSL, libcurl, Python's requests and pip, git, libpq, AWS. */
const authorityVariable =
  /^(?:SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|PIP_CERT|GIT_SSL_CAINFO|GIT_SSL_CAPATH|PGSSLROOTCERT|AWS_CA_BUNDLE)$/;
/** Where hosts keep their own lists. */
const ownLists = /^\/(?:etc\/(?:ssl|pki|ca-certificates)|usr\/(?:local\/)?share\/ca-certificates)(?:\/|$)/;

/** Adds where the list of authorities came from that a certificate was held against, where that is not this host's own. */
export function addAuthorities({ symptom, words, host, facts, values }: Evidence): void {
  // Who signs for himself is in no list; what is missing behind him is.
  if (/self[- ]signed certificate(?! in certificate chain)|depth_zero/i.test(symptom.stderr ?? symptom.message)) return;
  const found = chosenList(words) ?? listOfVariable(symptom.variables, host.environment);
  if (found === undefined || ownLists.test(found.text)) return;
  values.set("list", `"${found.text}"`);
  facts.add(isOutside(found.origins) ? "authorities-given" : "authorities-literal");
}

interface Chosen {
  readonly text: string;
  readonly origins: OriginSet;
}

function chosenList(words: readonly FaultArgument[]): Chosen | undefined {
  for (const [at, { text, origins }] of words.entries()) {
    const option = authorityOption.exec(text);
    if (option?.[1] !== undefined) return { text: option[1], origins };
    const value = option === null ? undefined : words[at + 1];
    if (value !== undefined) return { text: value.text, origins: origins | value.origins };
    const setting = authoritySetting.exec(text)?.[1];
    if (setting !== undefined) return { text: setting, origins };
  }
  return undefined;
}

/** The same of a variable, which the script set or which was there. */
export function listOfVariable(
  own: readonly FaultArgument[] = [],
  environment: Readonly<Record<string, string | undefined>> = {},
): Chosen | undefined {
  const set = own.find(({ name }) => authorityVariable.test(name));
  if (set !== undefined) return set;
  const [, text] = Object.entries(environment).find(([name]) => authorityVariable.test(name)) ?? [];
  return text === undefined || text === "" ? undefined : { text, origins: Origin.environment };
}
