/** Telling by mail: one message through an SMTP server, with nodemailer, which is loaded only then. */

import { rootCertificates } from "node:tls";
import type { Letter } from "./letter.ts";
import { ChannelTrouble, readCertificates, readSecret } from "./secret.ts";
import type { MailSettings } from "./settings.ts";

/** Sends a letter; throws what keeps it from being taken by the server. `milliseconds` bounds each step. */
export async function sendMail(
  settings: MailSettings,
  letter: Letter,
  environment: ReadonlyMap<string, string>,
  milliseconds: number,
): Promise<void> {
  const { user, password, secure, requireTls, caFile } = settings;
  const auth =
    user === undefined || password === undefined
      ? {}
      : { auth: { user, pass: readSecret(password, "the mail server's password", environment) } };
  const ca = caFile === undefined ? {} : { ca: [...rootCertificates, readCertificates(caFile)] };
  const { createTransport } = await import("nodemailer");
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure,
    name: helloName(letter.host),
    requireTLS: requireTls,
    // Encrypted to whoever answers is better than not at all (RFC 7435); who must be sure says `require_tls`.
    opportunisticTLS: !secure && !requireTls,
    tls: { rejectUnauthorized: secure || requireTls, ...ca },
    ...auth,
    connectionTimeout: milliseconds,
    greetingTimeout: milliseconds,
    socketTimeout: milliseconds,
    dnsTimeout: milliseconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const sent = await transport.sendMail({
      from: settings.from ?? `dscript@${helloName(letter.host)}`,
      to: [...settings.to],
      subject: `${settings.subjectPrefix} ${letter.subject}`.trim(),
      text: letter.text,
      headers: { "Auto-Submitted": "auto-generated", "X-Dscript-Run": letter.runId },
    });
    const refused = sent.rejected.map(String);
    if (refused.length > 0)
      throw new ChannelTrouble(`the server took it for others, but refused ${refused.join(", ")}`);
  } finally {
    transport.close();
  }
}

/** A name for the greeting; a host whose name is none greets as localhost. */
function helloName(host: string): string {
  return /^[A-Za-z0-9.-]+$/.test(host) ? host : "localhost";
}
