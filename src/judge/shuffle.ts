import { seededRandom } from '#network/random.ts';

/** The numbers from 0 to `count` − 1, in an order that hangs on the seed alone. */
export function shuffled(count: number, seed: number): readonly number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
