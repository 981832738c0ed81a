import { describe, expect, it } from 'vitest';
import { t } from '#text/en.ts';
import { eventHtml, eventRows, eventsHtml, placeAfter } from './event-list.ts';
import { leak } from './fixtures.ts';

describe('eventRows', () => {
  it('tells what happened in the order of time, of all hosts or of one', () => {
    const all = eventRows(leak, t);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).toSorted((a, b) => a - b));
    expect(new Set(all.map(({ host }) => host))).toEqual(new Set(['A', 'B']));
    const own = eventRows(leak, t, 'B');
    expect(own[0]).toMatchObject({ at: 40, host: null });
    expect(own.length).toBeLessThan(all.length);
  });
});

describe('eventsHtml', () => {
  const rows = eventRows(leak, t);

  it('is a list box with one selected item that it names', () => {
    const html = eventsHtml(rows, { label: 'Events', idPrefix: 'x', at: 1 });
    expect(html).toContain('aria-activedescendant="x-1"');
    expect(html.match(/aria-selected="true"/g)).toHaveLength(1);
  });

  it('can have nothing selected, and nothing in it', () => {
    expect(eventsHtml(rows, { label: 'Events', idPrefix: 'x', at: -1 })).not.toContain('active');
    expect(eventsHtml([], { label: 'Events', idPrefix: 'x', at: 0 })).not.toContain('<li');
  });

  it('escapes what it is given', () => {
    const row = { at: 0, time: '0 ms', host: '<', text: '<b>', mark: '"' };
    expect(eventHtml(row)).not.toMatch(/<b>|">"/);
  });
});

describe('placeAfter', () => {
  it('moves by one, by a page and to the ends, and never beyond', () => {
    expect(placeAfter('ArrowDown', 0, 3)).toBe(1);
    expect(placeAfter('ArrowUp', 0, 3)).toBe(0);
    expect(placeAfter('PageDown', 0, 3)).toBe(2);
    expect(placeAfter('End', 0, 20)).toBe(19);
    expect(placeAfter('Home', 7, 20)).toBe(0);
    expect(placeAfter('toString', 7, 20)).toBeNull();
  });
});
