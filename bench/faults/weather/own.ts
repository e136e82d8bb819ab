// The services that the machine of the cases has itself, on loopback: a web server, and one whose certificate has expired.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { listen, oddities, redis, serving } from "./odd.ts";
import { answer } from "./web.ts";

const folder = process.argv[2] ?? "";
process.on("uncaughtException", (error) => console.error(String(error)));

await listen(createServer(answer), 8080, "127.0.0.1");
await listen(
  createTlsServer(
    { key: readFileSync(`${folder}/localhost.key`), cert: readFileSync(`${folder}/localhost.pem`) },
    answer,
  ),
  8443,
  "127.0.0.1",
);
await listen(serving(redis("full")), 6379, "127.0.0.1");
await listen(serving(redis("loading")), 6380, "127.0.0.1");
for (const [behaviour, port] of [
  ["silent", 7001],
  ["resets", 7002],
  ["closes", 7003],
  ["garbage", 7004],
] as const) {
  const odd = oddities[behaviour];
  if (odd !== undefined) await listen(serving(odd), port, "127.0.0.1");
}
console.log("ready");
