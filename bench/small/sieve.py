# Counts primes with the sieve of Eratosthenes.
LIMIT = 5000000
composite = []
for i in range(LIMIT + 1):
    composite.append(False)
count = 0
for i in range(2, LIMIT + 1):
    if composite[i]:
        continue
    count += 1
    for k in range(i * i, LIMIT + 1, i):
        composite[k] = True
print(count)
