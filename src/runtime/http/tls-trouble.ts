/** Why a TLS connection cannot be trusted or made, with the dates and names that tell whose move it is. */

import type { TLSSocket } from "node:tls";
import type { NetworkTrouble } from "../../records/index.ts";
import { NetworkRefusal } from "./trouble.ts";

const chains: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT:
    "is signed by itself alone: add it to this host's store of certificates if it is to be believed",
  SELF_SIGNED_CERT_IN_CHAIN:
    "goes back to an authority that this host does not know: add that one's certificate to this host's store",
  UNABLE_TO_GET_ISSUER_CERT:
    "goes back to an authority that this host does not know: add that one's certificate to this host's store",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    "goes back to an authority that this host does not know: add that one's certificate to this host's store",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    "goes back to an authority that this host does not know, or came without those in between: add the authority's to this host's store, or let the server send all of them",
  CERT_REVOKED: "has been revoked",
  CERT_UNTRUSTED: "is not to be trusted for servers",
  INVALID_PURPOSE: "is not made for servers",
  CERT_SIGNATURE_FAILURE: "has a signature that is wrong",
};

/** The refusal of a connection whose certificate does not hold. */
export function untrusted(socket: TLSSocket, code: string, host: string): NetworkRefusal {
  const subject = `the certificate of ${JSON.stringify(host)}`;
  const refuse = (why: string, trouble: NetworkTrouble): NetworkRefusal =>
    new NetworkRefusal("NetworkFault", `${subject} ${why}`, { trouble });
  // An empty object where there is none.
  const certificate = socket.getPeerCertificate();
  if (code === "CERT_HAS_EXPIRED")
    return refuse(`expired on ${day(certificate.valid_to)}: the server needs a new one`, "tls-expired");
  if (code === "CERT_NOT_YET_VALID")
    return refuse(
      `is valid from ${day(certificate.valid_from)} on, and this host's clock says ${day(new Date().toISOString())}: one of them is wrong`,
      "tls-early",
    );
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || /altname|does not match/i.test(code)) {
    const names = (certificate.subjectaltname ?? "")
      .split(", ")
      .map((name) => name.replace(/^(?:DNS|IP Address):/, ""));
    const listed = names.filter((name) => name !== "");
    const shown =
      listed.length > 5 ? `${listed.slice(0, 5).join(", ")} and ${listed.length - 5} more` : listed.join(", ");
    return refuse(shown === "" ? "is for no host's name at all" : `is for other names: ${shown}`, "tls-name");
  }
  return refuse(chains[code] ?? `does not hold: ${code}`, "tls-untrusted");
}

/** The refusal of a handshake that failed; null for another failure. */
export function handshakeFailed(thrown: Error, host: string): NetworkRefusal | null {
  const said = `${"code" in thrown ? String(thrown.code) : ""} ${thrown.message}`;
  const refuse = (why: string, trouble: NetworkTrouble): NetworkRefusal =>
    new NetworkRefusal("NetworkFault", why, { trouble });
  const shown = JSON.stringify(host);
  if (
    /wrong[ _]version[ _]number|packet[ _]length[ _]too[ _]long|unknown[ _]protocol|http[ _]request|record[ _]layer[ _]failure/i.test(
      said,
    )
  )
    return refuse(
      `${shown} does not speak TLS on this port: the URL may have to begin with \`http://\``,
      "tls-protocol",
    );
  if (/unsupported[ _]protocol|protocol[ _]version|no[ _]protocols[ _]available|version[ _]too[ _]low/i.test(said))
    return refuse(`${shown} speaks no version of TLS that is still safe: TLS 1.2 or 1.3 is wanted`, "tls-protocol");
  if (/certificate[ _]required|bad[ _]certificate|handshake[ _]failure|no[ _]shared[ _]cipher|alert/i.test(said))
    return refuse(`${shown} refused the TLS handshake: ${alertOf(said)}`, "tls-protocol");
  if (/disconnected before secure|ECONNRESET|EPIPE|socket hang up/i.test(said))
    return refuse(`${shown} ended the connection within the TLS handshake`, "tls-protocol");
  return /SSL|EPROTO|TLS/.test(said)
    ? refuse(`the TLS handshake with ${shown} failed: ${alertOf(said)}`, "tls-protocol")
    : null;
}

/** OpenSSL's own words, without its file names and numbers. */
function alertOf(said: string): string {
  return (
    /(?:SSL routines|tls)[^:]*:[^:]*:([^:\n]+)/i.exec(said)?.[1]?.trim() ??
    said.replace(/\s+/g, " ").trim().slice(0, 120)
  );
}

function day(date: string): string {
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? date : time.toISOString().replace(/\.\d+Z$/, "Z");
}
