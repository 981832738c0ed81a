/**
 * The numbers from 0 to `many` − 1 in an order that follows from `seed` and is not the right one. Of
 * fewer than two there is no other order.
 */
export function shuffled(many: number, seed: string): readonly number[] {
  let h = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) h = Math.imul(h ^ seed.charCodeAt(i), 0x01000193);
  const draw = (below: number) => {
    h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) + 0x9e3779b9;
    return (h >>> 8) % below;
  };
  const order = Array.from({ length: many }, (_, i) => i);
  for (let i = many - 1; i > 0; i--) {
    const j = draw(i + 1);
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
  return order.every((n, i) => n === i) ? order.reverse() : order;
}
