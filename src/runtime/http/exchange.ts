/** One request and the head of its answer, over a connection of its own. */

import { type IncomingMessage, request } from "node:http";
import type { Environment } from "../flow.ts";
import { connectTo } from "./connect.ts";
import type { Content } from "./content.ts";
import type { Headers } from "./headers.ts";
import { proxyFor } from "./proxy.ts";
import type { Session } from "./session.ts";
import { brokenOff, NetworkRefusal } from "./trouble.ts";

/** What is asked of a host. */
export interface Question {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Content | null;
}

/** Asks; the answer's body has not been read yet. */
export async function exchange(
  session: Session,
  question: Question,
  environment: Environment,
): Promise<IncomingMessage> {
  const { method, url, headers, body } = question;
  const proxy = proxyFor(url, environment);
  const socket = await connectTo(session, url, proxy, environment);
  const host = url.host;
  session.enter(`sending the request to ${JSON.stringify(host)}`);
  const isRelayed = proxy !== null && url.protocol === "http:";
  const lines: Record<string, string | number> = { host, ...Object.fromEntries(headers) };
  if (isRelayed && proxy.authorization !== undefined) lines["proxy-authorization"] = proxy.authorization;
  if (body !== null) lines["content-length"] = body.size;
  const asking = session.own(
    request({
      createConnection: () => socket,
      method,
      path: isRelayed ? url.href : `${url.pathname}${url.search}`,
      setHost: false,
      headers: lines,
    }),
  );
  const answer = await session.within(
    new Promise<IncomingMessage>((done, failed) => {
      asking.once("response", done);
      asking.once("upgrade", () => failed(strange(host, "101 Switching Protocols, which nobody asked for")));
      asking.on("error", (thrown) => failed(brokenOff(thrown, host, null)));
      asking.once("finish", () => session.enter(`waiting for the answer of ${JSON.stringify(host)}`));
      if (body === null) asking.end();
      else body.send(asking);
    }),
  );
  // A server may break off while nobody reads: what reads then is told.
  answer.on("error", () => {});
  return session.own(answer);
}

function strange(host: string, what: string): NetworkRefusal {
  return new NetworkRefusal("NetworkFault", `${JSON.stringify(host)} answers ${what}`, { trouble: "protocol" });
}
