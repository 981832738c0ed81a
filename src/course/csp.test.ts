import { describe, expect, it } from 'vitest';
import { inlineScriptHashes, policy, policyProblems, withPolicy } from './csp.ts';

const page = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>t</title></head><body>${body}</body></html>`;

describe('inlineScriptHashes', () => {
  it('hashes each script once, as browsers do', () => {
    const html = page('<script>1</script><script type="module">1</script>');
    expect(inlineScriptHashes(html)).toEqual([
      "'sha256-a4ayc/80/OGda4BO/1o/V0etpOqiLx1JwB5S3beHW0s='",
    ]);
  });

  it('leaves out files and data', () => {
    const html = page('<script src="/a.js"></script><script type="application/json">{}</script>');
    expect(inlineScriptHashes(html)).toEqual([]);
  });
});

describe('withPolicy', () => {
  it('writes the policy first, right after the character set', () => {
    expect(withPolicy(page(''))).toContain(
      `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; `,
    );
  });

  it('writes it once, however often it runs', () => {
    const once = withPolicy(page('<script>1</script>'));
    expect(withPolicy(once)).toBe(once);
  });

  it('never allows eval or another origin', () => {
    expect(policy(page(''))).not.toMatch(/'unsafe-eval'|https?:/);
  });
});

describe('policyProblems', () => {
  const good = withPolicy(page('<script>1</script>'));

  it('finds none in a page of ours', () => {
    expect(policyProblems(good)).toEqual([]);
  });

  it.each([
    ['no policy', page(''), 'The page has no Content-Security-Policy.'],
    ['eval', good.replace("'wasm-unsafe-eval'", "'unsafe-eval'"), "allows 'unsafe-eval'"],
    ['any inline script', good.replace("'wasm-", "'unsafe-inline' 'wasm-"), 'any inline script'],
    ['a script added later', good.replace('</body>', '<script>2</script>'), 'not allowed'],
    ['a handler', good.replace('<body>', '<body onload="x()">'), 'inline handler'],
    [
      'a handler behind code',
      good.replace('<body>', '<body data-code=" a = 1" onload="x()">'),
      'inline handler',
    ],
    ['a stranger', good.replace("img-src 'self'", 'img-src https://example.org'), 'another origin'],
  ])('%s', (_, html, sentence) => {
    expect(policyProblems(html).join()).toContain(sentence);
  });

  it('takes no word in a value for a handler', () => {
    const code = '<button data-code="const onward = 1; a > 2"></button><p>one = two</p>';
    expect(policyProblems(good.replace('<body>', `<body>${code}`))).toEqual([]);
  });
});
