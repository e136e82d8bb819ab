// Failures of certificates, keys and signatures: many programs, and certificates of every owner.
import { external, type FaultCase, group, row, software, system, user } from "../case.ts";

/** Makes NAME.key and a certificate NAME.pem that signs itself. */
const pair = (name: string, more = ""): string =>
  `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ${name}.key -out ${name}.pem -days 30 -subj /CN=web.example.org ${more}\n`;
/** Starts a service on loopback that speaks TLS. */
const serve = (port: number, name: string, more = ""): string =>
  `setsid openssl s_server -accept 127.0.0.1:${port} -cert ${name}.pem -key ${name}.key -www -quiet ${more} </dev/null >/dev/null 2>&1 &\nfor n in 1 2 3 4 5 6 7 8 9; do nc -z 127.0.0.1 ${port} && break; sleep 0.1; done\n`;
const corp = "/etc/weather/certificates";
const trusted = { NODE_EXTRA_CA_CERTS: `${corp}/ca.pem` };
const web = (certificate: string, key: string): string =>
  `pid /tmp/nginx.pid;\nerror_log stderr;\nevents { }\nhttp { access_log off; server { listen 127.0.0.1:9443 ssl; ssl_certificate ${certificate}; ssl_certificate_key ${key}; } }\n`;

// biome-ignore format: one row a line reads as the table that it is
const users = group("practice-tls-1-user", [
  row("curl-ca-argv", "curl", "argv-ca-file-absent", user, "curl -fsS --cacert ${ARGV[0]} https://api.partner.example/ok", /./, { args: ["corp-ca.pem"] }),
  row("curl-pair", "curl", "argv-key-not-of-certificate", user, "param String certificate\nparam String key\ncurl -fsS --cert ${certificate} --key ${key} https://api.partner.example/ok", /key/, { args: ["--certificate=a.pem", "--key=b.key"], setup: `${pair("a")}${pair("b")}ours a.* b.*` }),
  row("openssl-passphrase", "openssl", "environment-passphrase-wrong", user, "openssl pkey -in server.key -passin env:KEYPASS -noout", /./, { environment: { KEYPASS: "spring" }, setup: "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass pass:winter -out server.key; ours server.key" }),
  row("verify-expired", "openssl", "argv-certificate-expired", user, "openssl verify -CAfile /etc/ssl/certs/ca-certificates.crt ${ARGV[0]}", /expired/, { args: ["partner.pem"], setup: `cp ${corp}/billing.partner.example.pem partner.pem; ours partner.pem` }),
  row("python-ca", "python3", "argv-ca-file-no-pem", user, "python3 fetch.py ${ARGV[0]}", /./, { args: ["ca.crt"], files: { "fetch.py": "import ssl, sys, urllib.request\ncontext = ssl.create_default_context(cafile=sys.argv[1])\nprint(urllib.request.urlopen('https://api.partner.example/ok', context=context).status)\n", "ca.crt": "subject=CN = Corp Root CA\n" } }),
  row("gpg-bad-signature", "gpg", "argv-signature-bad", user, "gpg --batch -q --verify ${ARGV[0]} ${ARGV[1]}", /BAD signature/, { args: ["list.csv.sig", "list.csv"], files: { "list.csv": "a;1\n" }, setup: "export GNUPGHOME=/home/ops/.gnupg; mkdir -m 700 $GNUPGHOME; gpg --batch -q --passphrase '' --quick-generate-key ops@corp.example ed25519 sign never; gpg --batch -q --detach-sign list.csv; echo 'b;2' >>list.csv; gpgconf --kill all; ours -R $GNUPGHOME list.csv.sig" }),
  row("gpg-import", "gpg", "prompted-key-file-garbage", user, "String file = System.ask(\"Which key? \")\ngpg --batch -q --import ${file}", /no valid OpenPGP data/, { input: "keys/ann.asc\n", files: { "keys/ann.asc": "-----BEGIN PGP PUBLIC KEY-----\nmQ==\n" } }),
  row("curl-url-plain", "curl", "argv-url-plain-port", user, "param String url\ncurl -fsS -o state.json ${url}", /./, { args: ["--url=https://api.partner.example:8080/ok"] }),
  row("psql-root-certificate", "psql", "environment-sslmode-unknown", user, "psql -h db.corp.example -U app -Atc 'select 1' shop", /sslmode/, { environment: { PGSSLMODE: "verify" }, wants: ["psql", "/usr/lib/postgresql"] }),
  row("keygen-encrypted", "ssh-keygen", "argv-key-encrypted", user, "ssh-keygen -y -P '' -f ${ARGV[0]}", /passphrase/, { args: ["deploy_key"], setup: "ssh-keygen -q -t ed25519 -N winter -f deploy_key; ours deploy_key*" }),
  row("pkcs12-password", "openssl", "password-of-users-file-wrong", user, "openssl pkcs12 -in bundle.p12 -passin file:password.txt -nodes -out all.pem", /./, { files: { "password.txt": "spring\n" }, setup: `${pair("a")}openssl pkcs12 -export -inkey a.key -in a.pem -passout pass:winter -out bundle.p12; ours a.* bundle.p12` }),
  row("curl-ca-environment", "curl", "environment-ca-file-absent", user, "curl -fsS https://api.partner.example/ok", /./, { environment: { CURL_CA_BUNDLE: "/home/ops/ca/corp.pem" } }),
  row("python-ca-environment", "python3", "environment-ca-file-other", user, `python3 -c "import urllib.request; print(urllib.request.urlopen('https://api.partner.example/ok').status)"`, /CERTIFICATE_VERIFY_FAILED/, { environment: { SSL_CERT_FILE: "/srv/job/mine.pem" }, setup: `${pair("mine")}ours mine.*` }),
  row("keytool-import", "keytool", "argv-certificate-garbage", user, "keytool -importcert -noprompt -storepass changeit -keystore trust.p12 -alias partner -file ${ARGV[0]}", /X\.509|certificate/, { args: ["partner.cer"], files: { "partner.cer": "hello\n" }, wants: ["keytool"] }),
]);

// biome-ignore format: one row a line reads as the table that it is
const softwares = group("practice-tls-1-software", [
  row("python-plain-port", "python3", "literal-plain-port-in-program", software, `python3 -c "import urllib.request; print(urllib.request.urlopen('https://api.partner.example:8080/ok').status)"`, /SSL/),
  row("node-plain-port", "node", "literal-plain-port-in-program", software, `node -e "fetch('https://api.partner.example:8080/ok').then(async r => console.log(await r.text()))"`, /Node/),
  row("client-plain-port", "openssl", "literal-plain-port", software, "openssl s_client -brief -connect api.partner.example:80 < /dev/null", /wrong version/),
  row("curl-http-at-tls", "curl", "literal-http-at-tls-port", software, "curl -fsS -o ok.json http://api.partner.example:443/ok", /./),
  row("wget-address", "wget", "literal-address-for-name", software, "wget -nv -O ok.json https://10.77.0.11/ok", /certificate/),
  row("curl-ca-literal", "curl", "literal-ca-file-typo", software, "curl -fsS --cacert certs/corp-root.pm https://api.partner.example/ok", /./, { files: { "certs/corp-root.pem": "x" } }),
  row("nginx-here-document", "nginx", "config-of-script-lacks-certificate", software, `cat > site.conf <<END\n${web("/srv/job/tls/web.pem", "/srv/job/tls/web.key")}END\nnginx -t -q -c /srv/job/site.conf`, /cannot load certificate/, { wants: ["nginx"] }),
  row("req-subject", "openssl", "literal-subject-form", software, "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout web.key -out web.csr -subj CN=web.corp.example", /./),
  row("x509-option", "openssl", "literal-option-slip", software, "openssl x509 -in web.pem -outform PKCS8", /./, { setup: `${pair("web")}ours web.*` }),
  row("curl-cipher", "curl", "literal-cipher-unknown", software, "curl -fsS --ciphers ECDHE-AES-512 https://api.partner.example/ok", /cipher/),
  row("verify-shipped", "openssl", "shipped-certificate-expired", software, "openssl verify -CAfile ${SCRIPT_DIR}/certs/ca.pem ${SCRIPT_DIR}/certs/client.pem", /expired/, { setup: `mkdir certs; cp ${corp}/ca.pem certs; cp ${corp}/billing.partner.example.pem certs/client.pem; ours certs` }),
  row("s_server-pair", "openssl", "literal-key-not-of-certificate", software, "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out web.key\nopenssl req -x509 -new -key web.key -days 2 -subj /CN=web -out web.pem\nopenssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out web.key\nopenssl s_server -accept 127.0.0.1:9443 -cert web.pem -key web.key -naccept 1", /./),
  row("perl-key", "openssl", "literal-digest-unknown", software, "openssl dgst -sha265 list.csv", /./, { files: { "list.csv": "a\n" } }),
]);

// biome-ignore format: one row a line reads as the table that it is
const systems = group("practice-tls-1-system", [
  row("wget-own", "wget", "own-certificate-expired", system, "wget -nv -O ok.json https://localhost:8443/ok", /certificate/),
  row("python-own", "python3", "own-certificate-expired-in-program", system, `python3 -c "import urllib.request; print(urllib.request.urlopen('https://localhost:8443/ok').status)"`, /CERTIFICATE/),
  row("client-own", "openssl", "own-certificate-expired", system, "String port = ARGV[0]\nopenssl s_client -verify_return_error -brief -connect localhost:${port} < /dev/null", /./, { args: ["8443"] }),
  row("node-own", "node", "own-certificate-expired-in-program", system, "node health.mjs", /./, { environment: trusted, files: { "health.mjs": "const answer = await fetch('https://localhost:8443/ok');\nconsole.log(answer.status);\n" } }),
  row("curl-own-self", "curl", "own-certificate-self-signed", system, "curl -fsS https://127.0.0.1:9443/", /./, { setup: `${pair("/etc/ssl/web", "-addext subjectAltName=IP:127.0.0.1")}${serve(9443, "/etc/ssl/web")}` }),
  row("nginx-own-key", "nginx", "own-key-not-of-certificate", system, "nginx -t -q -c /etc/nginx/web.conf", /key values mismatch/, { as: "root", files: { "/etc/nginx/web.conf": web("/etc/ssl/web.pem", "/etc/ssl/web.key") }, setup: `${pair("/etc/ssl/web")}${pair("other")}cp other.key /etc/ssl/web.key`, wants: ["nginx"] }),
  row("nginx-own-cut", "nginx", "own-certificate-cut", system, "sudo nginx -t", /./, { as: "root", api: /nginx|sudo/, files: { "/etc/nginx/nginx.conf": web("/etc/ssl/web.pem", "/etc/ssl/web.key") }, setup: `${pair("/etc/ssl/web")}head -n 5 /etc/ssl/web.pem >cut; cp cut /etc/ssl/web.pem`, wants: ["nginx", "sudo"] }),
  row("apache-own", "apachectl", "own-certificate-absent", system, "apachectl configtest", /./, { as: "root", setup: "a2enmod -q ssl; a2ensite -q default-ssl; sed -i s,/etc/ssl/certs/ssl-cert-snakeoil.pem,/etc/ssl/certs/web.pem, /etc/apache2/sites-available/default-ssl.conf; mkdir -p /var/log/apache2", wants: ["apachectl", "/etc/apache2/sites-available/default-ssl.conf"] }),
  row("sshd-own", "/usr/sbin/sshd", "own-host-keys-gone", system, "/usr/sbin/sshd -t", /hostkeys|host key/i, { as: "root", setup: "rm -f /etc/ssh/ssh_host_*; mkdir -p /run/sshd", wants: ["/usr/sbin/sshd"] }),
  row("client-no-store", "openssl", "trust-store-empty", system, "openssl s_client -verify_return_error -brief -connect api.partner.example:443 < /dev/null", /verif/, { setup: "rm -rf /etc/ssl/certs/*" }),
  row("wget-quiet-no-store", "wget", "trust-store-empty-quiet", system, "wget -q -O ok.json https://api.partner.example/ok", /wget/, { setup: "rm -rf /etc/ssl/certs/*" }),
  row("curl-store-closed", "curl", "trust-store-unreadable", system, "const BASE = \"https://api.partner.example\"\ncurl -fsS -o ok.json ${BASE}/ok", /./, { setup: "chmod 600 /etc/ssl/certs/ca-certificates.crt" }),
  row("apt-unsigned", "apt-get", "own-repository-unsigned", system, "apt-get update -q", /not signed/, { as: "root", setup: "rm -rf /etc/apt/sources.list* ; mkdir -p /srv/packages /var/lib/apt/lists/partial; cd /srv/packages; : >Packages; printf 'Origin: corp\\nDate: Thu, 01 Jan 2026 00:00:00 UTC\\nSHA256:\\n e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 0 Packages\\n' >Release; echo 'deb file:/srv/packages ./' >/etc/apt/sources.list" }),
  row("gpgv-ring", "gpgv", "own-keyring-absent", system, "gpgv --keyring /usr/share/keyrings/corp-archive.gpg list.sig list.csv", /./, { files: { "list.csv": "a\n" }, setup: "export GNUPGHOME=/tmp/g; mkdir -m 700 $GNUPGHOME; gpg --batch -q --passphrase '' --quick-generate-key ops@corp.example ed25519 sign never; gpg --batch -q -o list.sig --detach-sign list.csv; gpgconf --kill all; ours list.sig", wants: ["gpgv"] }),
]);

// biome-ignore format: one row a line reads as the table that it is
const externals = group("practice-tls-1-external", [
  row("git-name", "git", "other-name-of-literal", external, "git clone -q https://shop.partner.example/shop.git", /certificate|SSL/),
  row("python-unknown", "python3", "unknown-authority-in-program", external, `python3 -c "import urllib.request; print(urllib.request.urlopen('https://vault.partner.example/v1').status)"`, /CERTIFICATE/),
  row("node-expired", "node", "peer-expired-in-program", external, "node poll.mjs ${ARGV[0]}", /./, { args: ["invoices"], environment: trusted, files: { "poll.mjs": "import https from 'node:https';\nhttps.get(`https://billing.partner.example/${process.argv[2]}`, (answer) => answer.pipe(process.stdout));\n" } }),
  row("wget-quiet-expired", "wget", "peer-expired-quiet", external, "wget -q -O invoices.csv https://billing.partner.example/invoices.csv", /wget/),
  row("client-old", "openssl", "peer-old-tls", external, "openssl s_client -brief -connect hr.partner.example:443 < /dev/null", /./),
  row("python-plain-peer", "python3", "peer-speaks-no-tls-in-program", external, "python3 logo.py", /SSL/, { files: { "logo.py": "import urllib.request\nopen('logo.png', 'wb').write(urllib.request.urlopen('https://static.partner.example/logo.png').read())\n" } }),
  row("download-early", "Http.download", "peer-certificate-of-tomorrow", external, "Http.download(\"https://next.partner.example/list.csv\", \"list.csv\")", /./, { api: "Http.download" }),
  row("gpg-downloaded", "gpg", "downloaded-key-is-a-page", external, "curl -fsS -o partner.asc http://api.partner.example/html\ngpg --batch -q --import partner.asc", /no valid OpenPGP data/),
  row("npm-expired", "npm", "registry-certificate-expired", external, "npm view --fetch-retries=0 --registry https://billing.partner.example/ left-pad version", /./, { environment: trusted }),
  row("pip-name", "pip", "index-other-name", external, "pip download -q --no-deps --retries 0 --index-url https://shop.partner.example/simple six", /./, { wants: ["pip"] }),
  row("msmtp-name", "msmtp", "mail-server-other-name", external, "echo hello | msmtp --host=shop.partner.example --port=443 --tls=on --tls-starttls=off --timeout=5 --from=ops@corp.example ann@partner.example", /./, { wants: ["msmtp"] }),
  row("java-unknown", "java", "unknown-authority-in-program", external, "java Fetch.java", /PKIX/, { files: { "Fetch.java": "import java.net.URL;\npublic class Fetch { public static void main(String[] a) throws Exception { System.out.println(new URL(\"https://vault.partner.example/v1\").openStream().read()); } }\n" }, wants: ["java", "javac"] }),
  row("curl-argv-host", "curl", "peer-expired-argv-page", external, "curl -fsS -o invoice.pdf https://billing.partner.example/invoices/${ARGV[0]}.pdf", /verif/, { args: ["2026-11"] }),
]);

export const tls1: readonly FaultCase[] = [...users, ...softwares, ...systems, ...externals];
