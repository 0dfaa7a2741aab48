import { CONFIG_OPTIONS } from '../functions/config.ts';
import { CHOICE_SPELLINGS, SETTINGS, type Accepts, type SettingName } from '../shared/contract/settings.ts';
import { TAB_KEYS, TABS, type CellKind, type Column, type TabKey } from '../shared/sheet/layout.ts';
import { header, tabTitle } from '../shared/text/board-words.ts';
import { CONFIG_WORDS, type ConfigOptionName } from '../shared/text/config-words.ts';
import { settingWords } from '../shared/text/setting-words.ts';
import { spellAll, VOCABULARIES, type Vocabulary } from '../shared/text/spellings.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

const accepted = (accepts: Accepts): string => {
  switch (accepts.kind) {
    case 'number':
      return `${accepts.whole ? 'whole number' : 'number'}, ${accepts.min} to ${accepts.max.toLocaleString('en')}`;
    case 'choice':
      return accepts.choices
        .map((one) => [code(one), ...(CHOICE_SPELLINGS[one] ?? []).map(code)].join(' / '))
        .join(', or ');
    case 'days':
      return 'days with spaces or commas between';
    case 'weekdays':
      return 'weekdays: `1 2 3 4 5`, `Mon-Fri`, `周一至周五`';
    case 'weekday':
      return 'a weekday: `1`, `Mon`, `Monday`, `周一`';
    case 'time':
      return 'a time: `8:30`, `20:00`, `8:30 pm`, `8点半`';
    case 'timeZone':
      return 'name of a time zone';
    case 'text':
      return `text, up to ${accepts.max} characters`;
  }
};

const shownDefault = (name: SettingName): string => {
  const { fallback, show } = SETTINGS[name] as {
    fallback: unknown;
    show: (value: unknown) => string | number;
  };
  const shown = String(show(fallback));
  return shown === '' ? '(empty)' : code(shown);
};

/** docs/policy.md: every setting of the Rules tab. */
export const policyPage = (): string => {
  const names = Object.keys(SETTINGS) as SettingName[];
  const rows = names.map((name) => {
    const [en, zh] = [settingWords(name, 'en'), settingWords(name, 'zh-CN')];
    return [
      code(SETTINGS[name].key),
      `${en.name}<br>${zh.name}`,
      shownDefault(name),
      accepted(SETTINGS[name].accepts),
      `${en.meaning}<br>${zh.meaning}`,
    ];
  });
  return `# Settings of the Rules tab · 规则

Made from [settings.ts](../shared/contract/settings.ts) and [setting-words.ts](../shared/text/setting-words.ts) by \`npm run docs\`.

A team changes its rules on the Rules tab of its own board. An empty cell means the default, except for what a task
type asks for, where it means "nothing". When anything is wrong, every problem stands beside its row and the last good
rules stay in force; each decision records the version of the rules it used.

${table(['key', 'rule · 规则', 'default · 默认', 'accepted · 可填', 'meaning · 含义'], rows)}

Across rows: \`load.resumeAt\` must not exceed \`load.limit\`, \`stale.yellowDays\` not \`stale.redDays\`,
\`propose.mediumFrom\` not \`propose.highFrom\`, \`propose.mediumSizeFrom\` not \`propose.hardFrom\`, and at least one
weight must be above 0. Only the proportions of the weights matter.
`;
};

const KIND_TEXT: Readonly<Record<Exclude<CellKind, Vocabulary>, string>> = {
  text: 'text',
  longText: 'text, often long',
  lines: 'several lines',
  number: 'number, not negative',
  points: 'number',
  date: 'day',
  time: 'day and time',
  rep: 'a name of the Team tab',
  email: 'email address',
  tags: 'tags with commas between',
  checkbox: 'checkbox',
  any: 'whatever the rule accepts',
};

const isVocabulary = (kind: CellKind): kind is CellKind & Vocabulary => kind in VOCABULARIES;

const holds = ({ kind, max }: Column): string => {
  const what = isVocabulary(kind)
    ? `${spellAll(kind, 'en').join(', ')} · ${spellAll(kind, 'zh-CN').join('、')}`
    : KIND_TEXT[kind];
  return max === undefined ? what : `${what}, up to ${max.toLocaleString('en')} characters`;
};

const tabSection = (tab: TabKey): string => {
  const { sheetId, columns } = TABS[tab];
  const rows = columns.map((column) => [
    code(column.key),
    `${header(tab, column.key, 'en')} · ${header(tab, column.key, 'zh-CN')}${column.hidden === true ? ' (hidden)' : ''}`,
    column.owner === 'people' ? 'people' : 'Peineng',
    holds(column),
  ]);
  return `## ${tabTitle(tab, 'en')} · ${tabTitle(tab, 'zh-CN')}

Sheet id ${sheetId}.

${table(['key', 'header', 'written by', 'holds'], rows)}`;
};

/** docs/sheet-layout.md: every tab and column of a board. */
export const layoutPage = (): string => `# Tabs and columns of a board

Made from [layout.ts](../shared/sheet/layout.ts), [board-words.ts](../shared/text/board-words.ts) and
[spellings.ts](../shared/text/spellings.ts) by \`npm run docs\`.

Tabs are found by their sheet id, columns by the hidden first row, which holds the keys below, and rows by the hidden
id: people may rename tabs, move columns, put others beside them, and sort. Row 2 is the header people see. Peineng
never writes a column that people own, except the owner on a confirmed move and the action cell it clears. Both
languages' spellings are read on every board, whatever its own language.

${TAB_KEYS.map(tabSection).join('\n\n')}
`;

/** The part of docs/deploy.md that lists the settings of the functions. */
export const configTable = (): string => {
  const names = Object.keys(CONFIG_OPTIONS) as ConfigOptionName[];
  return table(
    ['variable', 'needed', 'accepted', 'meaning'],
    names.map((name) => {
      const { env, required, fallback } = CONFIG_OPTIONS[name];
      const { meaning, accepts } = CONFIG_WORDS[name];
      return [
        code(env),
        required ? 'yes' : fallback === null ? 'no' : `no, ${code(fallback)}`,
        accepts.en,
        meaning.en,
      ];
    }),
  );
};
