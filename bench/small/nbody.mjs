// The orbits of the sun and four planets, step by step.
const x = [0.0, 4.841431442464721, 8.34336671824458, 12.894369562139131, 15.379697114850917];
const y = [0.0, -1.1603200440274284, 4.124798564124305, -15.111151401698631, -25.919314609987964];
const z = [0.0, -0.10362204447112311, -0.4035234171143214, -0.22330757889265573, 0.17925877295037118];
const vx = [0.0, 0.606326392995832, -1.0107743461787924, 1.0827910064415354, 0.979090732243898];
const vy = [0.0, 2.81198684491626, 1.8256623712304119, 0.8687130181696082, 0.5946989986476762];
const vz = [0.0, -0.02521836165988763, 0.008415761376584154, -0.010832637401363636, -0.0347559555078104];
const mass = [39.4784176043574, 0.0376936749096774, 0.0112863261319687, 0.00172372405705971, 0.00203368686992463];

function advance(dt) {
  for (let i = 0; i < 5; i++) {
    for (let j = i + 1; j < 5; j++) {
      const dx = x[i] - x[j];
      const dy = y[i] - y[j];
      const dz = z[i] - z[j];
      const d2 = dx * dx + dy * dy + dz * dz;
      const magnitude = dt / (d2 * Math.sqrt(d2));
      vx[i] -= dx * mass[j] * magnitude;
      vy[i] -= dy * mass[j] * magnitude;
      vz[i] -= dz * mass[j] * magnitude;
      vx[j] += dx * mass[i] * magnitude;
      vy[j] += dy * mass[i] * magnitude;
      vz[j] += dz * mass[i] * magnitude;
    }
  }
  for (let i = 0; i < 5; i++) {
    x[i] += dt * vx[i];
    y[i] += dt * vy[i];
    z[i] += dt * vz[i];
  }
}

for (let step = 0; step < 500000; step++) {
  advance(0.01);
}
console.log(Math.floor(x[0] * 1000000), Math.floor(y[1] * 1000000));
