// The other machine of the network: all other hosts live on it, some of them with the real daemons.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { networkInterfaces } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import { serveNames } from "./dns.ts";
import { gateway, type hosts, ports, served } from "./names.ts";
import { busyPostgres, listen, oddities, redis, refusingMysql, serving } from "./odd.ts";
import { answer } from "./web.ts";

const certificates = "/etc/weather/certificates";
process.on("uncaughtException", (error) => console.error(String(error)));

while (!Object.values(networkInterfaces()).some((each) => each?.some(({ address }) => address === gateway)))
  await wait(20);
await serveNames(gateway);
for (const { name, address, behaves } of served) await serveHost(name, address, behaves);
await Promise.all([files("10.77.0.10"), postgres("10.77.0.12")]);
await listen(serving(refusingMysql(false)), 3306, "10.77.0.12");
for (const [index, state] of (["full", "replica", "loading", "locked"] as const).entries())
  await listen(serving(redis(state)), 6379 + index, "10.77.0.12");
console.log("ready");

async function serveHost(name: string, address: string, behaves: (typeof hosts)[number]["behaves"]): Promise<void> {
  const odd = oddities[behaves];
  if (odd !== undefined) {
    for (const port of ports) await listen(serving(odd), port, address);
    return;
  }
  if (behaves === "busy") {
    await listen(serving(busyPostgres), 5432, address);
    await listen(serving(refusingMysql(true)), 3306, address);
    return;
  }
  if (behaves === "refuses" || name === "gw.corp.example" || name.startsWith("db")) return;
  if (behaves === "plain") {
    await listen(createServer(answer), 443, address);
    return;
  }
  await listen(createServer(answer), 80, address);
  await listen(createServer(answer), 8080, address);
  const old = { minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" } as const;
  await listen(
    createTlsServer(
      {
        key: readFileSync(`${certificates}/${name}.key`),
        cert: readFileSync(`${certificates}/${name}.pem`),
        ...(behaves === "old-tls" ? old : {}),
      },
      answer,
    ),
    443,
    address,
  );
}

/** A file server: ssh, rsync and git, with folders that are full, read-only and private. */
async function files(address: string): Promise<void> {
  const sh = (text: string): void => {
    execFileSync("sh", ["-ec", `. /opt/dscript/bench/faults/weather/functions.sh\n${text}`], { stdio: "inherit" });
  };
  sh(`mkdir -p /srv/backup /srv/private /srv/git /run/sshd /home/ops/.ssh
chown ops:ops /srv/backup; chmod 700 /srv/private; echo data >/srv/backup/list.txt
full /srv/full; readonly_mount /srv/archive; echo x >/srv/private/key.pem; chmod 600 /srv/private/key.pem
cp /etc/weather/id.pub /home/ops/.ssh/authorized_keys; chown -R ops:ops /home/ops; chmod 700 /home/ops/.ssh
cp /etc/weather/host_key /run/host_key; chmod 600 /run/host_key`);
  const daemon = (program: string, ...words: readonly string[]): void => {
    if (existsSync(program)) spawn(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  };
  writeFileSync(
    "/run/sshd_config",
    `Port 22\nListenAddress ${address}\nHostKey /run/host_key\nUsePAM no\nStrictModes no\nPasswordAuthentication no\nSubsystem sftp internal-sftp\nPidFile none\n`,
  );
  daemon("/usr/sbin/sshd", "-D", "-f", "/run/sshd_config");
  writeFileSync(
    "/run/rsyncd.conf",
    `uid = ops\ngid = ops\nuse chroot = no
[backup]\npath = /srv/backup\nread only = no
[archive]\npath = /srv/backup\nread only = yes
[full]\npath = /srv/full\nread only = no
[gone]\npath = /srv/none\n
[secret]\npath = /srv/backup\nauth users = backup\nsecrets file = /run/rsyncd.secrets\n`,
  );
  writeFileSync("/run/rsyncd.secrets", "backup:right-one\n", { mode: 0o600 });
  daemon("/usr/bin/rsync", "--daemon", "--no-detach", `--address=${address}`, "--config=/run/rsyncd.conf");
  if (existsSync("/usr/bin/git")) {
    sh(`cd /srv/git; export HOME=/root GIT_CONFIG_NOSYSTEM=1; git init -q --bare -b main app.git
git init -q -b main /tmp/seed; cd /tmp/seed; echo hi >README; git add README
git -c user.name=a -c user.email=a@b.example commit -q -m first; git push -q /srv/git/app.git main`);
    daemon("/usr/bin/git", "daemon", "--export-all", "--base-path=/srv/git", `--listen=${address}`, "--reuseaddr");
  }
  await wait(300);
}

/** A real PostgreSQL server, where there is one. */
async function postgres(address: string): Promise<void> {
  const bin = ["17", "16", "15", "14", "13"].map((each) => `/usr/lib/postgresql/${each}/bin`).find(existsSync);
  if (bin === undefined) return;
  mkdirSync("/run/pg", { mode: 0o777 });
  const as = ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"];
  execFileSync("chown", ["postgres:", "/run/pg"]);
  execFileSync("setpriv", [...as, `${bin}/initdb`, "-D", "/run/pg/data", "-A", "trust", "--no-sync", "--locale=C"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  writeFileSync(
    "/run/pg/data/pg_hba.conf",
    "local all all trust\nhost all locked 10.77.0.0/24 scram-sha-256\nhost secretdb all 10.77.0.0/24 reject\nhost all all 10.77.0.0/24 trust\n",
  );
  spawn(
    "setpriv",
    [...as, `${bin}/postgres`, "-D", "/run/pg/data", "-h", address, "-k", "/run/pg", "-c", "fsync=off", "-F"],
    {
      stdio: ["ignore", "ignore", "ignore"],
    },
  );
  const sql = `create table orders (id int primary key, name text not null, amount numeric(6,2));
insert into orders values (1, 'web', 10);
create role app login; create role locked login password 'right-one';
create role reader login; grant select on orders to reader; grant all on orders to app; create database shop;`;
  for (let attempt = 0; attempt < 50; attempt++) {
    try {
      execFileSync(`${bin}/psql`, ["-h", "/run/pg", "-U", "postgres", "-qX", "-c", "select 1"], { stdio: "ignore" });
      break;
    } catch {
      await wait(100);
    }
  }
  execFileSync(`${bin}/psql`, ["-h", "/run/pg", "-U", "postgres", "-qX"], {
    input: sql,
    stdio: ["pipe", "ignore", "inherit"],
  });
}
