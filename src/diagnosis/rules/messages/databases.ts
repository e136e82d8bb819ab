/** What clients of databases say: SQLSTATE classes (ISO 9075-2, 24), PostgreSQL, MySQL, SQLite, Redis, MongoDB, and stores of keys. */

import type { MessageRule } from "../../rule.ts";
import { messagesOf } from "./family.ts";

/** A SQLSTATE of a class, as drivers print it: "(42S02)", "SQLSTATE[42S02]", "SQLSTATE: 42P01", "ERROR:  42P01: ". */
const sqlState = (classes: string): RegExp =>
  new RegExp(
    `(?:sqlstate[^a-z0-9]{1,3}|error[ :]{1,3}(?:\\d{1,5} )?\\(?|pg::|state ?[:=] ?)\\b(?:${classes})[0-9a-z]{3}\\b.{0,20}`,
  );
const mysqlError = (numbers: string): RegExp =>
  new RegExp(`(?:\\berror:?|error code:?|errno:?|\\[|got error:) ?\\(?(?:${numbers})\\b`);

// biome-ignore format: one row a line reads as the table that it is
const states = (): readonly MessageRule[] =>
  messagesOf({ source: "ISO 9075-2, 24; PostgreSQL 15, appendix A" }, {
    "sql-connection": ["peer", "SQLSTATE[08006] [7] could not connect to server", sqlState("08")],
    "sql-login": ["login", "SQLSTATE[28000] [1045] Access denied for user 'x'@'localhost'", sqlState("28")],
    "sql-syntax": ["statement", "ERROR:  42601: syntax error at or near \"selec\"", sqlState("42|2f|38|39|3b|26|34|2d|25|24")],
    "sql-data": ["data", "ERROR:  22P02: invalid input syntax for type integer: \"x\"", sqlState("21|22|23|27|44")],
    "sql-rights": ["rights", "ERROR:  42501: permission denied for table x", /(?:sqlstate[^a-z0-9]{1,3}|error[ :]{1,3}|state ?[:=] ?)42501\b/],
    "sql-conflict": ["conflict", "ERROR:  40P01: deadlock detected", sqlState("40|55")],
    "sql-absent": ["absentThere", "FATAL:  3D000: database \"x\" does not exist", sqlState("3d|3f")],
    "sql-resources": ["serverFull", "FATAL:  53300: sorry, too many clients already", sqlState("53|54")],
    "sql-operator": ["peer", "FATAL:  57P01: terminating connection due to administrator command", sqlState("57")],
    "sql-system": ["theirDisk", "ERROR:  58030: could not read file \"base/1/2\"", sqlState("58|xx|f0|p0")],
  });

// biome-ignore format: one row a line reads as the table that it is
const postgres = (): readonly MessageRule[] => [
  ...messagesOf({ source: "PostgreSQL 15, seen and read in its sources", for: "psql pg_dump pg_dumpall pg_restore createdb dropdb pg_isready vacuumdb reindexdb createuser dropuser pgbench pg_basebackup pg_ctl postgres" }, {
    "pg-socket": ["serviceDown", "psql: error: connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: No such file or directory", "on socket … no such file", "on unix domain socket … no such file", "on socket … connection refused", "on socket … permission denied"],
    "pg-tcp": ["peer", "could not connect to server: Connection refused", "could not connect to server: "],
    "pg-login": ["login", "psql: error: FATAL:  password authentication failed for user \"app\"", "password authentication failed", "peer authentication failed", "ident authentication failed", "no pg_hba.conf entry", "pg_hba.conf rejects connection", "role … does not exist", "is not permitted to log in", "no password supplied"],
    "pg-no-database": ["absentThere", "psql: error: FATAL:  database \"nope\" does not exist", "database … does not exist"],
    "pg-no-relation": ["statement", "ERROR:  relation \"nope\" does not exist", "relation … does not exist", "column … does not exist", "function … does not exist", "schema … does not exist", "type … does not exist", "syntax error at", "operator does not exist", "column reference", "must appear in the group by", "cannot insert multiple commands"],
    "pg-exists": ["inTheWay", "ERROR:  relation \"x\" already exists", "relation … already exists", "database … already exists", "role … already exists", "schema … already exists"],
    "pg-data": ["data", "ERROR:  duplicate key value violates unique constraint \"x_pkey\"", "violates … constraint", "invalid input syntax for", "value too long for type", "out of range for type", "null value in column", "invalid byte sequence", "extra data after last expected column", "missing data for column", "date/time field value out of range"],
    "pg-starting": ["peer", "FATAL:  the database system is starting up", "database system is starting up", "database system is shutting down", "in recovery mode", "terminating connection due to administrator", "server closed the connection unexpectedly", "cannot execute … in a read-only transaction"],
    "pg-slow": ["conflict", "ERROR:  canceling statement due to lock timeout", "canceling statement due to", "deadlock detected", "could not serialize access", "could not obtain lock", "being accessed by other users"],
    "pg-rights": ["rights", "ERROR:  permission denied for table x", "permission denied for", "permission denied to", "must be owner of", "must be superuser"],
    "pg-disk": ["theirDisk", "ERROR:  could not extend file \"base/16384/16385\": No space left on device", "could not extend file", "could not write to file", "could not write block", "could not read block", "invalid page in block", "could not fsync", "could not open file \"base", "could not open file \"global"],
    "pg-archive": ["content", "pg_restore: error: input file does not appear to be a valid archive", "does not appear to be a valid archive", "input file appears to be a text format dump", "input file is too short", "unsupported version … in file header", "did not find magic string"],
    "pg-version": ["unsupported", "pg_dump: error: aborting because of server version mismatch", "server version mismatch", "server version: "],
    "pg-memory": ["serverFull", "ERROR:  out of shared memory", "out of shared memory", "could not resize shared memory", "could not fork new process for connection"],
    "pg-data-folder": ["noSuchHere", "postgres: could not access the server configuration file \"/data/postgresql.conf\": No such file or directory", "could not access the server configuration file", "database files are incompatible", "has wrong ownership", "has invalid permissions", "is not a database cluster directory"],
  }),
  // What stands behind it says why.
  ...messagesOf({ source: "PostgreSQL 15, libpq", for: "psql pg_dump pg_dumpall pg_restore createdb dropdb pg_isready vacuumdb reindexdb createuser dropuser pgbench pg_basebackup", strength: "summary" }, {
    "pg-connection": ["peer", "psql: error: connection to server at \"127.0.0.1\", port 1 failed: something else", "connection to server at … failed"],
  }),
];

// biome-ignore format: one row a line reads as the table that it is
const mysql = (): readonly MessageRule[] =>
  messagesOf({ source: "MySQL 8.0 error reference; MariaDB 10.11, seen", for: "mysql mysqldump mysqladmin mysqlimport mysqlcheck mariadb mariadb-dump mariadb-admin mysqlpump mycli" }, {
    "mysql-socket": ["serviceDown", "ERROR 2002 (HY000): Can't connect to local server through socket '/run/mysqld/mysqld.sock' (2)", "can't connect to local", "through socket"],
    "mysql-tcp": ["peer", "ERROR 2003 (HY000): Can't connect to MySQL server on 'db01:3306' (111)", /(?:\berror:?|got error:) (?:2002|2003|2006|2012|2013|2055|1158|1159|1160|1161|1927)\b/, "can't connect to server on", "can't connect to mysql server on", "lost connection to", "server has gone away"],
    "mysql-name": ["nameLookup", "ERROR 2005 (HY000): Unknown server host 'nothing.invalid' (-2)", mysqlError("2005"), "unknown server host", "unknown mysql server host"],
    "mysql-login": ["login", "ERROR 1045 (28000): Access denied for user 'app'@'localhost' (using password: YES)", mysqlError("1045|1698|1251|1820|1862|3118|1130|2059|2061"), "access denied for user", "is not allowed to connect to this", "authentication plugin"],
    "mysql-rights": ["rights", "ERROR 1142 (42000): SELECT command denied to user 'app'@'localhost' for table 'x'", mysqlError("1044|1142|1143|1227|1370|1419|1410"), "command denied to user"],
    "mysql-absent": ["absentThere", "ERROR 1049 (42000): Unknown database 'nope'", mysqlError("1049|1008"), "unknown database"],
    "mysql-statement": ["statement", "ERROR 1146 (42S02): Table 'app.nope' doesn't exist", mysqlError("1054|1064|1065|1066|1052|1051|1109|1136|1146|1149|1305|1046|1067|1072|1091|1055|1111|1193|1231"), "you have an error in your sql syntax", "no database selected"],
    "mysql-exists": ["inTheWay", "ERROR 1007 (HY000): Can't create database 'x'; database exists", mysqlError("1007|1050|1060|1061|1304|1396"), "database exists"],
    "mysql-data": ["data", "ERROR 1062 (23000): Duplicate entry '1' for key 'PRIMARY'", mysqlError("1048|1062|1169|1216|1217|1264|1265|1292|1364|1366|1406|1411|1451|1452|1690|3819|1261|1262"), "duplicate entry", "data too long for column", "incorrect … value", "foreign key constraint fails"],
    "mysql-full": ["serverFull", "ERROR 1040 (08004): Too many connections", mysqlError("1040|1203|1226|1037|1038|1041|1135"), "too many connections"],
    "mysql-conflict": ["conflict", "ERROR 1213 (40001): Deadlock found when trying to get lock; try restarting transaction", mysqlError("1205|1213|1206|3572|1099|1100"), "deadlock found", "lock wait timeout"],
    "mysql-disk": ["theirDisk", "ERROR 1021 (HY000): Disk full (/tmp/x); waiting for someone to free some space...", mysqlError("1021|1114|1030|1194|1195|1034|1035|145|126|127"), "the table … is full", "is marked as crashed", "errcode: 28"],
    "mysql-read-only": ["state", "ERROR 1290 (HY000): The MySQL server is running with the --read-only option so it cannot execute this statement", mysqlError("1290|1792|1836|3100"), "--read-only option", "super-read-only"],
    "mysql-option": ["usage", "mysql: unknown option '--frob'", "unknown variable", "unknown option", "ambiguous option"],
    "mysql-packet": ["value", "ERROR 1153 (08S01): Got a packet bigger than 'max_allowed_packet' bytes", mysqlError("1153|2020"), "max_allowed_packet"],
  });

// biome-ignore format: one row a line reads as the table that it is
const sqlite = (): readonly MessageRule[] =>
  messagesOf({ source: "sqlite.org/rescode.html; sqlite3 3.40, seen", for: "sqlite3 sqlite" }, {
    "sqlite-locked": ["lock", "Error: in prepare, database is locked (5)", "database is locked", "database table is locked"],
    "sqlite-content": ["content", "Error: in prepare, file is not a database (26)", "file is not a database", "file is encrypted", "disk image is malformed", "malformed database schema"],
    "sqlite-full": ["full", "Error: stepping, database or disk is full (13)", "database or disk is full"],
    "sqlite-read-only": ["=EACCES", "Error: stepping, attempt to write a readonly database (8)", "readonly database"],
    "sqlite-statement": ["statement", "Error: in prepare, no such table: x", "no such table", "no such column", "no such function", "syntax error", "incomplete input", "parse error", "values were supplied", "has no column named", "ambiguous column"],
    "sqlite-data": ["data", "Error: stepping, UNIQUE constraint failed: t.a (19)", "constraint failed", "datatype mismatch"],
    "sqlite-io": ["=EIO", "Error: stepping, disk I/O error (10)", "disk i/o error"],
    "sqlite-exists": ["inTheWay", "Error: in prepare, table x already exists", "table … already exists", "index … already exists"],
  });

// biome-ignore format: one row a line reads as the table that it is
const stores = (): readonly MessageRule[] => [
  ...messagesOf({ source: "redis.io, error replies; redis-cli 7.0, seen", for: "redis-cli valkey-cli redis-benchmark keydb-cli" }, {
    "redis-connect": ["peer", "Could not connect to Redis at 127.0.0.1:6379: Connection refused", "could not connect to redis at … refused", "could not connect to redis at … timed out", "could not connect to redis at … no route", "server closed the connection"],
    "redis-name": ["nameLookup", "Could not connect to Redis at nothing.invalid:6379: Name or service not known", "could not connect to redis at … name or service"],
    "redis-login": ["login", "(error) NOAUTH Authentication required.", "noauth", "wrongpass", "auth failed", "invalid username-password"],
    "redis-rights": ["rights", "(error) NOPERM this user has no permissions to run the 'flushall' command", "noperm"],
    "redis-memory": ["serverFull", "(error) OOM command not allowed when used memory > 'maxmemory'.", "oom command not allowed"],
    "redis-state": ["peer", "(error) LOADING Redis is loading the dataset in memory", "loading redis is loading", "masterdown", "clusterdown", "tryagain", "busy redis is busy", "misconf redis is configured to save", "noreplicas"],
    "redis-read-only": ["state", "(error) READONLY You can't write against a read only replica.", "readonly you can't write", "moved ", "ask "],
    "redis-usage": ["usage", "(error) ERR unknown command 'FROB', with args beginning with:", "err unknown command", "err wrong number of arguments", "err syntax error", "unrecognized option or bad number of args", "err unknown subcommand", "noscript"],
    "redis-value": ["value", "(error) WRONGTYPE Operation against a key holding the wrong kind of value", "wrongtype", "err value is not an integer", "err invalid", "err index out of range"],
    "redis-save": ["theirDisk", "(error) MISCONF Errors writing to the AOF file: No space left on device", "errors writing to the aof", "failed opening the rdb", "background save terminated"],
  }),
  ...messagesOf({ source: "mongodb.com, error codes", for: "mongosh mongo mongodump mongorestore mongoimport mongoexport" }, {
    "mongo-connect": ["peer", "MongoNetworkError: connect ECONNREFUSED 127.0.0.1:27017", "mongonetworkerror", "mongoserverselectionerror", "server selection error", "server selection timeout", "no reachable servers", "not primary", "notprimary", "no primary"],
    "mongo-login": ["login", "MongoServerError: Authentication failed.", "authentication failed", "requires authentication", "sasl conversation error"],
    "mongo-rights": ["rights", "MongoServerError: not authorized on admin to execute command { listDatabases: 1 }", "not authorized on"],
    "mongo-data": ["data", "MongoServerError: E11000 duplicate key error collection: app.x index: _id_ dup key: { _id: 1 }", "e11000", "document failed validation", "bsonobj size"],
    "mongo-usage": ["statement", "MongoServerError: unknown operator: $frob", "unknown operator", "unrecognized pipeline stage", "mongoinvalidargumenterror", "mongoparseerror", "invalid connection string", "unknown top level operator"],
  }),
  ...messagesOf({ source: "etcd.io, vault and consul documentation", for: "etcdctl etcd vault consul nomad" }, {
    "etcd-connect": ["peer", "Error: context deadline exceeded", "context deadline exceeded", "etcdserver: request timed out", "etcdserver: no leader", "leader changed", "connection refused", "no cluster leader", "error querying agent", "unexpected response code: 500", "error checking seal status", "rpc error making call"],
    "etcd-space": ["theirDisk", "Error: etcdserver: mvcc: database space exceeded", "database space exceeded"],
    "etcd-login": ["login", "Error: etcdserver: invalid auth token", "invalid auth token", "authentication failed", "user name is empty", "acl not found", "bad token", "missing client token"],
    "etcd-rights": ["rights", "Error: etcdserver: permission denied", "etcdserver: permission denied", "permission denied", "1 error occurred: … permission denied"],
    "vault-sealed": ["peer", "* Vault is sealed", "vault is sealed", "vault is not initialized", "server is not yet initialized"],
    "etcd-absent": ["absentThere", "No value found at secret/data/nope", "no value found at", "key not found", "requested lease not found", "no handler for route"],
    "etcd-compacted": ["state", "Error: etcdserver: mvcc: required revision has been compacted", "has been compacted", "check-and-set parameter did not match"],
    "vault-https": ["configuration", "Get \"https://127.0.0.1:8200/v1/sys/seal-status\": http: server gave HTTP response to HTTPS client", "server gave http response to https client"],
  }),
];

export const databases = (): readonly MessageRule[] => [
  ...states(),
  ...postgres(),
  ...mysql(),
  ...sqlite(),
  ...stores(),
];
