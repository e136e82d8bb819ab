// Ports of loopback for servers that tests start, stop and start again.
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:net";

/** Where the system's own choice begins. */
const rangeFile = "/proc/sys/net/ipv4/ip_local_port_range";
const lowest = 10_000;

/**
 * Ports that were free a moment ago. The system gives them to nobody who asks for any port, or connects to somewhere: another test
 * takes none of them by chance while its server is down.
 */
export async function freePorts(count: number): Promise<readonly number[]> {
  const first = existsSync(rangeFile) ? Number.parseInt(readFileSync(rangeFile, "latin1"), 10) : 49_152;
  const above = first > lowest + 1000 ? first : 60_000;
  const servers = new Map<number, Server>();
  for (let tries = 0; servers.size < count && tries < 1000; tries += 1) {
    const port = lowest + Math.floor(Math.random() * (above - lowest));
    const server = servers.has(port) ? undefined : await listening(port);
    if (server !== undefined) servers.set(port, server);
  }
  await Promise.all([...servers.values()].map((server) => new Promise((resolve) => server.close(resolve))));
  return [...servers.keys()];
}

function listening(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
