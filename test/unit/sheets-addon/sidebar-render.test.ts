import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderOutcome, renderSections, type SidebarView } from '../../../sheets-addon/sidebar/render.ts';
import { NO_MOVES } from '../../../sheets-addon/sidebar/render-moves.ts';
import { html } from '../../../sheets-addon/sidebar/safe-html.ts';
import type { SidebarState } from '../../../sheets-addon/src/sidebar-state.ts';

const EVIL = '<script>alert(1)</script>"\'&<img src=x onerror=alert(2)>';

const state: SidebarState = {
  language: 'en',
  boardLanguage: 'zh-CN',
  endpoint: 'https://peineng.example.com',
  audience: '1234.apps.googleusercontent.com',
  owner: { email: 'wang@example.test', at: '2026-11-23T09:00:00.000Z' },
  you: 'wang@example.test',
  triggersInstalled: true,
  missed: null,
  last: { at: '2026-11-23T09:00:00.000Z', kind: 'edit', ok: true, message: 'fine' },
};

const view = (changes: Partial<SidebarState> = {}, more: Partial<SidebarView> = {}): SidebarView => ({
  state: { ...state, ...changes },
  status: { ok: true, lines: [] },
  focus: 'status',
  confirming: false,
  moves: NO_MOVES,
  formatTime: (iso) => iso,
  ...more,
});

const markup = (of: SidebarView) => renderSections(of).markup;

/** The same page with every text from outside replaced. */
const filledWith = (text: string) =>
  view(
    {
      endpoint: text,
      audience: text,
      you: 'wang@example.test',
      owner: { email: 'wang@example.test', at: text },
      missed: { since: text, count: 2, reason: text },
      last: { at: text, kind: 'edit', ok: false, message: text },
    },
    { status: { ok: true, lines: [{ label: text, value: text, light: 'red' }] } },
  );

describe('text from the spreadsheet and the functions', () => {
  it('never becomes markup, not even a script tag', () => {
    const page = markup(filledWith(EVIL)) + renderOutcome({ ok: false, message: EVIL }).markup;
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page.split('&lt;script&gt;alert(1)&lt;/script&gt;').length - 1).toBeGreaterThanOrEqual(8);
  });

  it('never changes which tags and attributes the page has, whatever it holds', () => {
    const tags = (page: string) => page.match(/<[^>]*>/g)?.map((tag) => tag.replace(/"[^"]*"/g, '""'));
    const expected = tags(markup(filledWith('plain')));
    const text = fc.string({
      unit: fc.constantFrom('<', '>', '"', "'", '&', '=', '/', ' ', 'a', '高', '`', '$', '{'),
      minLength: 1,
    });
    fc.assert(
      fc.property(text, (value) => {
        expect(tags(markup(filledWith(value)))).toEqual(expected);
      }),
    );
  });

  it('is escaped in lists and nested templates exactly once', () => {
    const inner = html`<b>${'<'}</b>`;
    expect(html`${[inner, inner]}${'&'}`.markup).toBe('<b>&lt;</b><b>&lt;</b>&amp;');
  });
});

describe('the sections', () => {
  const order = (page: string) =>
    ['id="status-title"', 'id="connection"'].sort((a, b) => page.indexOf(a) - page.indexOf(b))[0];

  it('begin with the status on a working board and with the connection on a new one', () => {
    expect(order(markup(view()))).toBe('id="status-title"');
    expect(order(markup(view({ owner: null, triggersInstalled: false })))).toBe('id="connection"');
    expect(order(markup(view({ triggersInstalled: false })))).toBe('id="connection"');
  });

  it('offer set-up to the owner, and only taking over to anybody else', () => {
    expect(markup(view())).toContain('Set up again');
    const other = view({ you: 'lisa@example.test', triggersInstalled: null });
    expect(markup(other)).not.toContain('data-action="setUp"');
    expect(markup(other)).toContain('data-action="takeOver"');
    expect(markup(other)).not.toContain('data-action="takeOverSure"');
    expect(markup({ ...other, confirming: true })).toContain('data-action="takeOverSure"');
  });

  it('say every light in words too', () => {
    const lines = [{ label: 'Stale', value: '3', light: 'red' as const }];
    expect(markup(view({}, { status: { ok: true, lines } }))).toContain(
      '<span class="spoken">urgent: </span>',
    );
    expect(markup(view({ language: 'zh-CN' }, { status: { ok: true, lines } }))).toContain('紧急');
  });

  it('speak Chinese to Chinese readers throughout', () => {
    const page = markup(view({ language: 'zh-CN', missed: { since: '', count: 2, reason: '' } }));
    const words = page.replace(/<[^>]*>/g, ' ').match(/[A-Za-z]{4,}/g) ?? [];
    expect(
      words.filter(
        (word) =>
          !['English', 'wang', 'example', 'test', 'fine', 'audience', 'apps', 'googleusercontent'].includes(
            word,
          ),
      ),
    ).toEqual([]);
  });

  it('report edits that were missed, with the way to make up for them', () => {
    const page = markup(view({ missed: { since: 'noon', count: 2, reason: 'HTTP 503' } }));
    expect(page).toContain('2 changes have not reached Peineng since noon.');
    expect(page).toContain('HTTP 503');
  });
});
