import { generator, input } from "../inputs.mjs";

/** A day as a date. */
const dateOf = (day) => new Date((day + 14_610) * 86_400_000).toISOString().slice(0, 10);

/** An outlay on the first day, a little over half of what comes back on other days of ten years. */
export function datedFlows(count) {
  const pairs = input(`roi-dated-${count}.f64`, () => {
    const random = generator(count);
    const made = [0, 0];
    let total = 0;
    for (let i = 1; i < count; i++) {
      made.push(Math.floor((i * 3650) / count + (random() * 3650) / count));
      const amount = Math.round((50 + random() * 100) * 100) / 100;
      made.push(amount);
      total += amount;
    }
    made[1] = -Math.round(total * 55) / 100;
    return made;
  });
  const days = Array.from({ length: count }, (_, i) => pairs[2 * i]);
  const amounts = Array.from({ length: count }, (_, i) => pairs[2 * i + 1]);
  return { days, dates: days.map(dateOf), amounts };
}

/** An outlay, and as many amounts that come in. */
export const periodicFlows = (count) =>
  Array.from(
    input(`roi-periodic-${count}.f64`, () =>
      count === 12
        ? [-1000, ...Array.from({ length: 12 }, (_, i) => 95 + i)]
        : [-300_000, ...Array(count).fill(1896.2)],
    ),
  );

/** Ten thousand whole cents of both signs. */
export function centsOfRows() {
  const random = generator(7);
  return Array.from(
    input("roi-cents-10000.f64", () => Array.from({ length: 10_000 }, () => Math.round(random() * 2e7 - 1e7))),
  );
}

/** The numbers in arrays of their own kind, those of one day added, as the search for rates takes them. */
export function numbersOf({ days, amounts }) {
  const sums = new Map();
  days.forEach((day, i) => sums.set(day, (sums.get(day) ?? 0) + amounts[i]));
  return { days: Float64Array.from(sums.keys()), amounts: Float64Array.from(sums.values()) };
}
