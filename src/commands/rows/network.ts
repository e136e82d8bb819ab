/** Programs that speak to other hosts, and those that set up how this one does. */

import { type Family, words } from "../family.ts";

const sshOptions = words("-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -p -Q -R -S -W -w");
const sshStatuses = { 255: { says: "the connection failed, or ssh itself did", speaksFor: ["External", "User"] } } as const;

export const ssh = {
  package: "OpenSSH 9.2",
  section: 1,
  rows: [
    { name: "scp", effect: "changes", answers: "none", network: true, valueOptions: words("-c -D -F -i -J -l -o -P -S -X"), statuses: sshStatuses },
    { name: "sftp", effect: "changes", answers: "none", network: true, valueOptions: words("-B -b -c -D -F -i -J -l -o -P -R -S -s -X"), statuses: sshStatuses },
    // The status is the remote command's; what it is there, its row says.
    { name: "ssh", effect: "changes", answers: [0, 254], network: true, valueOptions: sshOptions, statuses: sshStatuses },
    { name: "ssh-add", effect: "depends", answers: "any", readsWith: words("-l -L -T"), valueOptions: words("-E -e -H -h -S -s -t") },
    { name: "ssh-agent", effect: "changes", answers: "any", valueOptions: words("-a -E -O -P -t") },
    { name: "ssh-copy-id", effect: "changes", answers: "none", network: true, valueOptions: words("-i -o -p") },
    { name: "ssh-keygen", effect: "depends", answers: "any", readsWith: words("-l -F -L -y"), valueOptions: words("-a -b -C -D -E -F -f -I -M -m -N -n -O -P -R -r -s -t -V -w -Y -Z -z") },
    { name: "ssh-keyscan", effect: "reads", answers: "any", network: true, valueOptions: words("-f -p -T -t") },
    { name: "sshd", effect: "depends", answers: "any", readsWith: words("-t -T"), valueOptions: words("-C -c -E -f -g -h -o -p -u"), page: "sshd(8)" },
  ],
} as const satisfies Family;

const webFailed = ["External"] as const;
const webRows = {
  1: { says: "an error of no special kind" },
  2: { says: "the command line or a configuration file is wrong", speaksFor: ["Software", "User"] },
  3: { says: "a file cannot be read or written", speaksFor: ["System", "User"] },
  4: { says: "the network failed", speaksFor: webFailed },
  5: { says: "the peer's certificate does not hold", speaksFor: webFailed },
  6: { says: "user name or password was refused", speaksFor: ["User"] },
  7: { says: "a protocol error", speaksFor: webFailed },
  8: { says: "the server answered with an error", speaksFor: ["External", "User"] },
} as const;

export const web = {
  package: "curl 7.88.1, GNU Wget 1.21.3",
  section: 1,
  rows: [
    {
      // A check of a service is a question; fetching into a file or sending one is not.
      name: "curl", effect: "depends", answers: "any", network: true, readerGone: [23],
      answersWith: [["-o=/dev/null", "any"], ["--output=/dev/null", "any"], ["-o=-", "any"], ["-o", "none"], ["--output", "none"], ["-O", "none"], ["--remote-name", "none"], ["-T", "none"], ["--upload-file", "none"]],
      changesWith: ["-o", "--output", "-O", "--remote-name", "--remote-name-all", "-T", "--upload-file", "-d", "--data", "--data-ascii", "--data-binary", "--data-raw", "--data-urlencode", "--json", "-F", "--form", "--form-string", "-X", "--request", "-Q", "--quote", "-c", "--cookie-jar", "-D", "--dump-header", "-K", "--config", "--mail-rcpt", "--trace", "--trace-ascii", "--stderr", "--libcurl", "--hsts", "--alt-svc", "--etag-save"],
      valueOptions: words(
        "-A --user-agent --abstract-unix-socket --alt-svc --aws-sigv4 -b --cookie -c --cookie-jar -C --continue-at --cacert --capath -E --cert --cert-type --ciphers --connect-timeout --connect-to --create-file-mode --crlfile --curves -d --data --data-ascii --data-binary --data-raw --data-urlencode -D --dump-header --delegation --dns-interface --dns-ipv4-addr --dns-ipv6-addr --dns-servers --doh-url -e --referer --egd-file --engine --etag-compare --etag-save --expect100-timeout -F --form --form-string --ftp-account --ftp-alternative-to-user --ftp-method -P --ftp-port --ftp-ssl-ccc-mode -H --header --happy-eyeballs-timeout-ms --hostpubmd5 --hostpubsha256 --hsts --interface --json -K --config --keepalive-time --key --key-type --krb --libcurl --limit-rate --local-port --login-options -m --max-time --mail-auth --mail-from --mail-rcpt --max-filesize --max-redirs --netrc-file --noproxy -o --output --oauth2-bearer --output-dir --parallel-max --pass --pinnedpubkey --proto --proto-default --proto-redir -x --proxy --preproxy --proxy-cacert --proxy-capath --proxy-cert --proxy-cert-type --proxy-ciphers --proxy-crlfile --proxy-header --proxy-key --proxy-key-type --proxy-pass --proxy-pinnedpubkey --proxy-service-name --proxy-tls13-ciphers --proxy-tlsauthtype --proxy-tlspassword --proxy-tlsuser -U --proxy-user --proxy1.0 --pubkey -Q --quote -r --range --random-file --rate --request-target --resolve --retry --retry-delay --retry-max-time --sasl-authzid --service-name --socks4 --socks4a --socks5 --socks5-gssapi-service --socks5-hostname --stderr -t --telnet-option -T --upload-file --tftp-blksize --tls-max --tls13-ciphers --tlsauthtype --tlspassword --tlsuser --trace --trace-ascii -u --user --unix-socket --url --url-query -w --write-out -X --request -Y --speed-limit -y --speed-time -z --time-cond",
      ),
      statuses: {
        1: { says: "an unsupported protocol", speaksFor: ["Software", "User"] },
        2: { says: "curl could not be started: a wrong option", speaksFor: ["Software"] },
        3: { says: "a malformed URL", speaksFor: ["Software", "User"] },
        5: { says: "the proxy's name does not resolve", speaksFor: ["External", "User"] },
        6: { says: "the host's name does not resolve", speaksFor: ["External", "User"] },
        7: { says: "the host refused the connection, or cannot be reached", speaksFor: webFailed },
        9: { says: "access was denied by the server", speaksFor: ["User", "External"] },
        18: { says: "only a part of the file arrived", speaksFor: webFailed },
        22: { says: "the server answered with an HTTP error of 400 or more", speaksFor: ["External", "User"] },
        23: { says: "the output cannot be written", speaksFor: ["System", "User"] },
        26: { says: "a local file cannot be read", speaksFor: ["User", "Software"] },
        27: { says: "out of memory", speaksFor: ["System"] },
        28: { says: "the time limit was reached", speaksFor: webFailed },
        35: { says: "the TLS handshake failed", speaksFor: webFailed },
        47: { says: "too many redirects", speaksFor: webFailed },
        51: { says: "the peer's certificate or fingerprint does not fit", speaksFor: webFailed },
        52: { says: "the server did not answer", speaksFor: webFailed },
        55: { says: "sending to the network failed", speaksFor: webFailed },
        56: { says: "receiving from the network failed", speaksFor: webFailed },
        58: { says: "the own certificate is wrong", speaksFor: ["User", "System"] },
        60: { says: "the peer's certificate cannot be verified", speaksFor: ["External", "System"] },
        63: { says: "the file is larger than allowed", speaksFor: ["External", "Software"] },
        67: { says: "the server refused user name or password", speaksFor: ["User"] },
        77: { says: "the file of CA certificates cannot be read", speaksFor: ["System"] },
        78: { says: "the resource of the URL does not exist", speaksFor: ["User", "External"] },
      },
    },
    {
      name: "wget", effect: "depends", answers: "none", answersWith: [["--spider", "any"], ["-O=-", "any"], ["-O=/dev/null", "any"]], readsWith: ["--spider", "-O=-", "-O=/dev/null"], network: true, readerGone: [3],
      changesWith: ["-o", "--output-file", "-a", "--append-output", "--post-data", "--post-file", "--method", "--save-cookies", "-e", "--execute", "-c -O"],
      valueOptions: words(
        "-a --append-output -A --accept --accept-regex -B --base --bind-address --body-data --body-file --ca-certificate --ca-directory --certificate --certificate-type --compression --config --connect-timeout --crl-file --cut-dirs -D --domains --default-page --dns-timeout -e --execute --egd-file --exclude-domains --follow-tags --ftp-password --ftp-user --header --hsts-file --http-password --http-user -i --input-file -I --include-directories --ignore-tags -l --level --limit-rate --load-cookies --local-encoding --max-redirect --method -o --output-file -O --output-document -P --directory-prefix --password --pinnedpubkey --post-data --post-file --prefer-family --private-key --private-key-type --progress --proxy-password --proxy-user -Q --quota --random-file -R --reject --read-timeout --referer --regex-type --reject-regex --rejected-log --remote-encoding --report-speed --restrict-file-names --retry-on-http-error --save-cookies --secure-protocol --start-pos -t --tries -T --timeout -U --user-agent --user -w --wait --waitretry --warc-dedup --warc-file --warc-header --warc-max-size --warc-tempdir -X --exclude-directories",
      ),
      statuses: webRows,
    },
    { name: "aria2c", effect: "changes", answers: "none", network: true },
    { name: "ftp", effect: "changes", answers: "any", network: true },
    { name: "ab", effect: "changes", answers: "any", network: true },
  ],
} as const satisfies Family;

export const rsync = {
  package: "rsync 3.2 to 3.5",
  section: 1,
  rows: [
    {
      name: "rsync", effect: "depends", answers: "none", readsWith: words("-n --dry-run --list-only"), network: true,
      valueOptions: words(
        "-B --block-size -e --rsh -f --filter -M --remote-option -T --temp-dir -@ --modify-window --address --backup-dir --bwlimit --checksum-choice --checksum-seed --chmod --chown --compare-dest --compress-choice --compress-level --config --contimeout --copy-as --copy-dest --debug --exclude --exclude-from --files-from --groupmap --iconv --include --include-from --info --link-dest --log-file --log-file-format --max-alloc --max-delete --max-size --min-size --only-write-batch --out-format --outbuf --partial-dir --password-file --port --protocol --read-batch --rsync-path --skip-compress --sockopts --stderr --stop-after --stop-at --suffix --timeout --usermap --write-batch",
      ),
      statuses: {
        1: { says: "a usage error", speaksFor: ["Software"] },
        2: { says: "the protocols do not fit", speaksFor: ["External", "System"] },
        3: { says: "input or output files cannot be selected", speaksFor: ["User", "Software"] },
        4: { says: "the action is not supported", speaksFor: ["Software", "External"] },
        5: { says: "the client-server protocol could not start", speaksFor: ["External", "User"] },
        10: { says: "an error in socket I/O", speaksFor: ["External"] },
        11: { says: "an error in file I/O", speaksFor: ["System", "External"] },
        12: { says: "an error in the protocol's data stream", speaksFor: ["External", "System"] },
        13: { says: "an error in the program's diagnostics", speaksFor: ["System"] },
        14: { says: "an error in inter-process communication", speaksFor: ["System"] },
        20: { says: "ended by SIGUSR1 or SIGINT", speaksFor: ["User"] },
        21: { says: "waiting for a child failed", speaksFor: ["System"] },
        22: { says: "out of memory", speaksFor: ["System"] },
        23: { says: "a part was not transferred because of an error", speaksFor: ["User", "System", "External"] },
        24: { says: "source files vanished during the transfer", speaksFor: ["User", "System"] },
        25: { says: "--max-delete stopped the deletions", speaksFor: ["Software", "User"] },
        30: { says: "no data within --timeout", speaksFor: ["External"] },
        35: { says: "no connection within --contimeout", speaksFor: ["External"] },
      },
    },
  ],
} as const satisfies Family;

const pingStatuses = { 1: { says: "no reply" }, 2: { says: "another error, such as a name that does not resolve", speaksFor: ["External", "User", "System"] } } as const;
const digStatuses = { 1: { says: "a usage error", speaksFor: ["Software"] }, 8: { says: "the batch file cannot be opened", speaksFor: ["User"] }, 9: { says: "no reply from the name server", speaksFor: ["External"] }, 10: { says: "an internal error", speaksFor: ["System"] } } as const;

export const probes = {
  package: "Debian 12 (iputils 20221126, bind9 9.18, netcat-openbsd 1.219, nmap 7.93, socat 1.7.4, tcpdump 4.99, mtr 0.95)",
  section: 1,
  rows: [
    { name: "arping", effect: "reads", answers: [0, 1], network: true, page: "arping(8)" },
    { name: "dig", effect: "reads", answers: "any", network: true, valueOptions: words("-b -c -f -k -p -q -t -x"), statuses: digStatuses },
    { name: "host", effect: "reads", answers: [0, 1], network: true, valueOptions: words("-c -m -N -p -R -t -W"), statuses: { 1: { says: "the name was not found, or no server answered", speaksFor: ["External", "User"] } } },
    { name: "iperf3", effect: "reads", answers: "any", network: true },
    { name: "mtr", effect: "reads", answers: "any", network: true, page: "mtr(8)" },
    { name: "nc", effect: "changes", answers: "any", answersWith: [["-z", [0, 1]]], network: true, valueOptions: words("-I -i -M -m -O -P -p -q -s -T -V -W -w -X -x"), page: "nc_openbsd(1)", statuses: { 1: { says: "the connection failed", speaksFor: ["External"] } } },
    { name: "nmap", effect: "depends", answers: "any", network: true, changesWith: words("-oN -oX -oG -oA -oS --script") },
    { name: "nslookup", effect: "reads", answers: "any", network: true },
    { name: "ping", effect: "reads", answers: [0, 1], network: true, valueOptions: words("-c -F -i -I -l -m -M -N -p -Q -s -S -t -T -w -W"), page: "ping(8)", statuses: pingStatuses },
    { name: "ping6", effect: "reads", answers: [0, 1], network: true, valueOptions: words("-c -F -i -I -l -m -M -N -p -Q -s -S -t -T -w -W"), page: "ping(8)", statuses: pingStatuses },
    { name: "socat", effect: "changes", answers: "any", network: true, valueOptions: words("-b -L -lf -lp -r -R -t -T -W") },
    { name: "tcpdump", effect: "depends", answers: "any", changesWith: ["-w", "-z"], valueOptions: words("-B --buffer-size -c -C -E -F -G -i --interface -j --time-stamp-type --time-stamp-precision -m -M -Q --direction -r -s --snapshot-length -T -V -w -W -y --linktype -z -Z --relinquish-privileges"), page: "tcpdump(8)" },
    { name: "telnet", effect: "changes", answers: "any", network: true },
    { name: "tracepath", effect: "reads", answers: "any", network: true, page: "tracepath(8)" },
    { name: "traceroute", effect: "reads", answers: "any", network: true, valueOptions: words("-f -g -i -m -N -p -t -l -w -q -s -z -M -O -P") },
    { name: "whois", effect: "reads", answers: "any", network: true, valueOptions: words("-h --host -p --port -g -i -q -s -t -T -v") },
  ],
} as const satisfies Family;

const ipChanges = words("* add|* append|* change|* replace|* set|* del|* delete|* flush|* restore|* attach|* detach|* a|* d|* del|* exec".replaceAll(" ", "\u0000")).flatMap((text) =>
  text.split("|").map((pattern) => pattern.replaceAll("\u0000", " ")),
);

export const netSetup = {
  package: "Debian 12 (iproute2 6.1, net-tools 2.10, iptables 1.8.9, nftables 1.0.6, ufw 0.36, ethtool 6.1)",
  section: 8,
  rows: [
    { name: "arp", effect: "depends", answers: "any", changesWith: words("-s --set -d --delete -f --file"), valueOptions: words("-A -H --hw-type -i --device") },
    { name: "brctl", effect: "depends", answers: "none", readsWith: words("show showmacs showstp") },
    { name: "bridge", effect: "depends", answers: "none", changesWith: ipChanges, valueOptions: words("-b -batch -n -netns") },
    { name: "ethtool", effect: "depends", answers: "any", changesWith: words("-A --pause -C --coalesce -E --change-eeprom -G --set-ring -K --features --offload -L --set-channels -N -U --config-ntuple -r --negotiate -s --change -t --test -f --flash -X --set-rxfh-indir") },
    { name: "ifconfig", effect: "depends", answers: "any", changesWith: ["* *"] },
    { name: "ifdown", effect: "changes", answers: "none" },
    { name: "ifup", effect: "changes", answers: "none" },
    { name: "ip", effect: "depends", answers: "any", answersWith: ipChanges.map((pattern) => [pattern, "none"] as const), changesWith: [...ipChanges, "-b", "-batch"], valueOptions: words("-b -batch -f -family -l -loops -n -netns -rc -rcvbuf"), statuses: { 1: { says: "a syntax error", speaksFor: ["Software"] }, 2: { says: "the kernel reported an error", speaksFor: ["System", "User"] } } },
    { name: "ip6tables", effect: "depends", answers: "none", answersWith: [["-C", [0, 1]], ["--check", [0, 1]]], readsWith: words("-L --list -S --list-rules -C --check"), valueOptions: words("-t --table -m --match -j --jump -g --goto -p --protocol -s --source -d --destination -i --in-interface -o --out-interface"), statuses: { 1: { says: "an error; for -C: there is no such rule" }, 2: { says: "wrong command-line parameters", speaksFor: ["Software"] } } },
    { name: "ip6tables-save", effect: "depends", answers: "any", changesWith: words("-f --file"), valueOptions: words("-f --file -t --table -M --modprobe") },
    { name: "ipset", effect: "depends", answers: "none", answersWith: [["test", [0, 1]], ["list", "any"]], readsWith: words("list test save version") },
    { name: "iptables", effect: "depends", answers: "none", answersWith: [["-C", [0, 1]], ["--check", [0, 1]]], readsWith: words("-L --list -S --list-rules -C --check"), valueOptions: words("-t --table -m --match -j --jump -g --goto -p --protocol -s --source -d --destination -i --in-interface -o --out-interface"), statuses: { 1: { says: "an error; for -C: there is no such rule" }, 2: { says: "wrong command-line parameters", speaksFor: ["Software"] } } },
    { name: "iptables-restore", effect: "depends", answers: "none", readsWith: words("-t --test"), valueOptions: words("-M --modprobe -T --table") },
    { name: "iptables-save", effect: "depends", answers: "any", changesWith: words("-f --file"), valueOptions: words("-f --file -t --table -M --modprobe") },
    { name: "iw", effect: "depends", answers: "any", changesWith: ["* * set", "* * del", "reg set"] },
    { name: "netplan", effect: "depends", answers: "none", readsWith: words("get status info") },
    { name: "netstat", effect: "reads", answers: "any" },
    { name: "nft", effect: "depends", answers: "none", readsWith: ["list", "-c", "--check", "describe"], valueOptions: words("-D --define -d --debug -f --file -I --includepath"), statuses: { 1: { says: "an error", speaksFor: ["Software", "User", "System"] }, 2: { says: "out of memory", speaksFor: ["System"] }, 3: { says: "no Netlink socket", speaksFor: ["System"] } } },
    {
      name: "nmcli", effect: "depends", answers: "any", valueOptions: words("-c --colors -e --escape -f --fields -g --get-values -m --mode -w --wait"),
      changesWith: ["con up", "con down", "con add", "con modify", "con delete", "con reload", "con load", "connection up", "connection down", "connection add", "connection modify", "connection delete", "connection reload", "connection load", "connection import", "c up", "c down", "c add", "c modify", "c delete", "device set", "device connect", "device disconnect", "device reapply", "device delete", "dev set", "dev connect", "dev disconnect", "dev delete", "general hostname *", "networking on", "networking off", "radio * *"],
      page: "nmcli(1)",
      statuses: { 2: { says: "wrong input", speaksFor: ["Software", "User"] }, 3: { says: "the time limit was reached", speaksFor: ["External", "System"] }, 4: { says: "the connection could not be activated", speaksFor: ["System", "External"] }, 8: { says: "NetworkManager is not running", speaksFor: ["System"] }, 10: { says: "no such connection, device or access point", speaksFor: ["User", "System"] } },
    },
    { name: "resolvectl", effect: "depends", answers: "any", network: true, readsWith: words("query service status statistics dns domain"), changesWith: ["dns * *", "domain * *"], page: "resolvectl(1)" },
    { name: "route", effect: "depends", answers: "any", changesWith: words("add del flush") },
    { name: "ss", effect: "depends", answers: "any", changesWith: words("-K --kill"), valueOptions: words("-A --query --socket -D --diag -f --family -F --filter -N --net") },
    { name: "tc", effect: "depends", answers: "none", changesWith: [...ipChanges, "-b", "-batch"], valueOptions: words("-b -batch -n -netns -cf -conf") },
    { name: "ufw", effect: "depends", answers: "none", readsWith: words("status show version --dry-run") },
    { name: "wg", effect: "depends", answers: "any", readsWith: words("show showconf genkey genpsk pubkey") },
    { name: "wg-quick", effect: "changes", answers: "none" },
  ],
} as const satisfies Family;
