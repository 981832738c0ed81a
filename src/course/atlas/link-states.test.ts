import { describe, expect, test } from 'vitest';
import { linkStates, type LinkOptions } from './link-states.ts';

const options: LinkOptions = {
  base: '/courses/tcp/',
  path: '/states/time-wait/',
  means: ({ ss, netstat }) => `${ss} & "${netstat}"`,
  again: 'Tap again.',
};
const mention = (state: string) => `<span class="state">${state}</span>`;
const link =
  '<a class="state term" href="/courses/tcp/states/syn-received/" data-term="SYN-RECEIVED" data-zh="同步已收到" data-means="SYN-RECV &amp; &quot;SYN_RECV&quot;" data-again="Tap again.">SYN-RECEIVED</a>';

describe('a mention of a state', () => {
  test('leads to its page, under the base path, and brings its spellings', () => {
    const html = `<p>In ${mention('SYN-RECEIVED')}, and on.</p>`;
    expect(linkStates(html, options)).toBe(`<p>In ${link}, and on.</p>`);
  });

  test('with classes and attributes that Astro adds is one as well', () => {
    const html = '<td><span class="state astro-x1" data-a="b">SYN-RECEIVED</span></td>';
    expect(linkStates(html, options)).toBe(`<td>${link}</td>`);
  });

  test('stays as it is on its own page', () => {
    expect(linkStates(mention('TIME-WAIT'), options)).toBe(mention('TIME-WAIT'));
  });

  test.each(['a', 'h2', 'button', 'label', 'summary', 'legend', 'svg', 'tcp-ladder'])(
    'stays as it is in <%s>, and leads on again behind it',
    (name) => {
      const plain = `<${name} title="1 > 0"><b>${mention('SYN-RECEIVED')}</b></${name}>`;
      expect(linkStates(`${plain}${mention('SYN-RECEIVED')}`, options)).toBe(plain + link);
    },
  );

  test('is not looked for in scripts, nor in words that are no state', () => {
    const script = `<script type="application/json">{"a":"${mention('SYN-RECEIVED')}</a>"}</script>`;
    expect(linkStates(script, options)).toBe(script);
    expect(linkStates(mention('OPENING'), options)).toBe(mention('OPENING'));
    expect(linkStates(`${script}${mention('SYN-RECEIVED')}`, options)).toBe(script + link);
  });
});

test('what a comment holds is no tag', () => {
  const comment = '<!-- <a>, and it’s “SYN-SENT” -->';
  expect(linkStates(comment + mention('SYN-RECEIVED'), options)).toBe(comment + link);
});

test('a page without states is left alone', () => {
  const html = '<!doctype html><p data-x="<span>">1 < 2 <br/> ok</p><!-- <a> -->';
  expect(linkStates(html, options)).toBe(html);
});
