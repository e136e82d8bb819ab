/** What can be seen of an address by itself: whether it can be one at all. */

/** What may stand ahead of "://"; "git+ssh" is of two. */
const schemes = new Set(
  "http https ftp ftps sftp scp ssh git rsync file ws wss ldap ldaps ldapi tftp telnet dict gopher imap imaps smb smbs smtp smtps mqtt rtsp rtmp redis rediss postgres postgresql mysql mongodb srv amqp amqps nfs docker oci unix tcp udp tls npipe svn socks jdbc etcd consul vault dns magnet bolt kafka nats".split(
    " ",
  ),
);

/** Four numbers with dots, of which one is too large to be a part of an IPv4 address. */
export function isBadIpv4(text: string): boolean {
  const parts = /^(\d{1,4})\.(\d{1,4})\.(\d{1,4})\.(\d{1,4})$/.exec(text)?.slice(1);
  return parts?.some((part) => Number(part) > 255) === true;
}

/** Whether a text is written as a URL, and cannot be one: no such scheme, no host, or a port that is none. */
export function isBadUrl(text: string): boolean {
  const [, scheme, authority] = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#]*)/.exec(text) ?? [];
  if (scheme === undefined || authority === undefined) {
    // "http:/x", "https//x", "http;//x".
    return /^(?:https?|ftp|sftp|ssh|git|rsync)(?:\/\/|:\/[^/]|;\/\/|:\\)/i.test(text);
  }
  if (
    !/^(?:s3|gs|pop3s?|socks[45][ah]?|neo4j|docker-\w+)$/i.test(scheme) &&
    !scheme
      .toLowerCase()
      .split("+")
      .every((part) => schemes.has(part))
  )
    return true;
  if (/^(?:file|unix|npipe)/i.test(scheme)) return false;
  const host = authority.replace(/^[^@]*@/, "");
  const [, name = "", port = ""] = /^(\[[^\]]*\]|[^:]*)(?::(.*))?$/.exec(host) ?? [];
  if (name === "" || /[\s"<>\\^`{|}]/.test(name) || isBadIpv4(name)) return true;
  return port !== "" && (!/^\d+$/.test(port) || Number(port) > 65_535);
}
