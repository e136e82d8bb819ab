/** Why a connection to a syslog receiver failed, in words, with the next step. */

import { errnoByName } from "../../records/index.ts";
import { ChannelError } from "./channel.ts";
import { localError } from "./local-channel.ts";
import type { SyslogTarget } from "./target.ts";

const known: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nobody listens at that port (start the receiver, or name its port)",
  ECONNRESET: "the receiver broke the connection",
  EPIPE: "the receiver broke the connection",
  ETIMEDOUT: "it does not answer",
  ENETUNREACH: "there is no network to it",
  EHOSTUNREACH: "there is no route to it",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by itself (name it, or its CA: ca=FILE)",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate comes from a CA that is not trusted here (name the CA: ca=FILE)",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate comes from a CA that is not trusted here (name the CA: ca=FILE)",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate comes from a CA that is not trusted here (name the CA: ca=FILE)",
  CERT_HAS_EXPIRED: "its certificate has expired (renew it, or see this host's clock)",
  CERT_NOT_YET_VALID: "its certificate is not valid yet (see this host's clock)",
  EPROTO: "it does not speak TLS as it should (is this its TLS port?)",
};

/** What an error of a connection means. */
export function streamError(error: Error, target: SyslogTarget): ChannelError {
  if (error instanceof ChannelError) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (target.way === "local") return localError(code);
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return new ChannelError(
      code,
      `its certificate is for another name: ${nameIn(error)} (name the one that it carries: peer=NAME)`,
    );
  // OpenSSL tells in its own words what a peer objects to.
  if (code.startsWith("ERR_SSL_TLSV1") || code.startsWith("ERR_SSL_SSLV3") || /alert/i.test(code))
    return new ChannelError(code, "it refuses this side's certificate, or asks for one (cert=FILE and key=FILE)");
  if (code.startsWith("ERR_SSL_")) return new ChannelError(code, known["EPROTO"] ?? "");
  if (target.way === "tls" && (code === "ECONNRESET" || code === "EPIPE"))
    return new ChannelError(code, `the receiver broke the connection (${certificateHint(target)})`);
  return new ChannelError(code, known[code] ?? errnoByName(code)?.text ?? error.message);
}

function nameIn(error: Error): string {
  return /altnames: (.*)$/.exec(error.message)?.[1] ?? error.message;
}

function certificateHint({ cert }: SyslogTarget): string {
  return cert === undefined
    ? "does it ask for a certificate? cert=FILE and key=FILE name one"
    : "does it take this side's certificate? its own log says";
}
