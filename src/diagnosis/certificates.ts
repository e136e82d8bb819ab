/** What a failed agreement on TLS says of how a URL was written (by a bare address, with the port of something else), and of this host's clock. */

import type { Evidence } from "./evidence.ts";
import type { MessageReading } from "./message.ts";

/** Ports at which services speak without TLS (IANA's registry, and what development servers take). */
const plainPorts = /^(?:21|22|25|80|8000|8080|8008|3000|5000|5432|3306|6379|11211)$/;

/** Adds facts on the clock where a certificate is of tomorrow, and on the URLs among the words where TLS failed for a name or for want of TLS at all. */
export function addCertificateFacts(evidence: Evidence, { rules }: MessageReading): void {
  const { trouble } = evidence.symptom;
  if (trouble === "tls-early" || rules.some(({ key }) => key === "means.early"))
    evidence.facts.add(evidence.host.isClockBehind() ? "clock-behind" : "clock-plausible");
  const isName = trouble === "tls-name" || rules.some(({ key }) => key === "means.other-name");
  const isPlain = trouble === "tls-protocol" || rules.some(({ key }) => key === "means.tls");
  if (!isName && !isPlain) return;
  for (const { text } of evidence.words) {
    const [, host = "", port = ""] = /\bhttps:\/\/(?:[^@/\s]*@)?(\[[^\]]+\]|[^:/?#\s]+)(?::(\d+))?/i.exec(text) ?? [];
    if (isName && /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/.test(host)) evidence.facts.add("by-address");
    if (isPlain && plainPorts.test(port)) evidence.facts.add("plain-port");
  }
}

/** Whether a certificate was refused for want of somebody who vouches for it. */
export function isUntrusted({ symptom: { trouble, status }, program }: Evidence, { rules }: MessageReading): boolean {
  if (trouble === "tls-untrusted" || rules.some(({ key }) => key === "means.untrusted" || key === "means.certificate"))
    return true;
  return (program === "curl" && status === 60) || (program === "wget" && status === 5);
}
