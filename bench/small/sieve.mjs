// Counts primes with the sieve of Eratosthenes.
const LIMIT = 5000000;
const composite = [];
for (let i = 0; i <= LIMIT; i++) composite.push(false);
let count = 0;
for (let i = 2; i <= LIMIT; i++) {
  if (composite[i]) continue;
  count++;
  for (let k = i * i; k <= LIMIT; k += i) composite[k] = true;
}
console.log(count);
