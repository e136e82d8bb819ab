/** The shipped table: its form, and facts that operators would notice if they were wrong. */

import { describe, expect, it } from "vitest";
import {
  answersOf,
  commandTable,
  innerCommand,
  isAnswer,
  isReadOnly,
  meaningOf,
  readerGone,
  shippedCommands,
  takesValue,
  withRows,
} from "../../src/commands/index.ts";
import { families } from "../../src/commands/rows/index.ts";

const reads = (line: string): boolean => {
  const argv = line.split(" ");
  return isReadOnly(shippedCommands.find(argv[0] ?? ""), argv);
};
const answers = (line: string): unknown => {
  const argv = line.split(" ");
  return answersOf(shippedCommands.find(argv[0] ?? ""), argv);
};

describe("the shipped table", () => {
  const all = families.flatMap(([, family]) => family().rows);

  it("has at least 200 programs, each once", () => {
    const names = all.map((row) => row.name);
    expect(names.length).toBeGreaterThanOrEqual(200);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(shippedCommands.rows.length).toBe(names.length);
  });

  it("has sound rows, each with its source", () => {
    for (const row of shippedCommands.rows) {
      expect(row.source, row.name).toMatch(/^\S+\(\d\), .+/);
      for (const option of row.valueOptions ?? []) expect(option, row.name).toMatch(/^--?[\w@]\S*$/);
      expect(new Set(row.valueOptions).size, row.name).toBe(row.valueOptions?.length ?? 0);
      expect(row.effect === "depends", row.name).toBe(row.changesWith !== undefined || row.readsWith !== undefined);
      for (const pattern of [...(row.changesWith ?? []), ...(row.readsWith ?? [])])
        expect(pattern, row.name).toMatch(/^\S+( \S+)*$/);
      for (const status of Object.keys(row.statuses ?? {})) expect(Number(status), row.name).toBeLessThan(256);
      if (row.plain === true) expect(row.valueOptions, row.name).toBeUndefined();
    }
  });

  it("has a family's rows in order, so that a reader finds them", () => {
    for (const [title, family] of families) {
      const names: readonly string[] = family().rows.map((row) => row.name.toLowerCase());
      expect(names, title).toEqual(names.toSorted());
    }
  });
});

describe("what changes something", () => {
  it.each([
    "cat f",
    "grep -i a f",
    "sed s/a/b/ f",
    "sed -n -e s/-i/x/ f",
    "sed -e -i f",
    "find . -name *.log",
    "find . -name -delete",
    "git status",
    "git log -p",
    "git branch",
    "git -C /x status",
    "git -C push status",
    "git diff --stat",
    "git remote -v",
    "git stash list",
    "git config user.name",
    "tar -tf a.tar",
    "tar tvf a.tar",
    "tar -c -f - dir",
    "tar -df a.tar",
    "systemctl status nginx",
    "systemctl --no-pager is-active nginx",
    "systemctl -H web status nginx",
    "mount",
    "mount -t ext4",
    "sort f",
    "sort -k 2 f",
    "curl -s http://h/",
    "curl -H X-A:-o http://h/",
    "dd if=/dev/zero count=1",
    "tee",
    "date +%s",
    "date -d tomorrow",
    "gzip",
    "gzip -c f",
    "gzip -9c f",
    "zcat f",
    "ip addr",
    "ip -br link show dev eth0",
    "ip r",
    "kill -0 12",
    "kill -l",
    "crontab -l",
    "crontab -u bob -l",
    "docker ps -a",
    "docker container ls",
    "kubectl -n prod get pods",
    "kubectl rollout status deploy/x",
    "iptables -nvL",
    "iptables -t nat -L",
    "rsync -an a b",
    "rsync --dry-run a b",
    "wget -qO- http://h/",
    "wget --spider http://h/",
    "uniq f",
    "hostname",
    "hostname -f",
    "apt list",
    "apt-get -s install x",
    "dpkg -l",
    "rpm -qa",
    "service nginx status",
    "sysctl -a",
    "sysctl vm.swappiness",
    "swapon --show",
    "lvs",
    "openssl x509 -in c.pem -noout",
    "openssl s_client -connect h:443",
    "unzip -l a.zip",
    "nginx -t",
    "virsh list --all",
    "make -n",
    "xxd f",
    "7z l a.7z",
    "env",
    "ar t lib.a",
    "passwd -S bob",
    "fsck -N /dev/sdz",
    "tmux ls",
    "stty -a",
    "stty size",
    "stty",
    "ip a s",
    "ip route show table all",
    "ip -4 addr list",
    "ip netns",
    "ip netns identify 12",
    "ip xfrm state",
    "ip xfrm policy list",
    "ip mptcp endpoint show",
    "bridge fdb show",
    "nmcli",
    "nmcli c s",
    "nmcli connection show web",
    "nmcli dev wifi list",
    "nmcli device wifi",
    "nmcli -t -f NAME connection show --active",
    "nmcli radio wifi",
    "systemctl",
    "systemctl --failed",
    "loginctl",
    "networkctl",
    "resolvectl",
    "firewall-cmd --state",
    "firewall-cmd --list-all",
    "firewall-cmd --zone public --query-port=80/tcp",
    "aws s3api get-bucket-acl --bucket b",
    "git symbolic-ref HEAD",
    "git branch -a",
    "ethtool eth0",
    "ethtool --show-eee eth0",
    "journalctl -u web",
  ])("is not: %s", (line) => {
    expect(reads(line)).toBe(true);
  });

  it.each([
    "rm f",
    "cp a b",
    "sed -i s/a/b/ f",
    "sed -ni s/a/b/ f",
    "sed -i.bak s/a/b/ f",
    "sed --in-place=.bak s/a/b/ f",
    "find . -name x -delete",
    "find . -exec rm {} ;",
    "find . -fprint out",
    "git push",
    "git commit -m x",
    "git branch new",
    "git branch -d old",
    "git -C /x push",
    "git stash",
    "git remote add o u",
    "git config user.name x",
    "git tag v1",
    "tar -xf a.tar",
    "tar xzf a.tar",
    "tar cf a.tar dir",
    "tar -czf a.tar.gz dir",
    "systemctl restart nginx",
    "systemctl -q stop nginx",
    "systemctl daemon-reload",
    "mount /dev/sdb1 /mnt",
    "mount -a",
    "mount -o remount,rw /",
    "umount /mnt",
    "sort -o f f",
    "sort -of f",
    "sort --output=f f",
    "curl -o f http://h/",
    "curl -so f http://h/",
    "curl -O http://h/f",
    "curl -X DELETE http://h/",
    "curl -d a=b http://h/",
    "dd if=a of=b",
    "tee f",
    "tee -a f",
    "date -s 12:00",
    "date 010112002026",
    "gzip f",
    "gunzip f.gz",
    "xz -9 f",
    "ip link set eth0 down",
    "ip addr add 10.0.0.1/8 dev eth0",
    "ip route del default",
    "kill 12",
    "kill -9 12",
    "crontab f",
    "crontab -",
    "crontab -r",
    "docker run x",
    "docker rm x",
    "docker compose up",
    "kubectl apply -f x",
    "kubectl -n prod delete pod p",
    "iptables -A INPUT -j DROP",
    "iptables -F",
    "rsync -a a b",
    "wget http://h/f",
    "uniq a b",
    "hostname web1",
    "apt install x",
    "apt-get update",
    "dpkg -i x.deb",
    "rpm -i x.rpm",
    "service nginx restart",
    "sysctl -w vm.swappiness=1",
    "swapon -a",
    "lvcreate -n x vg",
    "openssl x509 -in c -out d",
    "unzip a.zip",
    "nginx -s reload",
    "nginx",
    "virsh shutdown vm",
    "make",
    "make all",
    "xxd -r a b",
    "mytool --help",
    "./grep x",
    "python3 x.py",
    "ssh h ls",
    "psql -c x",
    "fsck /dev/sdz",
    "e2label /dev/sdz new",
    "sysctl vm.swappiness=1",
    "ip link s eth0 up",
    "ip xfrm state flush",
    "ip xfrm policy add dir out",
    "ip mptcp endpoint add 10.0.0.1",
    "ip link property add dev eth0 altname x",
    "ip addr show dev eth0 -batch f",
    "bridge fdb add x",
    "nmcli con mod web ipv4.method auto",
    "nmcli connection clone a b",
    "nmcli device wifi connect ap",
    "nmcli d disconnect eth0",
    "nmcli radio wifi off",
    "nmcli general hostname web",
    "ethtool --set-eee eth0 eee on",
    "ethtool --set-priv-flags eth0 x on",
    "ethtool --reset eth0 all",
    "xmllint -o out in",
    "git branch --set-upstream-to=origin/main",
    "git branch -u origin/main",
    "git symbolic-ref -d HEAD",
    "iptables -L -Z",
    "journalctl --cursor-file c",
    "route -A inet6 add ::/0 gw fe80::1",
    "aws s3api get-object --bucket b --key k out",
    "stty -echo",
    "stty -parenb",
    "stty raw",
    "stty speed 9600",
    "firewall-cmd --add-port=80/tcp",
    "firewall-cmd --permanent --zone=public --remove-service=ssh",
    "systemctl edit web",
  ])("is: %s", (line) => {
    expect(reads(line)).toBe(false);
  });
});

describe("what is an answer", () => {
  it.each([
    ["grep -q a f", [0, 1]],
    ["test -f x", [0, 1]],
    ["diff a b", [0, 1]],
    ["cmp a b", [0, 1]],
    ["cp a b", "none"],
    ["mv a b", "none"],
    ["rm a", "none"],
    ["cd a", "none"],
    ["mkdir lock", "none"],
    ["mount /dev/sdb1 /mnt", "none"],
    ["rsync -a a b", "none"],
    ["curl -fsS http://h/", "any"],
    ["curl -o f http://h/", "none"],
    ["curl -so /dev/null http://h/", "any"],
    ["systemctl is-active nginx", "any"],
    ["dnf check-update", [100, 100]],
    ["terraform plan -detailed-exitcode", [2, 2]],
    ["qemu-img check d.qcow2", [2, 3]],
    ["inotifywait -t 3 f", [2, 2]],
    ["htpasswd -vb f u p", [3, 3]],
    ["ip link show eth9", "any"],
    ["ip link add x type dummy", "none"],
    ["firewall-cmd --query-port=80/tcp", [1, 1]],
    ["systemctl restart nginx", "none"],
    ["git diff --quiet", [0, 1]],
    ["git push", "none"],
    ["tar -df a.tar", [0, 1]],
    ["tar -xf a.tar", "none"],
    ["gzip -t f.gz", "any"],
    ["service nginx status", "any"],
    ["service nginx start", "none"],
    ["pgrep nginx", [0, 1]],
    ["ping -c1 h", [0, 1]],
    ["ssh h test -f x", [0, 254]],
    ["getent passwd bob", [2, 2]],
    ["dpkg -s x", [0, 1]],
    ["mytool", "any"],
    ["pg_dump app", "none"],
    ["pg_isready", [0, 2]],
    ["iptables -C INPUT -j DROP", [0, 1]],
  ])("of %s: %j", (line, expected) => {
    expect(answers(line)).toEqual(expected);
  });

  it("is 0 always, and what lies in the range", () => {
    const grep = shippedCommands.find("grep");
    expect([0, 1, 2, 130].map((status) => isAnswer(grep, status))).toEqual([true, true, false, false]);
    expect([0, 1].map((status) => isAnswer(shippedCommands.find("cp"), status))).toEqual([true, false]);
    expect([0, 1, 2, 3].map((status) => isAnswer(shippedCommands.find("getent"), status))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(isAnswer(shippedCommands.find("mytool"), 77)).toBe(true);
    expect(isAnswer(shippedCommands.find("tar"), 1, ["tar", "-df", "a.tar"])).toBe(true);
    expect(isAnswer(shippedCommands.find("tar"), 1, ["tar", "-xf", "a.tar"])).toBe(false);
  });
});

describe("an option's value", () => {
  const takes = (name: string, option: string): boolean => takesValue(shippedCommands.find(name), option);

  it("is the next word after a listed option, alone or last in a bundle", () => {
    expect([
      takes("grep", "-e"),
      takes("grep", "--regexp"),
      takes("grep", "-ie"),
      takes("sort", "-ro"),
      takes("curl", "-sSo"),
      takes("tar", "-xzf"),
      takes("find", "-name"),
      takes("openssl", "-out"),
    ]).toEqual(Array(8).fill(true));
  });

  it("is not where the option holds it already, takes none, or is unknown", () => {
    expect([
      takes("grep", "--regexp=a"),
      takes("grep", "-ei"),
      takes("grep", "-eo"),
      takes("grep", "-i"),
      takes("grep", "--color"),
      takes("grep", "e"),
      takes("grep", "-"),
      takes("grep", "--"),
      takes("rm", "-rf"),
      takes("sed", "-i"),
      takes("find", "-delete"),
      takes("mytool", "-o"),
    ]).toEqual(Array(12).fill(false));
  });

  it("does not come from a bundle where single-dash words are options", () => {
    expect(takes("find", "-xD")).toBe(false);
    expect(takes("openssl", "-nokey")).toBe(false);
  });

  it("is not assumed of options that take one in some subcommands only", () => {
    expect([takes("git", "-m"), takes("docker", "-v"), takes("kubectl", "-f")]).toEqual([false, false, false]);
  });
});

describe("statuses", () => {
  it("tell of a reader that went away", () => {
    expect([
      readerGone(shippedCommands.find("curl"), 23),
      readerGone(shippedCommands.find("curl"), 7),
      readerGone(shippedCommands.find("cat"), 1),
    ]).toEqual([true, false, false]);
  });

  it("say what the manual page says", () => {
    expect(meaningOf(shippedCommands, ["rsync"], 23)?.meaning).toEqual({
      says: "a part was not transferred because of an error",
      speaksFor: ["User", "System", "External"],
    });
    expect(meaningOf(shippedCommands, ["curl"], 6)?.meaning.speaksFor?.[0]).toBe("External");
    expect(meaningOf(shippedCommands, ["cat"], 9)).toBeUndefined();
    const wrapped = (line: string, status: number) => meaningOf(shippedCommands, line.split(" "), status)?.row.name;
    expect(wrapped("timeout 5 curl -s http://a.example", 124)).toBe("timeout");
    expect(wrapped("timeout 5 curl -s http://a.example", 6)).toBe("curl");
    expect(wrapped("nice flock -xn /run/lock true", 1)).toBe("flock");
    // Without -n and -w it waits, and the status is the command's; so is 1 of sudo.
    expect(wrapped("flock /run/lock true", 1)).toBeUndefined();
    expect(wrapped("sudo -u app true", 1)).toBeUndefined();
    expect(wrapped("sudo -l", 1)).toBe("sudo");
  });
});

describe("a table", () => {
  it("finds programs by name and by a standard folder, and no others", () => {
    expect(shippedCommands.has("/usr/bin/grep")).toBe(true);
    expect(shippedCommands.find("/bin/grep").name).toBe("grep");
    expect([
      shippedCommands.has("./grep"),
      shippedCommands.has("/opt/x/grep"),
      shippedCommands.has("constructor"),
      shippedCommands.has(""),
    ]).toEqual(Array(4).fill(false));
    expect(shippedCommands.find("mytool")).toMatchObject({ name: "mytool", effect: "changes", answers: "any" });
  });

  it("takes users' rows over its own, and keeps what they do not say", () => {
    const table = withRows(shippedCommands, [
      { name: "mytool", effect: "reads", answers: [0, 3] },
      { name: "rsync", answers: "any", statuses: { 99: { says: "ours" } } },
      { name: "git", answers: "any" },
    ]);
    expect(isReadOnly(table.find("mytool"), ["mytool"])).toBe(true);
    expect(isAnswer(table.find("mytool"), 3)).toBe(true);
    expect(table.find("rsync")).toMatchObject({ answers: "any", effect: "depends", source: "dscript.yaml" });
    expect([meaningOf(table, ["rsync"], 99)?.meaning.says, meaningOf(table, ["rsync"], 12)?.meaning.says]).toEqual([
      "ours",
      "an error in the protocol's data stream",
    ]);
    expect(isAnswer(table.find("git"), 128, ["git", "diff"])).toBe(true);
    expect(shippedCommands.has("mytool")).toBe(false);
    expect([table.has("mytool"), table.has("nothing"), table.rows.length]).toEqual([
      true,
      false,
      shippedCommands.rows.length + 1,
    ]);
    expect(commandTable([]).rows).toEqual([]);
  });

  it("knows the command behind others", () => {
    const inner = (line: string): string => innerCommand(shippedCommands, line.split(" ")).argv.join(" ");
    expect(inner("sudo -u app grep -q a f")).toBe("grep -q a f");
    expect(inner("env -u X LC_ALL=C sort -o f f")).toBe("sort -o f f");
    expect(inner("sudo nice -n 5 timeout -k 1 5 tar -tf a")).toBe("tar -tf a");
    expect(inner("grep -q a f")).toBe("grep -q a f");
    expect(inner("sudo -l")).toBe("sudo -l");
    expect(inner("xargs -n 1 rm -f")).toBe("rm -f");
  });
});
