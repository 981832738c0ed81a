import { describe, expect, test } from 'vitest';
import { linkStates } from './link-states.ts';

/** A page with its mentions linked, under a base path; it is the page of TIME-WAIT. */
const linked = (html: string) => linkStates(html, '/courses/tcp/', '/states/time-wait/');
const mention = (state: string) => `<span class="state">${state}</span>`;
const link = '<a class="state term" href="/courses/tcp/states/syn-received/">SYN-RECEIVED</a>';

describe('a mention of a state', () => {
  test('leads to its page, under the base path', () => {
    const html = `<p>In ${mention('SYN-RECEIVED')}, and on.</p>`;
    expect(linked(html)).toBe(`<p>In ${link}, and on.</p>`);
  });

  test('with classes and attributes that Astro adds is one as well', () => {
    const html = '<td><span class="state astro-x1" data-a="b">SYN-RECEIVED</span></td>';
    expect(linked(html)).toBe(`<td>${link}</td>`);
  });

  test('stays as it is on its own page', () => {
    expect(linked(mention('TIME-WAIT'))).toBe(mention('TIME-WAIT'));
  });

  test.each(['a', 'h2', 'button', 'label', 'summary', 'legend', 'svg', 'tcp-ladder'])(
    'stays as it is in <%s>, and leads on again behind it',
    (name) => {
      const plain = `<${name} title="1 > 0"><b>${mention('SYN-RECEIVED')}</b></${name}>`;
      expect(linked(`${plain}${mention('SYN-RECEIVED')}`)).toBe(plain + link);
    },
  );

  test('stays as it is in what is chosen as a whole, and leads on again behind it', () => {
    const option = `<li role="option" id="n1-0">${mention('SYN-RECEIVED')}</li>`;
    expect(linked(`${option}<li>${mention('SYN-RECEIVED')}</li>`)).toBe(
      `${option}<li>${link}</li>`,
    );
  });

  test('is not looked for in scripts, nor in words that are no state', () => {
    const script = `<script type="application/json">{"a":"${mention('SYN-RECEIVED')}</a>"}</script>`;
    expect(linked(script)).toBe(script);
    expect(linked(mention('OPENING'))).toBe(mention('OPENING'));
    expect(linked(`${script}${mention('SYN-RECEIVED')}`)).toBe(script + link);
  });
});

test('what a comment holds is no tag', () => {
  const comment = '<!-- <a>, and it’s “SYN-SENT” -->';
  expect(linked(comment + mention('SYN-RECEIVED'))).toBe(comment + link);
});

test('a page without states is left alone', () => {
  const html = '<!doctype html><p data-x="<span>">1 < 2 <br/> ok</p><!-- <a> -->';
  expect(linked(html)).toBe(html);
});
