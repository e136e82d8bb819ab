# Takes the lines of an access log apart, and counts by status and path.
import re
statuses, sizes = {}, {}
pattern = re.compile(r'^(\S+) \S+ \S+ \[[^\]]+\] "(\w+) ([^ ?"]+)[^"]*" (\d{3}) (\d+)$')
for line in open("access.log"):
    parts = pattern.match(line.rstrip("\n"))
    if parts is None:
        continue
    statuses[parts[4]] = statuses.get(parts[4], 0) + 1
    sizes[parts[3]] = sizes.get(parts[3], 0) + int(parts[5])
for name in sorted(statuses):
    print(name, statuses[name])
print(len(sizes))
