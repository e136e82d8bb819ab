/** `dscript inject proxy`: the fault proxy by itself, until it is ended. */

import { exitCode } from "../../engine/index.ts";
import { readBehaviour, serveProxy } from "../../injection/index.ts";
import { refuseWords, tell } from "../language.ts";
import type { ParsedOptions } from "../options.ts";
import { write } from "../terminal.ts";

export async function runProxy(options: ParsedOptions): Promise<number> {
  const listen = addressOf(options.value("listen") ?? "127.0.0.1:0");
  const to = addressOf(options.value("to") ?? "");
  if (listen === undefined) return refuseWords("--listen takes HOST:PORT", "for example: --listen 127.0.0.1:0");
  if (to === undefined) return refuseWords("proxy needs --to HOST:PORT", "for example: --to 127.0.0.1:8080");
  const words = [
    ...["latency", "reset", "bandwidth", "status", "fail-first"].flatMap((name) => {
      const value = options.value(name);
      return value === undefined ? [] : [`${name}=${value}`];
    }),
    ...["refuse", "silent"].filter((name) => options.has(name)),
  ];
  const behaviour = words.length === 0 ? {} : readBehaviour(words.join(" "));
  if (typeof behaviour === "string") return refuseWords(behaviour, "for example: --latency 300ms --fail-first 2");
  try {
    const proxy = await serveProxy({ ...listen, to, behaviour });
    write(1, `${proxy.host}:${proxy.port}\n`);
    await new Promise<void>((resolve) => {
      for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
    });
    await proxy.close();
    return exitCode.ok;
  } catch (thrown) {
    const code = (thrown as NodeJS.ErrnoException).code ?? "EIO";
    tell(
      `dscript: ${listen.host}:${listen.port} cannot be listened on: ${code}\n  take another port, or 0 for a free one\n`,
    );
    return exitCode.usage;
  }
}

function addressOf(text: string): { readonly host: string; readonly port: number } | undefined {
  const [, host = "", port] = /^\[?([^\s[\]]+?)\]?:(\d{1,5})$/.exec(text) ?? [];
  const number = Number(port);
  return host !== "" && number <= 65_535 ? { host, port: number } : undefined;
}
