import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../shared/domain/rep.ts';
import { MAIL_KINDS, type MailKind, type PlannedMail } from '../../../shared/mail/planned-mail.ts';
import { renderMail } from '../../../shared/mail/render-mail.ts';
import { sampleMail, SAMPLE_SIZES, type SampleSize } from '../../support/mail-samples.ts';

/** Nesting, attributes, elements, unescaped signs; what mail needs and the web does not is allowed. */
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Mail programs read inline styles, presentational attributes and Outlook's conditional comments.
    'no-inline-style': 'off',
    'no-deprecated-attr': 'off',
    'no-conditional-comment': 'off',
    'prefer-native-element': 'off',
    'doctype-style': 'off',
    'void-style': 'off',
    // The title is the subject.
    'long-title': 'off',
    'heading-level': ['error', { minInitialRank: 'h2' }],
  },
});

const cases = MAIL_KINDS.flatMap((kind) =>
  LANGUAGES.flatMap((language) => SAMPLE_SIZES.map((size) => [kind, language, size] as const)),
);

/** What a reader of the HTML sees: text without tags, one space for any white space. */
const seen = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<title>[\s\S]*?<\/title>/g, '')
    // Links within a line part nothing.
    .replace(/<\/?(a|span)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_all, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&nbsp;|\u00a0|\s+/g, ' ');

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Everything a planned mail says, one by one. */
const factsOf = ({ sections, actions }: PlannedMail): readonly string[] => [
  ...sections.flatMap(({ heading, intro = '', lines, table, why }) => [
    heading,
    intro,
    why,
    ...lines.flatMap(({ text, below, action, folded = [] }) => [
      text,
      ...below,
      ...(action === undefined ? [] : [action.label]),
      ...folded.flatMap((fold) => [fold.title, ...fold.lines]),
    ]),
    ...(table?.rows.flat().map((cell) => (typeof cell === 'string' ? cell : cell.text)) ?? []),
  ]),
  ...actions.map(({ label }) => label),
];

const shownAs = (fact: string): string =>
  flat(
    fact
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ')
      .replace(/\ud800/g, '\ufffd'),
  );

describe.each(cases)('a mail about %s in %s, %s', (kind: MailKind, language, size: SampleSize) => {
  const planned = sampleMail(kind, language, size);
  const { html, text, subject } = renderMail(planned);

  it('is well-formed HTML', () => {
    const report = validator.validateStringSync(html);
    const found = report.results.flatMap(({ messages }) =>
      messages.map((one) => `${one.ruleId}: ${one.message}`),
    );
    expect([...new Set(found)]).toEqual([]);
  });

  it('says the same in text and in HTML: everything that was planned', () => {
    const [plain, shown] = [flat(text), seen(html)];
    for (const fact of factsOf(planned)) {
      expect(plain).toContain(shownAs(fact));
      expect(shown).toContain(shownAs(fact));
    }
    for (const { url } of planned.actions) expect(text).toContain(url);
  });

  it('runs nothing, fetches nothing and turns no text around', () => {
    expect(html).not.toMatch(/<(script|img|link|iframe|form|input|object|svg)\b/i);
    expect(html).not.toMatch(/\son\w+\s*=\s*["'][^"']*["'][^>]*>/i);
    expect(html).not.toMatch(/url\(|@import/i);
    expect(`${html}${text}${subject}`).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000\ud800]/u);
    const hosts = [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => new URL(url).host);
    expect(hosts.filter((host) => host !== 'page.example' && host !== 'board.example')).toEqual([]);
    expect(subject).not.toMatch(/[\r\n]/);
    expect([...subject].length).toBeLessThanOrEqual(160);
  });

  it('stays below the size at which Gmail cuts mails off', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(100 * 1024);
  });

  it('says in which language it is, why it came, and what can be done', () => {
    expect(html).toContain(`lang="${language}"`);
    expect(planned.sections[0]!.why).not.toBe('');
    expect(planned.sections[0]!.lines.some(({ action }) => action !== undefined)).toBe(true);
  });
});
