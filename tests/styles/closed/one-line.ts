import type { Plank } from 'tcp';

/** The engine knows the form of a reset already. */
export const closed: Plank = (_tcb, seg, { reset }) => void (seg.ctl.rst || reset(seg));
