// Failures of certificates, keys and TLS once more, by other clients and mechanisms; and of programs in other languages.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

/** Makes NAME.key and a certificate NAME.pem that signs itself. */
const pair = (name: string, more = ""): string =>
  `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${name}.key -out ${name}.pem -days 30 -subj /CN=web.example.org ${more}\n`;
/** Starts a service of this host that speaks TLS. */
const serve = (address: string, port: number, name: string): string =>
  `setsid openssl s_server -accept ${address}:${port} -cert ${name}.pem -key ${name}.key -www -quiet </dev/null >/dev/null 2>&1 &\nfor n in 1 2 3 4 5 6 7 8 9; do nc -z ${address} ${port} && break; sleep 0.1; done\n`;
const corp = "/etc/weather/certificates";
const bundle = "/etc/ssl/certs/ca-certificates.crt";
const web = (certificate: string, key: string): string =>
  `pid /tmp/nginx.pid;\nerror_log stderr;\nevents { }\nhttp { access_log off; server { listen 127.0.0.1:9443 ssl; ssl_certificate ${certificate}; ssl_certificate_key ${key}; } }\n`;

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-tls-2-user", [
  row("redis-ca", "redis-cli", "argv-ca-file-absent", user, "redis-cli --tls --cacert ${ARGV[0]} -h api.partner.example -p 443 ping", /./, { args: ["corp.pem"], wants: ["redis-cli"] }),
  row("git-certificate", "git", "argv-client-certificate-absent", user, "git -c http.sslCert=${ARGV[0]} ls-remote https://api.partner.example/app.git", /./, { args: ["ops.pem"] }),
  row("curl-ca-variable", "curl", "environment-ca-file-absent", user, "curl -fsS --cacert ${env.CORP_CA} -o ok.json https://api.partner.example/ok", /./, { environment: { CORP_CA: "/home/ops/corp.pem" } }),
  row("gpg-signer", "gpg", "environment-key-unknown", user, "gpg --batch -q --local-user ${env.SIGN_KEY} --detach-sign list.csv", /key/, { environment: { SIGN_KEY: "release@corp.example" }, files: { "list.csv": "a\n" } }),
  row("sign-request", "openssl", "argv-request-garbage", user, "param String request\nopenssl x509 -req -in ${request} -signkey web.key -days 30 -out web.crt", /./, { args: ["--request=web.csr"], files: { "web.csr": "CN = web\n" }, setup: `${pair("web")}ours web.*` }),
  row("ssh-open-key", "ssh", "param-key-others-may-read", user, "param String key\nssh -o BatchMode=yes -o StrictHostKeyChecking=no -o IdentitiesOnly=yes -i ${key} files.corp.example uptime", /denied|open/, { args: ["--key=deploy"], setup: "ssh-keygen -q -t ed25519 -N '' -f deploy; ours deploy*; chmod 644 deploy", wants: ["ssh", "/usr/sbin/sshd"] }),
  row("kubectl-ca", "kubectl", "argv-ca-file-absent", user, "kubectl --certificate-authority ${ARGV[0]} --server https://api.partner.example get nodes", /./, { args: ["cluster.crt"], wants: ["kubectl"] }),
  row("curl-settings", "curl", "users-settings-plain-port", user, "curl -fsS -K fetch.cfg", /./, { files: { "fetch.cfg": "url = \"https://api.partner.example:8080/ok\"\noutput = ok.json\n" } }),
  row("node-given", "node", "argv-file-no-json", user, "node sum.mjs ${ARGV[0]}", /Node/, { args: ["orders.json"], files: { "sum.mjs": "import { readFileSync } from 'node:fs';\nconst list = JSON.parse(readFileSync(process.argv[2], 'utf8'));\nconsole.log(list.length);\n", "orders.json": "[{\"id\": 1}, {\"id\": 2\n" } }),
  row("python-unset", "python3", "variable-unset-in-program", user, "python3 push.py", /KeyError/, { files: { "push.py": "import os\ntoken = os.environ['PUSH_TOKEN']\nprint(len(token))\n" } }),
  row("bash-unset", "bash", "variable-unset-in-program", user, "bash push.sh", /TOKEN/, { files: { "push.sh": "set -eu\n: \"${PUSH_TOKEN:?must be given}\"\necho ok\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-tls-2-software", [
  row("git-ca", "git", "literal-setting-ca-absent", software, "git -c http.sslCAInfo=certs/corp.pm ls-remote https://api.partner.example/app.git", /./, { files: { "certs/corp.pem": "x\n" } }),
  row("node-shipped-port", "node", "plain-port-in-shipped-program", software, "node poll.mjs", /Node/, { files: { "poll.mjs": "import https from 'node:https';\nhttps.get('https://api.partner.example:8080/ok', (answer) => answer.pipe(process.stdout));\n" } }),
  row("http-plain-port", "Http.get", "literal-plain-port", software, "String port = \"8080\"\nprintln(Http.get(\"https://api.partner.example:${port}/ok\").text)", /./, { api: "Http.get" }),
  row("http-at-tls", "Http.get", "literal-http-at-tls-port", software, "println(Http.get(\"http://api.partner.example:443/ok\").text)", /./, { api: "Http.get" }),
  row("wget-at-tls", "wget", "literal-http-at-tls-port", software, "wget -nv -t 1 -O ok.json http://api.partner.example:443/ok", /./),
  row("python-at-tls", "python3", "http-at-tls-port-in-program", software, `python3 -c "import urllib.request; print(urllib.request.urlopen('http://api.partner.example:443/ok').status)"`, /./),
  row("req-settings", "openssl", "settings-of-script-broken", software, "cat > req.cnf <<END\n[req]\nprompt = no\ndistinguished_name = dn\nEND\nopenssl req -new -config req.cnf -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout web.key -out web.csr", /./),
  row("keytool-short", "keytool", "literal-password-short", software, "keytool -genkeypair -keyalg EC -alias web -dname CN=web -keystore web.p12 -storepass web", /6 characters/, { wants: ["keytool"] }),
  row("perl-zero", "perl", "shipped-program-divides", software, "perl rate.pl 12 0", /zero/, { files: { "rate.pl": "my ($sum, $n) = (12, 0);\nprint $sum / $n, \"\\n\";\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-tls-2-system", [
  row("perl-https", "perl", "tls-library-uninstalled", system, "perl fetch.pl", /IO::Socket::SSL/, { files: { "fetch.pl": "use HTTP::Tiny;\nmy $r = HTTP::Tiny->new->get('https://api.partner.example/ok');\ndie $r->{content} unless $r->{success};\n" } }),
  row("http-own", "Http.get", "own-certificate-expired", system, "String base = \"https://localhost:8443\"\nprintln(Http.get(\"${base}/ok\").status)", /./, { api: "Http.get" }),
  row("git-own-name", "git", "own-name-self-signed", system, "git ls-remote https://app1.corp.example:9443/app.git", /./, { setup: `${pair("/etc/ssl/web", "-addext subjectAltName=DNS:app1.corp.example")}${serve("10.77.0.1", 9443, "/etc/ssl/web")}` }),
  row("python-store-closed", "python3", "trust-store-folder-closed", system, `python3 -c "import urllib.request; print(urllib.request.urlopen('https://api.partner.example/ok').status)"`, /CERTIFICATE/, { setup: "chmod 700 /etc/ssl/certs" }),
  row("sshd-open-key", "/usr/sbin/sshd", "own-host-key-others-may-read", system, "/usr/sbin/sshd -t", /hostkeys|open/, { as: "root", setup: "rm -f /etc/ssh/ssh_host_*; ssh-keygen -q -t ed25519 -N '' -f /etc/ssh/ssh_host_ed25519_key; chmod 644 /etc/ssh/ssh_host_ed25519_key; mkdir -p /run/sshd", wants: ["/usr/sbin/sshd"] }),
  row("nginx-encrypted", "nginx", "own-key-encrypted", system, "nginx -t -q -c /etc/nginx/web.conf", /./, { as: "root", files: { "/etc/nginx/web.conf": web("/etc/ssl/web.pem", "/etc/ssl/web.key") }, setup: `${pair("/etc/ssl/web")}openssl pkey -in /etc/ssl/web.key -aes256 -passout pass:winter -out locked.key; cp locked.key /etc/ssl/web.key`, wants: ["nginx"] }),
  row("python-own-service", "python3", "own-service-down-in-program", system, "python3 depth.py", /refused/, { files: { "depth.py": "import socket\nwith socket.create_connection(('127.0.0.1', 6399), 2) as queue:\n    queue.sendall(b'LLEN jobs\\r\\n')\n    print(queue.recv(100))\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-tls-2-external", [
  row("kubectl-unknown", "kubectl", "unknown-authority-of-server", external, "const SERVER = \"https://vault.partner.example\"\nkubectl --server ${SERVER} --token abc get nodes", /certificate/, { wants: ["kubectl"] }),
  row("redis-expired", "redis-cli", "peer-expired", external, `redis-cli --tls --cacert ${bundle} -h billing.partner.example -p 443 ping`, /./, { wants: ["redis-cli"] }),
  row("npm-name", "npm", "registry-other-name", external, "npm view --fetch-retries=0 --registry https://shop.partner.example/ left-pad version", /./, { environment: { NODE_EXTRA_CA_CERTS: `${corp}/ca.pem` }, patience: 90 }),
  row("checkend-piped", "openssl", "checked-certificate-of-peer", external, "openssl s_client -connect billing.partner.example:443 < /dev/null 2> /dev/null | openssl x509 -noout -checkend 86400 > /dev/null", /./),
  row("python-early", "python3", "peer-certificate-of-tomorrow-in-program", external, "python3 pull.py ${ARGV[0]}", /CERTIFICATE/, { args: ["stock"], files: { "pull.py": "import sys, urllib.request\nbase = 'https://next.partner.example/'\nprint(urllib.request.urlopen(base + sys.argv[1]).read())\n" } }),
  row("node-plain-peer", "node", "peer-speaks-no-tls-in-program", external, "node logo.mjs", /Node/, { files: { "logo.mjs": "const answer = await fetch('https://static.partner.example/logo.png');\nconsole.log(answer.status);\n" } }),
  row("keyscan", "ssh-keyscan", "keys-of-closing-host", external, "String keys = $(ssh-keyscan -T 1 feed.partner.example)\nprintln(keys)", /./),
  row("python-old", "python3", "peer-old-tls-in-program", external, "python3 staff.py", /SSL/, { files: { "staff.py": "import urllib.request\nprint(len(urllib.request.urlopen('https://hr.partner.example/staff.html').read()))\n" } }),
]);

export const tls2: readonly FaultCase[] = [...users, ...softwares, ...systems, ...externals];
