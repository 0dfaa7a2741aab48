import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkified, markup } from '../../../local/mail-catcher/safe-html.ts';

describe('the markup tag', () => {
  it('escapes whatever it did not make itself', () => {
    const hostile = `<img src=x onerror="alert('1')">&amp;`;
    expect(markup`<p title="${hostile}">${hostile}</p>`.safe).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">' +
        '&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>',
    );
  });

  it('nests its own results and leaves out what is not there', () => {
    const items = ['a', '<b>'].map((text) => markup`<li>${text}</li>`);
    expect(markup`<ul>${items}</ul>${undefined}`.safe).toBe('<ul><li>a</li><li>&lt;b&gt;</li></ul>');
  });

  it('never lets text become a tag or end an attribute', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(markup`${text}`.safe).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe('links in plain text', () => {
  it('become clickable, without the punctuation around them in either language', () => {
    const { safe } = linkified('看板：http://127.0.0.1:8080/board?a=1&b=2。See (https://example.com/x).');
    expect([...safe.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      'http://127.0.0.1:8080/board?a=1&amp;b=2',
      'https://example.com/x',
    ]);
  });

  it('are made of http and https only, so that no text can smuggle in a script', () => {
    expect(linkified('javascript:alert(1) data:text/html,x').safe).not.toContain('<a');
  });

  it('change nothing else about the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('http://a.b/c', ' ', '<', '"', '中', '.'), { maxLength: 12 }),
        (parts) => {
          const text = parts.join('');
          const shown = linkified(text).safe.replaceAll(/<[^>]*>/g, '');
          expect(shown).toBe(markup`${text}`.safe);
        },
      ),
    );
  });
});
