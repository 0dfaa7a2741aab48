import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEndpoint } from '../../../sheets-addon/src/endpoint-url.ts';

describe('the address of the functions', () => {
  it.each([
    ['https://peineng-abc.a.run.app', 'https://peineng-abc.a.run.app'],
    ['  HTTPS://Peineng.example.com:8443/v1//  ', 'https://Peineng.example.com:8443/v1'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080/f', 'http://[::1]:8080/f'],
  ])('%s is taken', (typed, endpoint) => {
    expect(checkEndpoint(typed)).toEqual({ ok: true, endpoint });
  });

  it.each([
    ['', 'EMPTY'],
    ['   ', 'EMPTY'],
    [undefined, 'EMPTY'],
    [['https://a.b'], 'EMPTY'],
    ['peineng.example.com', 'NOT_A_URL'],
    ['https://', 'NOT_A_URL'],
    ['https:///path', 'NOT_A_URL'],
    ['https://a b.com', 'NOT_A_URL'],
    ['https://a.com\\@b.com', 'NOT_A_URL'],
    ['https://例子.com', 'NOT_A_URL'],
    ['http://peineng.example.com', 'NOT_HTTPS'],
    ['ftp://127.0.0.1', 'NOT_HTTPS'],
    ['javascript://127.0.0.1', 'NOT_HTTPS'],
    ['http://127.0.0.1.example.com', 'NOT_HTTPS'],
    ['http://localhost.example.com', 'NOT_HTTPS'],
    ['https://me@peineng.example.com', 'HAS_EXTRAS'],
    ['https://peineng.example.com/?a=1', 'HAS_EXTRAS'],
    ['https://peineng.example.com/#a', 'HAS_EXTRAS'],
  ])('%s is refused as %s', (typed, problem) => {
    expect(checkEndpoint(typed)).toEqual({ ok: false, problem });
  });

  it('that is taken always names the host that a browser’s URL parser would go to', () => {
    const pieces = fc.constantFrom(
      'https://',
      'http://',
      'a.com',
      '127.0.0.1',
      ':80',
      '@',
      '/',
      '\\',
      '?',
      '#',
      '[::1]',
      '%2f',
      ' ',
      '.',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const checked = checkEndpoint(parts.join(''));
        if (!checked.ok || !URL.canParse(checked.endpoint)) return;
        const { protocol, hostname, username } = new URL(`${checked.endpoint}/onBoardEdit`);
        expect(username).toBe('');
        if (protocol !== 'https:') expect(['127.0.0.1', 'localhost', '[::1]']).toContain(hostname);
      }),
      { numRuns: 1000 },
    );
  });

  it('checked twice stays as it is', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const once = checkEndpoint(url);
        if (once.ok) expect(checkEndpoint(once.endpoint)).toEqual(once);
      }),
    );
  });
});
