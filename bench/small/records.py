# Filters the records of a JSON file, and writes what is left.
import json
kept, total = [], 0.0
for row in json.load(open("records.json")):
    if not row["active"]:
        continue
    total += row["value"]
    kept.append({"id": row["id"], "name": row["name"].upper(), "value": row["value"] * 1.19})
json.dump(kept, open("out.json", "w"))
print(len(kept), round(total))
