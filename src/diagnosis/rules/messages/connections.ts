/** What clients of any kind say of names, logins, web servers, TLS and remote procedure calls. */

import type { MessageRule } from "../../rule.ts";
import { messagesOf } from "./family.ts";

// biome-ignore format: one row a line reads as the table that it is
const names = (): readonly MessageRule[] =>
  messagesOf({ source: "gai_strerror(3), resolver libraries of Go, Java, Node, Python" }, {
    "name-lookup": ["nameLookup", "ping: nothing.invalid: Name or service not known", "could not resolve", "couldn't resolve", "name or service not known", "nodename nor servname", "no address associated with", "unable to resolve", "can't resolve", "cannot resolve", "unknown host", "unknownhost", "no such host", "host not found", "nxdomain", "server can't find", "enotfound", "eai_noname", "name does not resolve", "name not resolved", "bad address '", "could not translate host name", "unknown server host", "unknown mysql server host", "hostname lookup", "failed to resolve", "dns lookup failed", "name resolution failed", "nameresolutionerror", "cannot find host", "getaddrinfo failed", "no address found", "failed to lookup address", "error resolving", "unresolvable", "name lookup failed", "cannot look up", "resolving timed out", "unable to look up", "failure in name lookup"],
    "name-servers": ["nameServers", "ping: example.org: Temporary failure in name resolution", "temporary failure in name resolution", "temporary failure resolving", "temporary failure", "eai_again", "no servers could be reached", "no nameservers", "server misbehaving", "communications error to", "lookup … connection refused", "lookup … i/o timeout", "lookup … no such host on", "dns server", "try again later … name", "query timed out", "name server … not respond"],
    "servfail": ["nameLookup", "Host x.example.org not found: 2(SERVFAIL)", "servfail", "name server returned answer with no data", "non-recoverable failure in name resolution"],
  });

// biome-ignore format: one row a line reads as the table that it is
const logins = (): readonly MessageRule[] =>
  messagesOf({ source: "PAM, OpenSSH, HTTP and database clients" }, {
    "login": ["login", "me@web.example.org: Permission denied (publickey).", "permission denied (publickey", "permission denied (password", "permission denied (keyboard", "permission denied (gssapi", "permission denied, please try again", "authentication failed", "authentication failure", "authentication error", "authentication is required", "authentication required", "requires authentication", "not authenticated", "unauthenticated", "login incorrect", "login failed", "login denied", "logon failure", "invalid credentials", "bad credentials", "incorrect credentials", "wrong credentials", "access denied for user", "password authentication failed", "incorrect password", "wrong password", "invalid password", "bad password", "bad passphrase", "incorrect passphrase", "wrong passphrase", "invalid username", "invalid user name or password", "username and password", "noauth", "wrongpass", "nt_status_logon_failure", "nt_status_wrong_password", "nt_status_access_denied", "invalid token", "token has expired", "expired token", "expiredtoken", "token is expired", "token expired", "invalid api key", "invalidclienttokenid", "signaturedoesnotmatch", "invalid access key", "auth failed", "could not authenticate", "unable to authenticate", "failed to authenticate", "too many authentication failures", "no more authentication methods", "credentials were rejected", "must be logged in", "you are not logged in", "not logged in", "please log in", "login required", "account has expired", "account is locked", "password has expired", "invalid_grant", "reauthentication"],
    "no-login": ["noLogin", "Unable to locate credentials. You can configure credentials by running \"aws configure\".", "unable to locate credentials", "no credentials", "could not read username", "could not read password", "credentials not found", "could not find default credentials", "no valid credential", "fe_sendauth: no password supplied", "no password supplied", "no identities found", "could not open a connection to your authentication agent", "agent has no identities", "missing credentials", "credentials … not configured", "no api key", "missing access key", "please run 'az login'", "missing client token", "missing … token"],
    "rights-there": ["rights", "An error occurred (AccessDenied) when calling the ListBuckets operation: Access Denied", "an error occurred (accessdenied", "not authorized to perform", "unauthorizedoperation", "permission denied for", "permission_denied", "permissiondenied", "authorizationfailed", "is forbidden: user", "does not have storage", "does not have permission", "insufficient scope", "command denied to user", "noperm", "access is forbidden", "requested access to the resource is denied", "insufficientprivileges", "must be owner of", "must be superuser to", "not have permissions to"],
  });

/** Statuses of HTTP (RFC 9110, 15), in the ways in which clients print them. */
const status =
  "(?:error|http(?:/[\\d.]{1,4})?|status(?:[ _-]?code)?|response(?:[ _-]?code)?|code|returned|replied|received|answered|e)\\W{0,4}(?:(?:is|was|of|with|code)\\W{1,3})?";
const statusWith = (numbers: string, words: string): RegExp =>
  new RegExp(
    `(?:\\b${status}(?:${numbers})\\b(?!\\d|\\.\\d)|(?:^|[\\s"'(:])(?:${numbers})[ :-]{1,3}(?:${words})|\\b(?:${numbers}) (?:client|server) error\\b)`,
  );

// biome-ignore format: one row a line reads as the table that it is
const web = (): readonly MessageRule[] =>
  messagesOf({ source: "RFC 9110, 15; seen with curl, wget, git, apt, Python, Java, docker" }, {
    "server-error": ["serverFails", "curl: (22) The requested URL returned error: 503", statusWith("5\\d\\d", "internal|not impl|bad gateway|service|gateway|server"), "server returned http response code: 5"],
    "server-words": ["serverFails", "503 Service Unavailable", "service unavailable", "bad gateway", "gateway time", "internal server error", "proxy error", "server is overloaded", "temporarily unavailable, please", "serviceunavailable", "under maintenance", "maintenance mode", "backend fetch failed", "upstream connect error", "no healthy upstream", "no server is available to handle"],
    "too-often": ["tooOften", "toomanyrequests: You have reached your pull rate limit.", statusWith("429", "too many"), "too many requests", "toomanyrequests", "rate limit", "ratelimit", "throttl", "requestlimitexceeded", "slow down", "slowdown"],
    "page-login": ["login", "wget: server returned error: HTTP/1.1 401 Unauthorized", statusWith("401|407", "unauth|authoriz|proxy auth"), "401 unauthorized", "407 proxy authentication"],
    "page-refused": ["rights", "curl: (22) The requested URL returned error: 403", statusWith("402|403|451", "forbidden|payment|unavail"), "403 forbidden"],
    "page-absent": ["page", "E: The repository 'http://x.example.org/debian bookworm Release' does not have a Release file.", statusWith("404|410", "not found|gone"), "404 not found", "410 gone", "does not have a release file", "page not found", "nosuchbucket", "nosuchkey", "repository … not found", "the specified key does not exist", "the specified bucket does not exist"],
    "page-request": ["request", "requests.exceptions.HTTPError: 400 Client Error: Bad Request for url: http://x/", statusWith("400|405|406|409|41[1-7]|422|42[468]", "bad request|method not|not accept|conflict|unprocess|unsupp|length|precond|payload|request|uri"), "400 bad request", "405 method not allowed", "415 unsupported media", "422 unprocessable"],
    "page-slow": ["serverFails", "HTTP Error 408: Request Timeout", statusWith("408|425", "request time|too early")],
    "redirects": ["serverFails", "curl: (47) Maximum (50) redirects followed", "maximum (… redirects followed", "redirections exceeded", "too many redirects", "redirect loop", "exceeded 30 redirects", "stopped after 10 redirects"],
    "http-broken": ["serverFails", "curl: (1) Received HTTP/0.9 when not allowed", "received http/0.9", "error while processing content unencoding", "unrecognized content encoding", "malformed http", "badstatusline", "invalid http", "chunkedencodingerror", "incompleteread", "bad chunk", "transfer closed with … remaining", "http/2 stream", "protocol error", "http: server gave http response to https client", "weird server reply", "response ended prematurely", "err_empty_response"],
  });

// biome-ignore format: one row a line reads as the table that it is
const tls = (): readonly MessageRule[] =>
  messagesOf({ source: "openssl-verification-options(1), RFC 8446 6.2; seen with OpenSSL, GnuTLS, Go, Java" }, {
    "tls-expired": ["expired", "curl: (60) SSL certificate problem: certificate has expired", "certificate has expired", "certificate_expired", "certificate expired", "cert_has_expired", "has expired or is not yet valid", "certificateexpired", "issued certificate has expired", "crl has expired", "cert has expired", "alert certificate expired"],
    "tls-early": ["early", "curl: (60) SSL certificate problem: certificate is not yet valid", "certificate is not yet valid", "not yet valid", "not valid yet", "not yet activated", "certificatenotyetvalid", "cert_not_yet_valid"],
    "tls-untrusted": ["untrusted", "curl: (60) SSL certificate problem: unable to get local issuer certificate", "self-signed certificate", "self signed certificate", "unable to get local issuer", "unable to get issuer", "unable to verify the first certificate", "unable_to_verify_leaf", "unknown ca", "unknown authority", "unable to locally verify the issuer", "pkix path", "unable to find valid certification path", "certificate is not trusted", "hasn't got a known issuer", "doesn't have a known issuer", "issuer is unknown", "unknown issuer", "signed by unknown authority", "certificate chain too long", "depth_zero_self_signed", "self_signed_cert", "certificate verify failed", "certificate verification failed", "ssl certificate problem", "invalid ca certificate", "certificate rejected", "certificate revoked", "certificate_unknown", "certificate unknown", "bad certificate", "x509: certificate"],
    "tls-name": ["otherName", "curl: (60) SSL: no alternative certificate subject name matches target host name 'x.example.org'", "no alternative certificate subject", "hostname mismatch", "host name mismatch", "certificate did not match expected hostname", "no name matching", "doesn't match the host", "does not match the host", "does not match hostname", "does not match target host", "certificate is valid for … not", "doesn't match hostname", "hostname/ip does not match", "altname_invalid", "altnames", "certificate subject name", "certificate common name", "no subject alternative", "not valid for name", "ip address mismatch", "doesn't match requested host", "cannot validate certificate for"],
    "tls-protocol": ["tls", "curl: (35) OpenSSL/3.0.19: error:0A00010B:SSL routines::wrong version number", "wrong version number", "handshake failure", "handshake failed", "handshake error", "tls handshake", "ssl handshake", "sslv3 alert", "tlsv1 alert", "tlsv13 alert", "alert protocol version", "unsupported protocol", "no protocols available", "no shared cipher", "no cipher", "unknown protocol", "unexpected message", "ssl_error", "sslerror", "ssl connection", "ssl routines", "gnutls_handshake", "gnutls recv error", "tls connection", "ssl: error", "tls: first record does not look like", "tls alert", "certificate required", "unable to establish ssl", "ssl_connect", "ssl connect error", "decryption failed or bad record mac", "dh key too small", "ee key too small", "ca md too weak", "unsafe legacy renegotiation", "remote error: tls", "sslexception", "sslhandshakeexception"],
    "tls-setting": ["value", "curl: (59) failed setting cipher list: FROB", "failed setting cipher list", "failed setting tls 1.3 cipher", "failed setting curves list", "no cipher match", "unable to set cipher", "invalid cipher", "ssl_ctx_set_cipher_list", "unknown ssl protocol", "invalid sslmode value", "unknown tls version"],
    "tls-plain": ["tls", "ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1006)", "wrong_version_number", "err_ssl_", "packet length too long", "record layer failure", "unrecognized ssl message, plaintext connection", "not an ssl/tls record"],
    "key-file": ["content", "ssl.SSLError: [X509: NO_CERTIFICATE_OR_CRL_FOUND] no certificate or crl found (_ssl.c:4149)", "no certificate or crl found", "no_certificate_or_crl_found", "pem routines", "pem lib", "no start line", "bad end line", "bad base64 decode", "key values mismatch", "key_values_mismatch", "x509 certificate routines", "asn1 encoding routines", "unable to load client key", "unable to use key file", "not a valid certificate", "failed to parse certificate"],
    "tls-verify": ["certificate", "ERROR: cannot verify x.example.org's certificate, issued by 'CN=x':", "cannot verify", "certificate problem", "certificateexception", "ssl: certificate_verify_failed", "certificateverificationerror"],
    "tls-own-file": ["configuration", "curl: (77) error setting certificate file: /etc/ssl/certs/ca-certificates.crt", "error setting certificate", "could not load client certificate", "unable to load client certificate", "could not load pem client certificate", "unable to set private key", "problem with the local ssl certificate", "no suitable certificates found", "trustanchors parameter must be non-empty", "could not load … certificate"],
  });

/** Codes of gRPC (grpc/statuscodes), by name or number. */
// biome-ignore format: one row a line reads as the table that it is
const grpc = (): readonly MessageRule[] => {
  const code = (name: string, number: number): RegExp =>
    new RegExp(`(?:code ?[=:] ?|statuscode\\.|status: ?|grpc status |\\(code )(?:${name}\\b|${number}\\b(?=[^%\\d]*(?:desc|grpc|$)))`);
  return messagesOf({ source: "grpc.io, status codes" }, {
    "grpc-unavailable": ["serverFails", "rpc error: code = Unavailable desc = transport is closing", code("unavailable", 14)],
    "grpc-connect": ["peer", "rpc error: code = Unavailable desc = connection error: desc = \"transport: Error while dialing: dial tcp 10.0.0.1:2379: connect: connection refused\"", "code = unavailable … dial", "failed to connect to all addresses", "error while dialing"],
    "grpc-deadline": ["peer", "rpc error: code = DeadlineExceeded desc = context deadline exceeded", code("deadline_?exceeded", 4)],
    "grpc-login": ["login", "rpc error: code = Unauthenticated desc = invalid token", code("unauthenticated", 16)],
    "grpc-rights": ["rights", "rpc error: code = PermissionDenied desc = not allowed", code("permission_?denied", 7)],
    "grpc-absent": ["absentThere", "rpc error: code = NotFound desc = no such container", code("not_?found", 5)],
    "grpc-exists": ["inTheWay", "rpc error: code = AlreadyExists desc = container exists", code("already_?exists", 6)],
    "grpc-argument": ["value", "rpc error: code = InvalidArgument desc = bad request", code("(?:invalid_?argument|out_?of_?range)", 3)],
    "grpc-exhausted": ["serverFull", "rpc error: code = ResourceExhausted desc = too many", code("resource_?exhausted", 8)],
    "grpc-state": ["state", "rpc error: code = FailedPrecondition desc = not ready", code("failed_?precondition", 9)],
    "grpc-aborted": ["conflict", "rpc error: code = Aborted desc = transaction conflict", code("aborted", 10)],
    "grpc-unimplemented": ["unsupported", "rpc error: code = Unimplemented desc = unknown service x", code("unimplemented", 12)],
    "grpc-internal": ["serverFails", "rpc error: code = Internal desc = stream terminated", code("internal", 13)],
    "grpc-data-loss": ["serverFails", "rpc error: code = DataLoss desc = unrecoverable", code("data_?loss", 15)],
  });
};

// biome-ignore format: one row a line reads as the table that it is
const ends = (): readonly MessageRule[] =>
  messagesOf({ source: "OpenSSH, Samba and clients of many kinds" }, {
    "host-key": ["hostKey", "Host key verification failed.", "host key verification failed", "remote host identification has changed", "no ed25519 host key is known", "host key … not known", "host key … has changed", "no hostkey", "hostkey not found", "unknown host key", "key fingerprint … mismatch", "not in known_hosts", "authenticity of host"],
    "server-full": ["serverFull", "FATAL:  sorry, too many clients already", "too many connections", "too many clients", "max number of clients", "connection limit", "connection pool", "remaining connection slots", "maximum number of connections", "server is full", "too many users", "max_connections", "maxclients"],
    "smb-connect": ["=ECONNREFUSED", "do_connect: Connection to fs1 failed (Error NT_STATUS_CONNECTION_REFUSED)", "nt_status_connection_refused", "nt_status_connection_disconnected", "nt_status_connection_reset"],
    "smb-unreachable": ["=EHOSTUNREACH", "Connection failed (NT_STATUS_HOST_UNREACHABLE)", "nt_status_host_unreachable", "nt_status_network_unreachable"],
    "smb-timeout": ["=ETIMEDOUT", "Connection failed (NT_STATUS_IO_TIMEOUT)", "nt_status_io_timeout"],
    "smb-absent": ["absentThere", "tree connect failed: NT_STATUS_BAD_NETWORK_NAME", "nt_status_bad_network_name", "nt_status_object_name_not_found", "nt_status_no_such_file"],
    "proxy": ["network", "curl: (97) Can't complete SOCKS5 connection to x.example.org", "proxyerror", "cannot connect to proxy", "can't complete socks", "received http code … from proxy", "proxy connect aborted", "tunnel connection failed", "unable to tunnel through proxy", "proxy connection"],
    "no-network": ["network", "ping: connect: no default route", "network is down", "no default route", "interface is down", "rtnetlink answers: network is unreachable", "no network"],
  });

/** What libcurl says of its error codes (curl_easy_strerror(3)): git, cmake, R, PHP and many others hand it on without the code. */
// biome-ignore format: one row a line reads as the table that it is
const libcurl = (): readonly MessageRule[] =>
  messagesOf({ source: "libcurl 7.88, lib/strerror.c" }, {
    "libcurl-ca": ["configuration", "fatal: unable to access 'https://x.example.org/': Problem with the SSL CA cert (path? access rights?)", "problem with the ssl ca cert", "error reading x.509 key or certificate file", "problem with the local ssl certificate", "failed to load crl file", "issuer check against peer certificate failed", "ssl crypto engine not found", "couldn't use specified ssl cipher", "ssl client certificate required"],
    "libcurl-name": ["nameLookup", "Couldn't resolve host name", "couldn't resolve host name", "couldn't resolve proxy name"],
    "libcurl-peer": ["peer", "Server returned nothing (no headers, no data)", "server returned nothing", "failure when receiving data from the peer", "failed sending data to the peer", "transferred a partial file", "weird server reply", "couldn't connect to server", "error in the http2 framing layer", "stream error in the http/2", "timeout was reached", "proxy handshake error", "http/3 error", "quic connection error", "requested range was not delivered"],
    "libcurl-tls": ["tls", "SSL connect error", "ssl connect error", "requested ssl level failed"],
    "libcurl-verify": ["certificate", "SSL peer certificate or SSH remote key was not OK", "ssl peer certificate or ssh remote key was not ok", "server certificate verification failed"],
    "libcurl-url": ["usage", "URL using bad/illegal format or missing URL", "url using bad/illegal format", "unsupported protocol"],
    "libcurl-write": ["full", "Failed writing received data to disk/application", "failed writing received data to disk"],
    "libcurl-login": ["login", "Access denied to remote resource", "access denied to remote resource", "login denied"],
    "libcurl-redirects": ["serverFails", "Number of redirects hit maximum amount", "number of redirects hit maximum amount"],
  });

export const connections = (): readonly MessageRule[] => [
  ...names(),
  ...logins(),
  ...web(),
  ...tls(),
  ...grpc(),
  ...ends(),
  ...libcurl(),
];
