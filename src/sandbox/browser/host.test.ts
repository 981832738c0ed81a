import { describe, expect, it, vi } from 'vitest';
import type { Cell } from './frame.ts';
import { cellHost } from './host.ts';

const frames = vi.hoisted(() => ({ waiting: [] as ((frame: unknown) => void)[], there: 0 }));

vi.mock('./frame.ts', () => ({
  openCell: () => new Promise((resolve) => frames.waiting.push(resolve)),
}));

/** The frame that was asked for first loads. */
function load(): void {
  frames.there += 1;
  const { port1 } = new MessageChannel();
  const cell: Cell = { port: port1, destroy: () => void (frames.there -= 1) };
  frames.waiting.shift()?.(cell);
}

describe('cellHost', () => {
  it('hands out the spare, and removes what is closed', async () => {
    const host = cellHost('page', 'source');
    const warm = host.warm();
    load();
    await warm;
    const { id } = await host.open();
    expect(frames).toMatchObject({ there: 1, waiting: [] });
    host.close(id);
    expect(frames.there).toBe(0);
  });

  it('leaves no frame behind that loads after all were ended', async () => {
    const host = cellHost('page', 'source');
    const opening = host.open();
    const warming = host.warm();
    host.closeAll();
    load();
    load();
    await expect(opening).rejects.toThrow('ended');
    await warming;
    expect(frames.there).toBe(0);
  });

  it('opens nothing after all were ended', async () => {
    const host = cellHost('page', 'source');
    host.closeAll();
    await expect(host.open()).rejects.toThrow('ended');
    expect(frames.waiting).toEqual([]);
  });
});
