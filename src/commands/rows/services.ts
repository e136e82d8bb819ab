/** Services, timers, logs, users, power: what keeps a machine going. */

import { type Family, words } from "../family.ts";

const unitReads = words(
  "status show cat help is-active is-enabled is-failed is-system-running list-units list-unit-files list-sockets list-timers list-jobs list-machines list-dependencies list-automounts list-paths show-environment get-default whoami",
);
const lsb = {
  1: { says: "an error; for status: dead, and its PID file exists", speaksFor: ["System", "User"] },
  2: { says: "wrong arguments", speaksFor: ["Software"] },
  3: { says: "the unit is not active", speaksFor: ["System"] },
  4: { says: "there is no such unit, or no permission", speaksFor: ["Software", "System", "User"] },
  5: { says: "the program is not installed", speaksFor: ["System"] },
  6: { says: "it is not configured", speaksFor: ["System"] },
} as const;

export const systemd = () =>
  ({
    package: "systemd 252",
    section: 1,
    rows: [
      {
        name: "bootctl",
        effect: "depends",
        answers: "any",
        readsWith: words("status list is-installed systemd-efi-options"),
      },
      {
        name: "coredumpctl",
        effect: "depends",
        answers: "any",
        changesWith: words("-o --output dump debug"),
        valueOptions: words("-o --output"),
      },
      {
        name: "hostnamectl",
        effect: "depends",
        answers: "none",
        answersWith: [["status", "any"]],
        changesWith: ["hostname *", "set-*", "icon-name *", "chassis *", "deployment *", "location *"],
        valueOptions: words("-H --host -M --machine --json"),
      },
      {
        name: "journalctl",
        effect: "depends",
        answers: "any",
        changesWith: words(
          "--vacuum-size --vacuum-time --vacuum-files --rotate --flush --sync --relinquish-var --setup-keys --update-catalog --cursor-file",
        ),
        valueOptions: words(
          "-c --cursor --after-cursor --cursor-file -D --directory -F --field --file -g --grep -M --machine --namespace -o --output --output-fields -p --priority --facility --root --image -S --since -t --identifier -u --unit --user-unit -U --until --vacuum-files --vacuum-size --vacuum-time --interval --verify-key",
        ),
      },
      {
        name: "localectl",
        effect: "depends",
        answers: "any",
        changesWith: ["set-*"],
        valueOptions: words("-H --host -M --machine"),
      },
      {
        name: "loginctl",
        effect: "depends",
        answers: "any",
        readsWith: words(
          "$ list-sessions session-status show-session list-users user-status show-user list-seats seat-status show-seat",
        ),
        valueOptions: words("-H --host -M --machine -n --lines -o --output -p --property -s --signal --kill-whom"),
      },
      {
        name: "machinectl",
        effect: "depends",
        answers: "any",
        readsWith: words("$ list status show image-status show-image list-images list-transfers"),
      },
      {
        name: "networkctl",
        effect: "depends",
        answers: "any",
        readsWith: words("$ list status lldp label cat"),
        valueOptions: words("-n --lines --json"),
      },
      {
        name: "systemctl",
        effect: "depends",
        answers: "none",
        answersWith: unitReads.map((verb): readonly [string, "any"] => [verb, "any"]),
        readsWith: [...unitReads, "$"],
        valueOptions: words(
          "-H --host --job-mode --kill-whom -M --machine -n --lines -o --output -p --property --preset-mode --root --image -s --signal --state -t --type --timestamp --what --message --check-inhibitors --boot-loader-entry --boot-loader-menu --reboot-argument",
        ),
        statuses: lsb,
      },
      { name: "systemd-analyze", effect: "reads", answers: "any" },
      {
        name: "systemd-cat",
        effect: "changes",
        answers: "any",
        wraps: { words: 0 },
        valueOptions: words("-t --identifier -p --priority --stderr-priority --level-prefix"),
      },
      {
        name: "systemd-run",
        effect: "changes",
        answers: "any",
        wraps: { words: 0 },
        valueOptions: words(
          "-E --setenv -H --host -M --machine -p --property -u --unit --description --gid --nice --on-active --on-boot --on-calendar --on-startup --on-unit-active --on-unit-inactive --path-property --service-type --slice --socket-property --timer-property --uid --working-directory",
        ),
      },
      { name: "systemd-tmpfiles", effect: "changes", answers: "none", page: "systemd-tmpfiles(8)" },
      {
        name: "timedatectl",
        effect: "depends",
        answers: "any",
        changesWith: words("set-time set-timezone set-local-rtc set-ntp ntp-servers revert"),
        valueOptions: words("-H --host -M --machine -p --property"),
      },
    ],
  }) as const satisfies Family;

export const services = () =>
  ({
    package: "Debian 12",
    section: 8,
    rows: [
      { name: "a2enmod", effect: "changes", answers: "none" },
      { name: "a2ensite", effect: "changes", answers: "none" },
      {
        name: "apache2ctl",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["configtest", "any"],
          ["-t", "any"],
          ["status", "any"],
        ],
        readsWith: words("configtest status fullstatus -t -S -M -V -v"),
      },
      {
        name: "apachectl",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["configtest", "any"],
          ["-t", "any"],
          ["status", "any"],
        ],
        readsWith: words("configtest status fullstatus -t -S -M -V -v"),
      },
      {
        name: "at",
        effect: "depends",
        answers: "none",
        readsWith: words("-l -c -V"),
        valueOptions: words("-f -o -q -t -u"),
        page: "at(1)",
      },
      { name: "atq", effect: "reads", answers: "any", valueOptions: words("-o -q"), page: "at(1)" },
      { name: "atrm", effect: "changes", answers: "none", page: "at(1)" },
      { name: "batch", effect: "changes", answers: "none", page: "at(1)" },
      {
        name: "certbot",
        effect: "depends",
        answers: "none",
        network: true,
        readsWith: words("certificates plugins --dry-run"),
        page: "certbot(1)",
      },
      {
        name: "chronyc",
        effect: "depends",
        answers: "any",
        readsWith: words("tracking sources sourcestats activity ntpdata serverstats rtcdata waitsync"),
        page: "chronyc(1)",
      },
      {
        name: "crontab",
        effect: "depends",
        answers: "none",
        answersWith: [["-l", "any"]],
        readsWith: ["-l"],
        valueOptions: ["-u"],
        page: "crontab(1)",
      },
      {
        name: "fail2ban-client",
        effect: "depends",
        answers: "any",
        readsWith: words("status ping version get -t -d"),
        page: "fail2ban-client(1)",
      },
      { name: "halt", effect: "changes", answers: "none" },
      {
        name: "haproxy",
        effect: "depends",
        answers: "none",
        answersWith: [["-c", "any"]],
        readsWith: words("-c -v -vv"),
        valueOptions: words("-C -f -L -m -n -N -p -S -x"),
        page: "haproxy(1)",
      },
      {
        name: "htpasswd",
        effect: "depends",
        answers: "none",
        answersWith: [["-v", [3, 3]]],
        readsWith: words("-n -v"),
        page: "htpasswd(1)",
        statuses: {
          3: { says: "the password was not verified", speaksFor: ["User"] },
          6: { says: "the user name holds illegal characters", speaksFor: ["User"] },
        },
      },
      {
        name: "httpd",
        effect: "depends",
        answers: "none",
        answersWith: [["-t", "any"]],
        readsWith: words("-t -S -M -V -v -l -L"),
      },
      { name: "invoke-rc.d", effect: "changes", answers: "any", statuses: lsb },
      {
        name: "logrotate",
        effect: "depends",
        answers: "none",
        readsWith: words("-d --debug"),
        valueOptions: words("-s --state -l --log -m --mail"),
      },
      { name: "mail", effect: "changes", answers: "none", network: true, page: "mail(1)" },
      { name: "mailq", effect: "reads", answers: "any", page: "mailq(1)" },
      { name: "mailx", effect: "changes", answers: "none", network: true, page: "mailx(1)" },
      { name: "msmtp", effect: "changes", answers: "none", network: true, page: "msmtp(1)" },
      {
        name: "nginx",
        effect: "depends",
        answers: "none",
        answersWith: [["-t", "any"]],
        readsWith: words("-t -T -v -V -h"),
        valueOptions: words("-c -e -g -p -s"),
      },
      {
        name: "postfix",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["status", "any"],
          ["check", "any"],
        ],
        readsWith: words("status check"),
        page: "postfix(1)",
      },
      { name: "poweroff", effect: "changes", answers: "none" },
      { name: "reboot", effect: "changes", answers: "none" },
      {
        name: "run-parts",
        effect: "depends",
        answers: "any",
        readsWith: words("--test --list"),
        valueOptions: words("-a --arg -u --umask --regex"),
      },
      { name: "sendmail", effect: "changes", answers: "none", network: true },
      {
        name: "service",
        effect: "depends",
        answers: "none",
        answersWith: [["* status", "any"]],
        readsWith: ["* status", "--status-all"],
        statuses: lsb,
      },
      { name: "shutdown", effect: "changes", answers: "none" },
      {
        name: "start-stop-daemon",
        effect: "depends",
        answers: [0, 1],
        answersWith: [
          ["-T", "any"],
          ["--status", "any"],
        ],
        readsWith: words("-T --status -t --test"),
        valueOptions: words(
          "-a --startas -c --chuid -d --chdir -g --group -I --iosched -k --umask -n --name -N --nicelevel -O --output -p --pidfile --pid --ppid -P --procsched -r --chroot -R --retry -s --signal -u --user -x --exec --notify-timeout",
        ),
        statuses: {
          1: { says: "nothing was done" },
          2: { says: "the time limit of --retry was reached", speaksFor: ["System"] },
          3: { says: "another error", speaksFor: ["System", "Software"] },
        },
      },
      {
        name: "supervisorctl",
        effect: "depends",
        answers: "none",
        answersWith: [["status", "any"]],
        readsWith: words("status avail pid tail version"),
        page: "supervisorctl(1)",
      },
      { name: "update-rc.d", effect: "changes", answers: "none" },
      { name: "zabbix_get", effect: "reads", answers: "any", network: true, page: "zabbix_get(1)" },
      {
        name: "zabbix_sender",
        effect: "changes",
        answers: "none",
        network: true,
        page: "zabbix_sender(1)",
        statuses: {
          1: { says: "sending failed", speaksFor: ["External", "System"] },
          2: { says: "the server did not process all values", speaksFor: ["External", "User"] },
        },
      },
    ],
  }) as const satisfies Family;

const userStatuses = {
  1: { says: "the password file cannot be updated", speaksFor: ["System", "User"] },
  2: { says: "a wrong command line", speaksFor: ["Software"] },
  3: { says: "a wrong value of an option", speaksFor: ["Software", "User"] },
  4: { says: "the id is in use already", speaksFor: ["User"] },
  6: { says: "there is no such user or group", speaksFor: ["User"] },
  8: { says: "the user is logged in", speaksFor: ["User"] },
  9: { says: "the name is in use already", speaksFor: ["User"] },
  10: { says: "the group file cannot be updated", speaksFor: ["System", "User"] },
  12: { says: "the home directory cannot be made or removed", speaksFor: ["System"] },
} as const;

export const accounts = () =>
  ({
    package: "Debian 12 (shadow 4.13, adduser 3.134, sudo 1.9.13, glibc 2.36)",
    section: 8,
    rows: [
      { name: "addgroup", effect: "changes", answers: "none" },
      {
        name: "adduser",
        effect: "changes",
        answers: "none",
        valueOptions: words("--conf --firstuid --lastuid --firstgid --lastgid --gid --home --ingroup --shell --uid"),
      },
      {
        name: "chage",
        effect: "depends",
        answers: "none",
        readsWith: words("-l --list"),
        valueOptions: words(
          "-d --lastday -E --expiredate -I --inactive -m --mindays -M --maxdays -R --root -W --warndays",
        ),
        page: "chage(1)",
      },
      {
        name: "chpasswd",
        effect: "changes",
        answers: "none",
        valueOptions: words("-c --crypt-method -R --root -s --sha-rounds"),
      },
      {
        name: "chsh",
        effect: "changes",
        answers: "none",
        valueOptions: words("-R --root -s --shell"),
        page: "chsh(1)",
      },
      { name: "delgroup", effect: "changes", answers: "none" },
      {
        name: "deluser",
        effect: "changes",
        answers: "none",
        valueOptions: words("--backup-suffix --backup-to --conf"),
      },
      {
        name: "doas",
        effect: "changes",
        answers: "any",
        wraps: { words: 0 },
        valueOptions: words("-C -u"),
        page: "doas(1)",
      },
      {
        name: "getent",
        effect: "reads",
        answers: [2, 2],
        valueOptions: words("-s --service"),
        page: "getent(1)",
        statuses: {
          1: { says: "an argument is missing, or the database is unknown", speaksFor: ["Software"] },
          2: { says: "the key was not found" },
          3: { says: "this database cannot be listed", speaksFor: ["Software", "System"] },
        },
      },
      {
        name: "gpasswd",
        effect: "changes",
        answers: "none",
        valueOptions: words("-a --add -d --delete -A --administrators -M --members"),
        page: "gpasswd(1)",
      },
      {
        name: "groupadd",
        effect: "changes",
        answers: "none",
        valueOptions: words("-g --gid -K --key -p --password -R --root -P --prefix"),
        statuses: userStatuses,
      },
      {
        name: "groupdel",
        effect: "changes",
        answers: "none",
        valueOptions: words("-R --root -P --prefix"),
        statuses: userStatuses,
      },
      {
        name: "groupmod",
        effect: "changes",
        answers: "none",
        valueOptions: words("-g --gid -n --new-name -p --password -R --root -P --prefix"),
        statuses: userStatuses,
      },
      { name: "newgrp", effect: "changes", answers: "any", page: "newgrp(1)" },
      {
        name: "passwd",
        effect: "depends",
        answers: "none",
        readsWith: words("-S --status"),
        valueOptions: words("-i --inactive -n --mindays -r --repository -R --root -w --warndays -x --maxdays"),
        page: "passwd(1)",
      },
      {
        name: "sudo",
        effect: "changes",
        answers: "any",
        wraps: { words: 0, assignments: true },
        page: "sudo(8)",
        valueOptions: words(
          "-C --close-from -D --chdir -g --group -p --prompt -R --chroot -r --role -t --type -T --command-timeout -U --other-user -u --user",
        ),
        statuses: {
          1: {
            says: "the command's own status, or: not allowed, not authenticated",
            speaksFor: ["User"],
            with: ["$"],
          },
        },
      },
      {
        name: "useradd",
        effect: "changes",
        answers: "none",
        valueOptions: words(
          "-b --base-dir -c --comment -d --home-dir -e --expiredate -f --inactive -g --gid -G --groups -k --skel -K --key -p --password -R --root -P --prefix -s --shell -u --uid -Z --selinux-user",
        ),
        statuses: userStatuses,
      },
      {
        name: "userdel",
        effect: "changes",
        answers: "none",
        valueOptions: words("-R --root -P --prefix"),
        statuses: userStatuses,
      },
      {
        name: "usermod",
        effect: "changes",
        answers: "none",
        valueOptions: words(
          "-c --comment -d --home -e --expiredate -f --inactive -g --gid -G --groups -l --login -p --password -R --root -P --prefix -s --shell -u --uid -v --add-subuids -V --del-subuids -w --add-subgids -W --del-subgids -Z --selinux-user",
        ),
        statuses: userStatuses,
      },
      {
        name: "visudo",
        effect: "depends",
        answers: "none",
        answersWith: [
          ["-c", "any"],
          ["--check", "any"],
        ],
        readsWith: words("-c --check"),
        valueOptions: words("-f --file"),
      },
    ],
  }) as const satisfies Family;

export const locale = () =>
  ({
    package: "Debian 12",
    section: 1,
    rows: [
      { name: "chronic", effect: "changes", answers: "any", wraps: { words: 0 } },
      { name: "clear", effect: "reads", answers: "none", valueOptions: ["-T"] },
      {
        name: "domainname",
        effect: "depends",
        answers: "any",
        changesWith: ["*", "-F", "--file"],
        valueOptions: words("-F --file"),
      },
      {
        name: "hostname",
        effect: "depends",
        answers: "any",
        changesWith: ["*", "-F", "--file", "-b", "--boot"],
        valueOptions: words("-F --file"),
      },
      { name: "ifne", effect: "changes", answers: "any", wraps: { words: 0 } },
      {
        name: "inotifywait",
        effect: "depends",
        answers: [2, 2],
        changesWith: words("-o --outfile"),
        valueOptions: words(
          "-e --event --exclude --excludei --format --fromfile --include --includei -o --outfile -t --timeout --timefmt",
        ),
        statuses: {
          1: { says: "an error, or an event that was not asked for", speaksFor: ["User", "System"] },
          2: { says: "no event within the time limit" },
        },
      },
      { name: "ldconfig", effect: "depends", answers: "none", readsWith: words("-p --print-cache") },
      { name: "ldd", effect: "reads", answers: "any" },
      { name: "locale", effect: "reads", answers: "any" },
      { name: "locale-gen", effect: "changes", answers: "none", page: "locale-gen(8)" },
      { name: "man", effect: "reads", answers: "any" },
      {
        name: "parallel",
        effect: "changes",
        answers: "any",
        valueOptions: words(
          "-a --arg-file -j --jobs -I --joblog --colsep -C --delay --retries --timeout --results --tmpdir --workdir --wd --sshlogin -S --sshloginfile",
        ),
      },
      {
        name: "pv",
        effect: "reads",
        answers: "any",
        valueOptions: words(
          "-A --last-written -B --buffer-size -d --watchfd -D --delay-start -F --format -H --height -i --interval -L --rate-limit -N --name -P --pidfile -R --remote -s --size -w --width",
        ),
      },
      { name: "screen", effect: "changes", answers: "any" },
      {
        name: "tmux",
        effect: "depends",
        answers: "any",
        readsWith: words(
          "has-session has list-sessions ls list-windows lsw list-panes lsp show-options display-message capture-pane list-clients show-environment info",
        ),
      },
      { name: "tput", effect: "reads", answers: "any" },
      {
        name: "which",
        effect: "reads",
        answers: [0, 1],
        statuses: {
          1: { says: "a program was not found, or is not executable" },
          2: { says: "a wrong option", speaksFor: ["Software"] },
        },
      },
    ],
  }) as const satisfies Family;
