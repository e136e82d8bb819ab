/** What programs that reach other hosts say: OpenSSH, rsync, fetchers, probes, mail. */

import type { MessageRule } from "../../rule.ts";
import { messagesOf } from "./family.ts";

// biome-ignore format: one row a line reads as the table that it is
const ssh = (): readonly MessageRule[] =>
  messagesOf({ source: "OpenSSH 9.2, seen and read in its sources", for: "ssh scp sftp ssh-copy-id ssh-keyscan ssh-keygen ssh-add sshfs autossh rsync git mosh" }, {
    "ssh-connect": ["peer", "ssh: connect to host web.example.org port 22: Connection timed out", "ssh: connect to host … port"],
    "ssh-name": ["nameLookup", "ssh: Could not resolve hostname nothing.invalid: Name or service not known", "could not resolve hostname"],
    "ssh-name-servers": ["nameServers", "ssh: Could not resolve hostname x: Temporary failure in name resolution", "could not resolve hostname … temporary failure"],
    "ssh-login": ["login", "ann@web.example.org: Permission denied (publickey,password).", /: permission denied \([a-z, -]{3,100}\)/, "too many authentication failures", "no supported authentication methods", "permission denied, please try again", "disconnected: no supported authentication"],
    "ssh-host-key": ["hostKey", "Host key verification failed.", "host key verification failed", "remote host identification has changed", "no matching host key fingerprint", "host key is known for"],
    "ssh-algorithms": ["tls", "Unable to negotiate with 10.0.0.1 port 22: no matching host key type found. Their offer: ssh-rsa", "unable to negotiate with", "no matching key exchange", "no matching cipher", "no matching mac", "no matching host key type"],
    "ssh-key-modes": ["loosePermissions", "Permissions 0644 for '/home/ann/.ssh/id_rsa' are too open.", "are too open", "bad permissions", "bad owner or permissions on", "unprotected private key file"],
    "ssh-key-content": ["content", "Load key \"/home/ann/.ssh/id_rsa\": invalid format", "load key … invalid format", "load key … error in libcrypto", "is not a public key file", "is not a valid key", "invalid format", "no key found", "not a key file", "key_load_public"],
    "ssh-passphrase": ["login", "Load key \"k\": incorrect passphrase supplied to decrypt private key", "incorrect passphrase"],
    "ssh-key-type": ["usage", "unknown key type frob", "unknown key type", "invalid rsa key length", "invalid dsa key length", "unsupported key type", "bad configuration option", "unknown option -- ", "bad port '", "bad local forwarding", "bad dynamic forwarding", "bad escape character", "unknown cipher type", "unsupported option", "garbage at end of line", "command-line line 0"],
    "ssh-config": ["configuration", "/etc/ssh/ssh_config: line 3: Bad configuration option: frob", "ssh/config: line", "ssh_config: line", ".ssh/config line", "terminating, 1 bad configuration options", "bad configuration options"],
    "ssh-no-key": ["noLogin", "/usr/bin/ssh-copy-id: ERROR: No identities found", "no identities found", "could not open a connection to your authentication agent", "the agent has no identities", "agent refused operation", "error connecting to agent", "identity added … failed"],
    "ssh-forward": ["inUse", "bind [127.0.0.1]:8080: Address already in use", "bind [… address already in use", "cannot listen to port", "could not request local forwarding", "channel_setup_fwd_listener"],
    "ssh-forward-there": ["peer", "channel 0: open failed: connect failed: Connection refused", "open failed: connect failed", "stdio forwarding failed", "administratively prohibited", "remote port forwarding failed", "mux_client_request_session"],
    "ssh-lost": ["peer", "client_loop: send disconnect: Broken pipe", "send disconnect: broken pipe", "timeout, server … not responding", "connection reset by", "packet_write_wait", "ssh_dispatch_run_fatal", "kex_exchange_identification: read", "connection timed out during banner exchange", "exceeded maxstartups", "not allowed at this time", "received disconnect from"],
    "ssh-remote-file": ["absentThere", "stat remote: No such file or directory", "scp: remote open … no such file", "remote open \"", "stat remote: no such file", "couldn't stat remote file", "file \"… not found.", "can't ls: \"… not found"],
    "ssh-remote-failure": ["theirDisk", "write remote \"/srv/x.bin\": Failure", "write remote \"…\": failure", "close remote: failure", "remote write \"…\": failure", "remote mkdir \"…\": failure", "couldn't write to remote file", "remote fsync", "remote open \"…\": failure", "dest open \"…\": failure", "couldn't close file: failure"],
    "ssh-subsystem": ["unsupported", "subsystem request failed on channel 0", "subsystem request failed", "sftp-server: not found", "received message too long", "ensure the remote shell produces no output", "this service allows sftp connections only", "shell request failed"],
    "ssh-account": ["rights", "This account is currently not available.", "account is currently not available", "this account is", "not allowed because", "account … is locked"],
  });

// biome-ignore format: one row a line reads as the table that it is
const rsync = (): readonly MessageRule[] => [
  ...messagesOf({ source: "rsync 3.2, rsync(1), seen", for: "rsync rsnapshot" }, {
    "rsync-module": ["absentThere", "@ERROR: Unknown module 'nope'", "unknown module"],
    "rsync-login": ["login", "@ERROR: auth failed on module data", "auth failed on module", "password file must be owned", "password file must not be other-accessible"],
    "rsync-refused": ["rights", "@ERROR: access denied to data from web1 (10.0.0.2)", "access denied to", "module is read only", "module is write only"],
    "rsync-chroot": ["serverFails", "@ERROR: chroot failed", "@error: chroot failed", "@error: chdir failed", "@error: max connections", "@error: failed to open lock file", "@error: invalid"],
    "rsync-peer": ["peer", "rsync: [sender] failed to connect to 127.0.0.1 (127.0.0.1): Connection refused (111)", "failed to connect to", "did not see server greeting", "timeout waiting for daemon connection", "io timeout after", "connection unexpectedly closed", "safe_read failed", "read error: connection reset", "writefd_unbuffered failed"],
    "rsync-name": ["nameLookup", "rsync: getaddrinfo: nothing.invalid 873: Name or service not known", "getaddrinfo: … name or service"],
    "rsync-protocol": ["peer", "protocol version mismatch -- is your shell clean?", "protocol version mismatch", "is your shell clean", "unexpected tag", "invalid checksum length", "error in rsync protocol data stream"],
    "rsync-exec": ["commandMissing", "rsync: [sender] Failed to exec dbclient: No such file or directory (2)", "failed to exec … no such file"],
    "rsync-vanished": ["state", "file has vanished: \"/data/x\"", "file has vanished", "some files vanished"],
    "rsync-unknown": ["usage", "rsync: --frob: unknown option", ": unknown option", "may not be used with", "cannot be used with", "the source and destination cannot both be remote", "unexpected remote arg", "unknown filter rule", "invalid … value"],
    "rsync-verify": ["hardware", "ERROR: x failed verification -- update discarded.", "failed verification -- update"],
  }),
  ...messagesOf({ source: "rsync(1)", for: "rsync", strength: "summary" }, {
    "rsync-code": ["nothing", "rsync error: some files/attrs were not transferred (see previous errors) (code 23) at main.c(1394) [sender=3.5.0]", "rsync error: "],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const fetchers = (): readonly MessageRule[] => [
  ...messagesOf({ source: "curl 7.88, libcurl-errors(3), seen", for: "curl" }, {
    "curl-protocol": ["usage", "curl: (1) Protocol \"htp\" not supported or disabled in libcurl", /\((?:1|2|4|43|48)\) (?!received http\/0)/, "protocol … not supported or disabled", "unsupported protocol", "is unknown", "requires parameter", "is badly used here", "was built to not support", "no url specified", "remote file name has no length", "try 'curl --help'"],
    "curl-url": ["value", "curl: (3) bad range specification in URL position 9:", /\(3\) /, "url using bad/illegal format", "url rejected", "malformed", "bad range", "unmatched brace", "unmatched close", "no host part in the url", "port number was not a decimal"],
    "curl-proxy-name": ["nameLookup", "curl: (5) Could not resolve proxy: proxy.invalid", "could not resolve proxy", /\(5\) /],
    "curl-name": ["nameLookup", "curl: (6) Could not resolve host: nothing.invalid", /\(6\) /],
    "curl-connect": ["peer", "curl: (7) Failed to connect to 127.0.0.1 port 1 after 0 ms: Couldn't connect to server", /\((?:7|28|52|55|56|18|16|92|8|12|13|30|35|45|89|95|96)\) (?!.{0,80}(?:certificate|ssl|tls|gnutls|proxy|http code))/],
    "curl-tls": ["tls", "curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number", /\((?:35|80|83|91)\) /],
    "curl-setting": ["value", "curl: (59) failed setting cipher list: FROB", /\((?:49|59)\) /],
    "curl-write": ["full", "curl: (23) Failure writing output to destination", "failure writing output", "failed writing body", "failed writing received data", "failed to create the file", "failed to open the file"],
    "curl-read": ["absent", "curl: (26) Failed to open/read local data from file/application", "can't open '", "cannot read config from", "error encountered when reading a file", "failed to open/read local data", "couldn't read data from file", "failed to open "],
    "curl-file": ["absent", "curl: (37) Couldn't open file /nope", "couldn't open file"],
    "curl-memory": ["=ENOMEM", "curl: (27) Out of memory", /\(27\) /],
    "curl-login": ["login", "curl: (67) Access denied: 530", /\((?:67|94)\) /, "access denied: 530", "login denied"],
    "curl-rights": ["rights", "curl: (9) Server denied you to change to the given directory", /\((?:9|25)\) /, "server denied you"],
    "curl-absent": ["absentThere", "curl: (78) The file does not exist", /\((?:19|78|36|68)\) /, "ret_r failed", "the file does not exist", "remote file not found", "couldn't cwd"],
    "curl-large": ["value", "curl: (63) Maximum file size exceeded", "maximum file size exceeded", "couldn't resume download", "cannot resume"],
    "curl-their-disk": ["theirDisk", "curl: (70) Remote disk full", /\(70\) /, "disk full or allocation exceeded"],
    "curl-ca": ["configuration", "curl: (77) error setting certificate verify locations:  CAfile: /etc/ssl/certs/ca-certificates.crt", /\((?:77|82|58|66|53|54)\) /],
    "curl-expired": ["expired", "curl: (60) SSL certificate problem: certificate has expired", "certificate has expired"],
    "curl-early": ["early", "curl: (60) SSL certificate problem: certificate is not yet valid", "not yet valid"],
    "curl-other-name": ["otherName", "curl: (60) SSL: no alternative certificate subject name matches target host name 'x'", "no alternative certificate subject name", "does not match target host"],
    "curl-untrusted": ["untrusted", "curl: (60) SSL certificate problem: self-signed certificate", /\((?:60|51|90)\) (?!.{0,60}(?:expired|yet valid|alternative|target host))/],
  }),
  ...messagesOf({ source: "wget 1.21 with GnuTLS or OpenSSL, seen; wget(1); BusyBox 1.36", for: "wget wget2 aria2c axel lftp ftp ncftp httpie http youtube-dl" }, {
    "wget-scheme": ["usage", "htp://x: Unsupported scheme 'htp'.", "unsupported scheme", "missing url", "invalid url", "invalid host name", "unsupported url"],
    "wget-config": ["configuration", "Parsing system wgetrc file failed.  Please check", "wgetrc file failed", "wget: unknown command '… in /"],
    "wget-connect": ["peer", "Connecting to 127.0.0.1:1... failed: Connection refused.", "connecting to … failed", "giving up", "read error at byte", "retrying", "connection closed at byte", "no data received", "unable to establish", "download timed out", "can't connect to remote host"],
    "wget-network": ["=ENETUNREACH", "Connecting to 10.0.0.1:80... failed: Network is unreachable.", "failed: network is unreachable"],
    "wget-name": ["nameLookup", "wget: unable to resolve host address 'nothing.invalid'", "unable to resolve host address", "bad address '"],
    "wget-name-servers": ["nameServers", "Resolving example.org (example.org)... failed: Temporary failure in name resolution.", "failed: temporary failure in name resolution"],
    "wget-write": ["full", "Cannot write to 'x' (No space left on device).", "cannot write to … no space", "cannot write to … success"],
    "wget-expired": ["expired", "ERROR: The certificate of 'x.example.org' has expired.", "certificate of … has expired", "issued certificate has expired"],
    "wget-early": ["early", "ERROR: The certificate of 'x.example.org' is not yet activated.", "is not yet activated", "issued certificate not yet valid"],
    "wget-untrusted": ["untrusted", "ERROR: The certificate of 'x.example.org' is not trusted.", "is not trusted", "hasn't got a known issuer", "self-signed certificate", "unable to locally verify"],
    "wget-other-name": ["otherName", "The certificate's owner does not match hostname 'x.example.org'", "owner does not match hostname", "certificate common name … doesn't match"],
    "wget-ftp": ["login", "Login incorrect.", "login incorrect", "the server refuses login", "username/password authentication failed", "authorization failed"],
    "wget-ftp-absent": ["absentThere", "No such file 'nope'.", "no such file '", "no such directory '"],
    "wget-range": ["state", "The file is already fully retrieved; nothing to do.", "already fully retrieved", "continued download failed"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const probes = (): readonly MessageRule[] => [
  ...messagesOf({ source: "iputils 20221126, bind9 9.18, netcat-openbsd 1.219, traceroute, telnet, nmap, seen", for: "ping ping6 traceroute tracepath mtr dig host nslookup nc ncat netcat telnet nmap arping fping whois socat showmount rpcinfo ldapsearch snmpwalk snmpget" }, {
    "ping-name": ["nameLookup", "ping: nothing.invalid: Name or service not known", "name or service not known", "no address associated with hostname", "unknown host", "could not resolve", "cannot handle \"host\" cmdline arg"],
    "ping-name-servers": ["nameServers", "ping: example.org: Temporary failure in name resolution", "temporary failure in name resolution", "no servers could be reached", "communications error to", "couldn't get address for"],
    "ping-network": ["=ENETUNREACH", "ping: connect: Network is unreachable", "network is unreachable", "connect: network is unreachable"],
    "ping-rights": ["root", "ping: socktype: SOCK_RAW: Operation not permitted", "sock_raw … not permitted", "icmp open socket", "lacking privilege", "missing cap_net_raw", "you do not have enough privileges"],
    "ping-device": ["noDevice", "ping: SO_BINDTODEVICE eth9: No such device", "so_bindtodevice", "unknown iface", "bind: cannot assign requested address", "interface \"… is not"],
    "nc-connect": ["peer", "nc: connect to 127.0.0.1 port 1 (tcp) failed: Connection refused", "nc: connect to", "telnet: unable to connect", "connect to address", "(unknown) [", "e connect(", "can't contact ldap server", "clnt_create", "rpc: program not registered", "timeout: no response from"],
    "nc-usage": ["usage", "nc: missing port number", "missing port number", "missing hostname and port", "no destination", "must not use -", "cannot use -"],
    "nc-port": ["value", "nc: port number too large: 80800", "port number too large", "port number too small", "port number invalid", "port range not valid", "invalid port", "service \"… unknown", "inverse name lookup failed for port"],
    "nc-listen": ["inUse", "nc: Address already in use", "address already in use", "e bind("],
    "dig-usage": ["usage", "Invalid option: +frob", "invalid option: +", "unknown query type", "invalid type", "is not a legal name", "is not a legal idna", "unexpected argument"],
    "nslookup-absent": ["nameLookup", "** server can't find nothing.invalid: NXDOMAIN", "server can't find", "nxdomain", "not found: 3(", "query refused", "servfail"],
  }),
  ...messagesOf({ source: "Postfix 3.7, Exim, msmtp, s-nail; RFC 5321", for: "mail mailx sendmail postfix msmtp swaks exim mutt s-nail ssmtp postmap newaliases" }, {
    "mail-queue": ["serviceDown", "postdrop: warning: mail_queue_enter: create file maildrop/1.2: No such file or directory", "mail_queue_enter", "mail system is down", "postdrop: warning", "mail system config problem", "open active … connection refused"],
    "mail-server": ["peer", "msmtp: cannot connect to smtp.example.org, port 587: Connection refused", "cannot connect to", "smtp server … not respond", "connection to … failed", "could not connect to smtp", /\b4[2-5]\d[ -]4?\.?\d?\.?\d? ?(?:service|server|try|temporar|system)/],
    "mail-login": ["login", "msmtp: authentication failed (method PLAIN)", "authentication failed", "535 ", "5.7.8", "530 5.7.0", "must issue a starttls"],
    "mail-refused": ["rights", "550 5.7.1 Relaying denied", "relaying denied", "relay access denied", "550 5.7.1", "554 5.7.1", "sender address rejected", "not owned by user", "spf check"],
    "mail-recipient": ["data", "550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown", "550 5.1.1", "recipient address rejected", "user unknown", "no such user here", "mailbox unavailable", "no recipients specified", "recipient names must be specified", "no recipient addresses found", "mailbox not found"],
    "mail-full": ["serverFull", "452 4.2.2 Mailbox full", "mailbox full", "452 4", "552 5.2.2", "message size exceeds", "552 5.3.4"],
    "mail-program": ["noSuchHere", "/usr/sbin/sendmail: No such file or directory", "sendmail: no such file", "sendmail: not found", "cannot start … sendmail", "fatal: open /etc/postfix/main.cf", "no configuration file available", "account default not found"],
  }),
];

export const remote = (): readonly MessageRule[] => [...ssh(), ...rsync(), ...fetchers(), ...probes()];
