/**
 * Mends what this QuickJS computes wrongly and a plank may well use: `BigInt.asUintN` gives a
 * negative number for a negative one. What it gives is right on the ring of 2^bits.
 */
export function mendNumbers(): void {
  const onRing = BigInt.asUintN;
  const asUintN = (bits: number, value: bigint): bigint => {
    const cut = onRing(bits, value);
    return cut < 0n ? cut + (1n << BigInt(Math.trunc(bits))) : cut;
  };
  Object.defineProperty(BigInt, 'asUintN', { value: asUintN });
}
