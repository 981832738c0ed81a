import { useEffect, useState } from 'preact/hooks';

/** Becomes true when `on` has lasted `ms`; false as soon as it ends. Keeps short waits from flickering. */
export function useLate(on: boolean, ms: number): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!on) return setLate(false);
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [on, ms]);
  return on && late;
}
