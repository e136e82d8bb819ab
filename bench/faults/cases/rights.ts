// Rights that are not there: of an ordinary user, of root without a capability, of files that cannot be run.
import { group, row, software, system, user } from "../case.ts";

const denied = /permission denied|EACCES/i;
const forbidden = /Operation not permitted|EPERM|not permitted|must be|superuser|root|permitted/i;
const closed = {
  setup: "mkdir -p /srv/closed; echo x >/srv/closed/list.csv; chmod 700 /srv/closed; chown ann:ann /srv/closed",
};
const secretFile = {
  setup: "mkdir -p /srv/pay; echo x >/srv/pay/2026.csv; chown -R ann:ann /srv/pay; chmod 600 /srv/pay/2026.csv",
};
const without = (capability: string) => ({
  as: "root" as const,
  wrap: ["setpriv", `--bounding-set=-${capability}`, `--inh-caps=-${capability}`],
});

export const rights = group("rights", [
  row("cp-etc", "cp", "other-uid", user, "cp app.conf /etc/app.conf", denied, { files: { "app.conf": "a=1\n" } }),
  row("tee-etc", "tee", "other-uid", user, "echo 10.0.0.9 cache | tee -a /etc/hosts > /dev/null", denied),
  row("mkdir-opt", "mkdir", "other-uid", user, "mkdir /opt/newapp", denied),
  row("sed-etc", "sed", "other-uid", user, "sed -i s/^#//g /etc/fstab", denied),
  row("rm-log", "rm", "other-uid", user, "rm -f /etc/hostname", denied),
  row("touch-usr", "touch", "other-uid", user, "touch /usr/local/bin/tool", denied),
  row("ln-usr", "ln", "other-uid", user, "ln -s /opt/app/run /usr/local/bin/app", denied),
  row("fopen-etc", "System.fopen", "other-uid", user, 'var f = System.fopen("/etc/motd.new", "w")', denied),
  row(
    "writeText-etc",
    "System.writeText",
    "other-uid",
    user,
    'System.writeText("/etc/cron.d/job", "0 3 * * * root /opt/job\\n")',
    denied,
  ),
  row("mkdir-call", "System.mkdir", "other-uid", user, 'System.mkdir("/var/lib/newapp")', denied),
  row("redirect-log", ">", "other-uid", user, "date > /var/log/job.log", denied),
  row("cat-shadow", "cat", "other-uid", user, "cat /etc/shadow > /dev/null", denied),
  row("cat-argv", "cat", "argv-unreadable", user, "cat ${ARGV[0]}", denied, {
    ...secretFile,
    args: ["/srv/pay/2026.csv"],
  }),
  row("grep-param", "grep", "param-unreadable", user, "param String file\ngrep -c x ${file}", denied, {
    ...secretFile,
    args: ["--file", "/srv/pay/2026.csv"],
  }),
  row("readText-argv", "System.readText", "argv-unreadable", user, "println(System.readText(ARGV[0]).length)", denied, {
    ...secretFile,
    args: ["/srv/pay/2026.csv"],
  }),
  row("ls-closed-argv", "ls", "argv-unreadable", user, "ls ${ARGV[0]}", denied, { ...closed, args: ["/srv/closed"] }),
  row("find-closed", "find", "argv-unreadable", user, "find ${ARGV[0]} -name '*.csv'", denied, {
    ...closed,
    args: ["/srv/closed"],
  }),
  row("tar-secret", "tar", "argv-unreadable", user, "tar -czf /tmp/pay.tgz ${ARGV[0]}", denied, {
    ...secretFile,
    args: ["/srv/pay"],
  }),
  row("rsync-secret", "rsync", "argv-unreadable", user, "rsync -a ${ARGV[0]} /tmp/copy/", denied, {
    ...secretFile,
    args: ["/srv/pay/"],
    wants: ["rsync"],
  }),
  row("cd-closed", "cd", "argv-unreadable", user, "cd ${ARGV[0]}", denied, { ...closed, args: ["/srv/closed"] }),
  row(
    "kill-root",
    "kill",
    "other-uid-process",
    user,
    'String pid = System.readText("/run/daemon.pid").trim()\nkill ${pid}',
    forbidden,
    { setup: "setsid sleep 100 & echo $! >/run/daemon.pid; chmod 644 /run/daemon.pid" },
  ),
  row(
    "kill-call",
    "System.kill",
    "other-uid-process",
    user,
    'int pid = int.parse(System.readText("/run/daemon.pid").trim())\nSystem.kill(pid)',
    forbidden,
    { setup: "setsid sleep 100 & echo $! >/run/daemon.pid; chmod 644 /run/daemon.pid" },
  ),
  row("renice-root", "renice", "other-uid-process", user, "renice -n 5 -p 1", forbidden),
  row("useradd-ops", "useradd", "needs-root", user, "useradd -m ${ARGV[0]}", denied, {
    args: ["bob"],
    wants: ["useradd"],
  }),
  row("mount-ops", "mount", "needs-root", user, "mount -t tmpfs none /mnt", forbidden),
  row("umount-ops", "umount", "needs-root", user, "umount /proc", forbidden),
  row("apt-ops", "apt-get", "needs-root", user, "apt-get -y install tree", /Permission denied|are you root/i, {
    wants: ["apt-get"],
  }),
  row("dpkg-ops", "dpkg", "needs-root", user, "dpkg --purge tree", /superuser|privilege/i, { wants: ["dpkg"] }),
  row("chown-ops", "chown", "needs-root", user, "touch mine\nchown ann mine", forbidden),
  row(
    "chown-call",
    "System.chown",
    "needs-root",
    user,
    'System.writeText("mine", "")\nSystem.chown("mine", 0, 0)',
    forbidden,
  ),
  row("ip-ops", "ip", "needs-root", user, "ip link set eth0 mtu 1400", forbidden, { network: "own" }),
  row("date-ops", "date", "needs-root", user, "date -s 12:00", forbidden),
  row("chroot-ops", "chroot", "needs-root", user, "chroot /srv ls", forbidden),
  row("ionice-ops", "ionice", "needs-root", user, "ionice -c 1 -n 0 true", forbidden, { wants: ["ionice"] }),
  row("crontab-other", "crontab", "needs-root", user, "crontab -u root -l", /must be privileged|not allowed|denied/i, {
    wants: ["crontab"],
  }),
  row(
    "sudo-refused",
    "sudo",
    "sudo-refused",
    user,
    "sudo -n systemctl restart app",
    /password is required|not allowed|sudoers/i,
    { wants: ["sudo"] },
  ),
  row("python-port", "python3", "low-port", user, "python3 -m http.server 80 --bind 127.0.0.1", denied, {
    network: "own",
    setup: "sysctl -qw net.ipv4.ip_unprivileged_port_start=1024 || true",
  }),
  row("mknod-ops", "mknod", "needs-root", user, "mknod /tmp/disk b 8 0", forbidden),
  row(
    "ssh-key-open",
    "ssh",
    "ssh-key-too-open",
    user,
    "ssh -o BatchMode=yes ops@files.corp.example true",
    /publickey|bad permissions/i,
    { setup: "ssh_ready; chmod 644 /home/ops/.ssh/id_ed25519", wants: ["ssh", "sshd"] },
  ),
  row(
    "ssh-no-account",
    "ssh",
    "ssh-unknown-user",
    user,
    "ssh -o BatchMode=yes ${ARGV[0]}@files.corp.example true",
    /publickey|Permission denied/i,
    { setup: "ssh_ready", args: ["bob"], wants: ["ssh", "sshd"] },
  ),
  row(
    "ssh-no-key",
    "ssh",
    "ssh-key-missing",
    user,
    "param String key\nssh -o BatchMode=yes -o IdentitiesOnly=yes -i ${key} ops@files.corp.example true",
    /publickey/i,
    {
      setup: "ssh_ready; ssh-keygen -q -t ed25519 -N '' -f /srv/job/other; ours /srv/job",
      args: ["--key", "other"],
      wants: ["ssh", "sshd"],
    },
  ),
  row("scp-private", "scp", "remote-denied", user, "scp -q app.conf ops@files.corp.example:/srv/private/", denied, {
    setup: "ssh_ready",
    files: { "app.conf": "a\n" },
    wants: ["scp", "sshd"],
  }),
  row("ssh-cat-private", "ssh", "remote-denied", user, "ssh ops@files.corp.example cat /srv/private/key.pem", denied, {
    setup: "ssh_ready",
    wants: ["ssh", "sshd"],
  }),
  row("chown-capless", "chown", "root-without-capability", system, "chown ann app.conf", forbidden, {
    ...without("chown"),
    files: { "app.conf": "a\n" },
  }),
  row(
    "mount-capless",
    "mount",
    "root-without-capability",
    system,
    "mount -t tmpfs none /mnt",
    denied,
    without("sys_admin"),
  ),
  row("ip-capless", "ip", "root-without-capability", system, "ip link set eth0 mtu 1400", forbidden, {
    ...without("net_admin"),
    network: "own",
  }),
  row("cat-capless", "cat", "root-without-capability", system, "cat /srv/pay/2026.csv", denied, {
    ...without("dac_override,-dac_read_search"),
    ...secretFile,
  }),
  row(
    "chown-call-capless",
    "System.chown",
    "root-without-capability",
    system,
    'System.chown("app.conf", 2002, 2002)',
    forbidden,
    { ...without("chown"), files: { "app.conf": "a\n" } },
  ),
  row("rm-immutable", "rm", "immutable-file", system, "rm -f state/current", forbidden, {
    as: "root",
    setup: "mkdir state; touch state/current; chattr +i state/current",
    wants: ["chattr"],
  }),
  row("echo-immutable", ">", "immutable-file", system, "date > state/current", forbidden, {
    as: "root",
    setup: "mkdir state; touch state/current; chattr +i state/current",
    wants: ["chattr"],
  }),
  row("no-exec-bit", "./deploy.sh", "no-exec-bit", software, "./deploy.sh", denied, {
    files: { "deploy.sh": "#!/bin/sh\necho hi\n" },
  }),
  row("no-exec-bit-find", "find", "no-exec-bit", software, "find data -type f -exec ./check.sh {} +", denied, {
    files: { "check.sh": "#!/bin/sh\n", "data/a": "" },
  }),
  row("no-exec-bit-root", "./bin/rotate", "no-exec-bit", software, "./bin/rotate", denied, {
    as: "root",
    files: { "bin/rotate": "#!/bin/sh\necho hi\n" },
  }),
  row("exec-folder", "./tools", "run-a-folder", software, "./tools -v", /directory/, { files: { "tools/x": "" } }),
  row("noexec-mount", "./tools/convert", "noexec-mount", system, "cd /srv\n./tools/convert", denied, {
    setup:
      "mkdir /srv/tools; mount -t tmpfs -o noexec,mode=755 tools /srv/tools; printf '#!/bin/sh\\n' >/srv/tools/convert; chmod 755 /srv/tools/convert",
  }),
  row(
    "noexec-tmp",
    "sh",
    "noexec-mount",
    system,
    'String work = $(mktemp -d)\nSystem.writeText("${work}/run.sh", "#!/bin/sh\\n")\nchmod 755 "${work}/run.sh"\nsh -c "exec ${work}/run.sh"',
    denied,
    { setup: "mount -o remount,noexec /tmp" },
  ),
  row(
    "fwrite-reading",
    "System.fwrite",
    "write-to-reading-file",
    software,
    'File f = System.fopen("job.dscript")\nSystem.fwrite(f, "x")\nSystem.fclose(f)',
    /./,
  ),
  row(
    "tar-extract-owner",
    "tar",
    "argv-unwritable",
    user,
    "tar -cf x.tar job.dscript\ntar -xf x.tar -C ${ARGV[0]}",
    denied,
    { ...closed, args: ["/srv/closed"] },
  ),
  row("cp-param-target", "cp", "param-unwritable", user, "param String target\ncp job.dscript ${target}", denied, {
    args: ["--target", "/usr/local/share/"],
  }),
  row(
    "git-clone-closed",
    "git",
    "argv-unwritable",
    user,
    "git clone -q git://files.corp.example/app.git ${ARGV[0]}",
    denied,
    { args: ["/opt/app"], wants: ["git"] },
  ),
]);
