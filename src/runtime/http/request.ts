/** A call to a web server, from its URL to its answer: redirects are followed, and its time is bounded. */

import { type IncomingMessage, STATUS_CODES } from "node:http";
import { Refusal } from "../files/refusal.ts";
import type { ScriptFlow } from "../flow.ts";
import { processesOf } from "../processes/processes.ts";
import { waitIn } from "../processes/wait-in.ts";
import type { Run } from "../run.ts";
import { textOfBody, wholeBody } from "./body.ts";
import type { Content } from "./content.ts";
import { exchange, type Question } from "./exchange.ts";
import { answerHeaders, readHeaders, withoutPersonal } from "./headers.ts";
import { noteCall, type PendingCall } from "./pending.ts";
import { HttpResponse } from "./response.ts";
import { checkLimit, Session } from "./session.ts";
import { readTarget, type Target } from "./target.ts";
import { NetworkRefusal } from "./trouble.ts";

/** What a script asks for. */
export interface Wish {
  readonly method: string;
  readonly url: string;
  readonly body: Content | null;
  readonly headers: ReadonlyMap<string, string>;
  /** Milliseconds for all of it. */
  readonly timeout: number;
  /** What the answer may be packed with. */
  readonly encodings: string;
}

const mostRedirects = 10;

/** The whole answer, whatever its status. */
export async function ask(run: Run, flow: ScriptFlow, wish: Wish): Promise<HttpResponse> {
  return withAnswer(run, flow, wish, async (session, answer, url) => {
    const bytes = await wholeBody(session, answer, url.host);
    return new HttpResponse({
      status: answer.statusCode ?? 0,
      headers: answerHeaders(answer.headers),
      text: textOfBody(bytes, answer.headers["content-type"] ?? ""),
      url: url.href,
    });
  });
}

/** What `use` makes of the answer, whose body has not been read; all of it within the wish's time, and given up where the script is stopped. */
export async function withAnswer<T>(
  run: Run,
  flow: ScriptFlow,
  wish: Wish,
  use: (session: Session, answer: IncomingMessage, url: URL) => Promise<T>,
): Promise<T> {
  const first = questionOf(wish);
  const session = new Session(checkLimit(wish.timeout));
  const { call, end } = noteCall(run, first.url);
  const work = (async () => {
    const [answer, url] = await followed(session, first, flow, call);
    return use(session, answer, url);
  })();
  try {
    return await waitIn(processesOf(run), flow, work);
  } finally {
    session.end();
    end();
    work.catch(() => {});
  }
}

function questionOf({ method, url: text, body, headers: given, encodings }: Wish): Question {
  if (!/^[A-Z]+$/.test(method) || method === "CONNECT" || method === "TRACE")
    throw new Refusal(
      "ArgumentFault",
      `${JSON.stringify(method)} is no method: GET, POST, PUT, …, in upper case`,
      "EINVAL",
      "method",
    );
  const { url, authorization }: Target = readTarget(text);
  const headers = readHeaders(given);
  const usual = { accept: "*/*", "accept-encoding": encodings, "user-agent": "dscript" };
  for (const [name, value] of Object.entries(usual)) if (!headers.has(name)) headers.set(name, value);
  if (authorization !== undefined && !headers.has("authorization")) headers.set("authorization", authorization);
  if (body !== null && !headers.has("content-type")) headers.set("content-type", "text/plain; charset=utf-8");
  return { method, url, headers, body };
}

async function followed(
  session: Session,
  first: Question,
  flow: ScriptFlow,
  call: PendingCall,
): Promise<readonly [answer: IncomingMessage, url: URL]> {
  let question = first;
  for (let count = 0; ; count += 1) {
    call.url = question.url;
    const answer = await exchange(session, question, flow.environment);
    const next = redirected(question, answer);
    if (next === null) return [answer, question.url];
    answer.destroy();
    if (count === mostRedirects)
      throw new NetworkRefusal(
        "NetworkFault",
        `more than ${mostRedirects} redirects in a row, the last one to ${JSON.stringify(next.url.href)}`,
        { trouble: "redirect" },
      );
    question = next;
  }
}

/** Where a redirect leads; null where the answer is none (RFC 9110, 15.4). */
function redirected(question: Question, answer: IncomingMessage): Question | null {
  const status = answer.statusCode ?? 0;
  const { location } = answer.headers;
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null;
  const { url } = question;
  const refuse = (why: string): NetworkRefusal =>
    new NetworkRefusal("NetworkFault", `the redirect to ${JSON.stringify(location)} is not followed: ${why}`, {
      trouble: "redirect",
    });
  const next = URL.canParse(location, url.href) ? new URL(location, url.href) : null;
  if (next === null) throw refuse("it leads nowhere");
  if (next.protocol !== "https:" && next.protocol !== "http:") throw refuse("it leads to neither http nor https");
  if (url.protocol === "https:" && next.protocol === "http:")
    throw refuse("it leads from https to http, where everybody can read along");
  if (next.username !== "" || next.password !== "") throw refuse("it brings a user and password along");
  next.hash = "";
  const headers =
    next.host === url.host && next.protocol === url.protocol
      ? new Map(question.headers)
      : withoutPersonal(question.headers);
  const keeps = status === 307 || status === 308 || question.method === "GET" || question.method === "HEAD";
  if (keeps) return { ...question, url: next, headers };
  for (const name of headers.keys()) if (name.startsWith("content-")) headers.delete(name);
  return { method: "GET", url: next, headers, body: null };
}

/** The refusal of an answer that tells of a failure. */
export function answered(response: HttpResponse): NetworkRefusal {
  const { status, text, headers } = response;
  const line = firstLine(text, headers.get("content-type") ?? "");
  const name = STATUS_CODES[status];
  const shown = name === undefined ? String(status) : `${status} ${name}`;
  return new NetworkRefusal(
    "HttpFault",
    line === "" ? `the server answered ${shown}` : `the server answered ${shown}: ${line}`,
    {
      answer: status,
    },
  );
}

/** What a body says first: of a page its title. */
function firstLine(text: string, type: string): string {
  const title = /html/i.test(type) ? /<title[^>]*>([^<]*)/i.exec(text.slice(0, 10_000))?.[1] : undefined;
  const line =
    (title ?? text)
      .split("\n")
      .find((each) => each.trim() !== "")
      ?.trim() ?? "";
  return line.length > 200 ? `${line.slice(0, 199)}…` : line;
}
