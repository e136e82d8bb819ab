/** Telling by webhook: one POST of JSON, redirects not followed, the answer read only to say why it was refused. */

import { rootCertificates } from "node:tls";
import type { Letter } from "./letter.ts";
import { ChannelTrouble, readCertificates, readSecret } from "./secret.ts";
import type { WebhookSettings } from "./settings.ts";

/** Characters of a refusal's body that are shown, and bytes that are read of it. */
const longestAnswer = 200;
const mostRead = 4096;

/** Sends a letter; throws what keeps it from being taken: a status from 300 on, too. */
export async function sendWebhook(
  settings: WebhookSettings,
  letter: Letter,
  environment: ReadonlyMap<string, string>,
  milliseconds: number,
): Promise<void> {
  const url = addressOf(settings.url, environment);
  const body = Buffer.from(letter.json, "utf8");
  const headers: Record<string, string | number> = {
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": "dscript",
    ...settings.headers,
    "Content-Length": body.length,
  };
  if (settings.token !== undefined)
    headers["Authorization"] = `Bearer ${readSecret(settings.token, "the webhook's token", environment)}`;
  if (settings.secret !== undefined) {
    const secret = readSecret(settings.secret, "the webhook's secret", environment);
    const { createHmac } = await import("node:crypto");
    headers["X-Dscript-Signature"] = `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
  }
  const ca = settings.caFile === undefined ? {} : { ca: [...rootCertificates, readCertificates(settings.caFile)] };
  const { request } = url.protocol === "http:" ? await import("node:http") : await import("node:https");
  const options = { method: "POST", headers, agent: false, ...ca } as const;
  await new Promise<void>((resolve, reject) => {
    const asked = request(url, options, (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 200 && status < 300) {
        asked.destroy();
        return resolve();
      }
      let text = "";
      const refuse = (): void => {
        asked.destroy();
        reject(new ChannelTrouble(refusal(status, answer.headers.location !== undefined, text)));
      };
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => {
        text += part;
        if (text.length > mostRead) refuse();
      });
      answer.on("end", refuse);
      answer.on("error", refuse);
    });
    asked.setTimeout(milliseconds, () => asked.destroy(new ChannelTrouble("the receiver did not answer in time")));
    asked.on("error", reject);
    asked.end(body);
  });
}

/** The address as messages name it: its path may be a secret. */
export function placeOfWebhook(settings: WebhookSettings): string {
  if (typeof settings.url === "string") return new URL(settings.url).origin;
  return "env" in settings.url ? `the address in ${settings.url.env}` : `the address in ${settings.url.file}`;
}

function addressOf(source: WebhookSettings["url"], environment: ReadonlyMap<string, string>): URL {
  const text = typeof source === "string" ? source : readSecret(source, "the webhook's address", environment).trim();
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.protocol === "http:" || url.protocol === "https:") return url;
  }
  throw new ChannelTrouble("the webhook's address is no http:// or https:// address");
}

function refusal(status: number, isMoved: boolean, text: string): string {
  if (isMoved) return `the receiver answered ${status}: redirects are not followed (name the address that it leads to)`;
  const line = text.split("\n", 1)[0]?.trim() ?? "";
  const says = line === "" ? "" : `: ${line.slice(0, longestAnswer)}`;
  return `the receiver answered ${status}${says}`;
}
