import { SETTINGS } from '../../shared/contract/settings.ts';
import { VOCABULARIES, spellAll, type Vocabulary } from '../../shared/text/spellings.ts';
import { CRM_FILES } from './crm-table.ts';
import type { ImportWords } from './import-words.ts';

const list = (items: readonly string[]): string => items.join(', ');
const quoted = (items: readonly string[]): string => list(items.map((item) => `"${item}"`));
const thousands = new Intl.NumberFormat('en');
const n = (count: number): string => thousands.format(count);
const many = (count: number, one: string, more = `${one}s`): string =>
  `${n(count)} ${count === 1 ? one : more}`;
const choices = (vocabulary: string): string =>
  Object.hasOwn(VOCABULARIES, vocabulary) ? list(spellAll(vocabulary as Vocabulary, 'en')) : vocabulary;

export const importWordsEn: ImportWords = {
  problem: {
    NO_FOLDER: ({ folder }) => `There is no folder ${folder}, or it cannot be opened.`,
    NOTHING_KNOWN: ({ folder, found }) =>
      `${folder} holds nothing that can be imported. Looked for a CRM export (${list(CRM_FILES)}) or tabs of a board (Tasks.csv, Team.csv, History.csv). Found: ${found.length === 0 ? 'no files' : list(found.slice(0, 10))}${found.length > 10 ? ', …' : ''}.`,
    FILE_MISSING: ({ file, folder }) => `${file} is missing in ${folder}.`,
    TWO_FILES: ({ file, other }) => `${file} and ${other} are both for the same tab: keep one of them.`,
    NOT_READABLE: ({ file, reason }) => `${file} cannot be read (${reason}).`,
    NOT_UTF8: ({ file, line }) =>
      `${file} is not UTF-8 text (first seen on line ${line}). Save it as "CSV UTF-8 (comma delimited)".`,
    QUOTE_NOT_CLOSED: ({ file, line }) =>
      `${file}: a quotation mark opened in the row that begins on line ${line} is never closed.`,
    EMPTY_FILE: ({ file, columns }) =>
      `${file} is empty. Its first line must name the columns${columns.length === 0 ? '' : `: ${list(columns)}`}.`,
    WRONG_HEADER: ({ file, missing, found }) =>
      `${file}: the first line does not name ${missing.length === 1 ? 'the column' : 'the columns'} ${quoted(missing)}. Found: ${quoted(found.slice(0, 20))}.${separatorHint(found)}`,
    COLUMN_TWICE: ({ file, column }) => `${file}: the column "${column}" stands there twice.`,
  },
  fault: {
    ROW_LENGTH: ({ expected, found }) => `${many(found, 'cell')} where the header has ${n(expected)}`,
    NO_NAME: () => 'has no name or number of its own',
    NOT_A_STAGE: ({ accepted }) => `not a stage; accepted: ${list(accepted)}`,
    NOT_A_DATE: () => 'not a date; accepted: 2017-12-31, year first',
    NOT_A_NUMBER: () => 'not a number; accepted: 1234 or 1234.56',
    NEGATIVE: () => 'below zero; accepted: 0 or more',
    DATE_MISSING: () => 'empty on a closed deal; expected a date such as 2017-12-31',
    CLOSED_BEFORE_ENGAGED: ({ engaged }) => `before the day the deal began (${engaged})`,
    OUTCOME_ON_OPEN_DEAL: () => 'filled on an open deal; expected empty until it is won or lost',
    SAME_ROW: ({ firstLine }) => `the same row as line ${firstLine}`,
    NAME_TAKEN: ({ firstLine }) => `already on line ${firstLine} with other content; that row was kept`,
    UNKNOWN_AGENT: ({ file }) => `nobody of this name in ${file}`,
    UNKNOWN_PRODUCT: ({ file }) => `no product of this name in ${file}`,
    UNKNOWN_ACCOUNT: ({ file }) => `no account of this name in ${file}`,
    CELL: ({ cell }) => {
      const texts = importWordsEn.cell as Readonly<Record<string, (about: typeof cell) => string>>;
      return texts[cell.code]?.(cell) ?? cell.code;
    },
  },
  cell: {
    NOT_A_CHOICE: ({ vocabulary }) => `not a choice; accepted: ${choices(vocabulary)}`,
    NOT_A_NUMBER: () => 'not a number; accepted: 1234 or 1234.56',
    NEGATIVE: () => 'below zero; accepted: 0 or more',
    NOT_A_DATE: () => 'not a date; accepted: 2026-12-31, year first',
    IN_THE_FUTURE: () => 'lies in the future; accepted: today or earlier',
    TOO_LONG: ({ max, length }) => `${n(length)} characters; accepted: at most ${n(max)}`,
    UNKNOWN_REP: () => 'nobody of this name in the Team file',
    UNKNOWN_TAG: () => 'not a tag of this person in the Team file',
    FORMULA_ERROR: () => 'the error of a formula; expected its result',
    NOT_AN_EMAIL: () => 'not an address; accepted: name@company.com',
    MISSING: () => 'empty, but needed',
    NAME_TAKEN: () => 'stands in the Team file twice; names must differ',
    NOT_AFTER_START: () => 'must come after the first day of the leave',
  },
  quirk: {
    SPELLING: ({ field, from, to, count }) =>
      `${importWordsEn.field[field]} "${from}" read as "${to}": ${many(count, 'row')}`,
    NO_ACCOUNT: ({ count }) =>
      `Deals without an account: ${n(count)}; their customer is shown as "(no account)" and the deal's number`,
    NO_AGENT: ({ count }) => `Deals without an agent: ${n(count)}; open ones have no owner`,
    PROSPECTING_WITHOUT_DATE: ({ count }) =>
      `Prospecting deals without an engage date: ${n(count)}; last progress stays empty and counts from the import`,
    ENGAGING_WITHOUT_DATE: ({ count }) =>
      `Engaging deals without an engage date: ${n(count)}; last progress stays empty and counts from the import`,
    LOST_WITH_ZERO: ({ count }) =>
      `Lost deals with a close value of 0: ${n(count)}; the 0 tells the outcome, so no proposal looks at it`,
    EMPTY_ROW: ({ count }) => `Empty lines passed over: ${n(count)}`,
    MADE_UP_ADDRESS: ({ count }) =>
      `Made-up addresses for supervisors: ${n(count)} at example.com, which reach nobody; put real ones in the Team tab`,
    LIST_PRICE_AS_AMOUNT: ({ count }) =>
      `Open deals whose amount is the list price of the product: ${n(count)}`,
    AGENTS_WITHOUT_DEALS: ({ count, names }) => `Agents without any deal: ${n(count)} (${list(names)})`,
    AGENTS_WITHOUT_OPEN_DEALS: ({ count, names }) =>
      `Agents without an open deal: ${n(count)} (${list(names)})`,
    MANAGERS_WHO_SELL: ({ count, names }) =>
      `Managers who are agents too: ${n(count)} (${list(names)}); they are supervisors on the board`,
    NOT_ON_BOARD: ({ count, names }) =>
      `Columns that the board has no place for: ${n(count)} (${list(names)})`,
    UNKNOWN_COLUMN: ({ count, names }) => `Columns that are not known: ${n(count)} (${list(names)})`,
    OWN_COLUMN: ({ count, names }) =>
      `Columns that Peineng fills itself, not imported: ${n(count)} (${list(names)})`,
    TAB_NOT_GIVEN: ({ names }) => `Not in the folder, so left empty: ${list(names)}`,
  },
  field: { product: 'Product', sector: 'Sector', country: 'Country', account: 'Account', agent: 'Agent' },
  outcome: { rowLeftOut: 'row left out', cellLeftEmpty: 'cell left empty', kept: 'kept as it stands' },
  tier: { newcomer: 'newcomer', growing: 'growing', senior: 'senior' },
  nothingImported: 'Nothing was imported.',
  heading: ({ source, folder }) =>
    `Import of ${source === 'crm' ? 'the CRM export' : 'board tabs'} in ${folder}`,
  file: (file, rows) => `${file}: ${rows} rows`,
  onBoard: ({ tasks, history, reps, supervisors }) =>
    `On the board: ${tasks} open deals in Tasks, ${history} closed deals in History, ${reps} reps and ${supervisors} supervisors in Team`,
  leftOut: (count) => `Rows of deals left out: ${count}`,
  days: ({ first, last, shiftedBy }) =>
    `Days from ${first} to ${last}, ${shiftedBy === 0 ? 'as they stand in the files' : `all moved by ${many(shiftedBy, 'day')}`}`,
  tiers: (text) =>
    `Tiers proposed from the number of closed deals, whatever their outcome: ${text}; change them in the Team tab`,
  proposed: `Customer value and difficulty are left empty and proposed by rule (settings ${SETTINGS.highFrom.key}, ${SETTINGS.hardFrom.key} …) until somebody types them`,
  quirksTitle: 'Worth knowing',
  noQuirks: 'Nothing unusual in the files.',
  rowsTitle: (count) => `Rows with something wrong: ${count}`,
  noRowProblems: 'No row had anything wrong.',
  place: (file, line, column) => `${file} line ${line}${column === undefined ? '' : `, ${column}`}`,
  rowLine: ({ place, given, fault, outcome }) =>
    `${place}: ${given === '' ? '' : `${given} `}${fault} (${outcome})`,
  andMore: (count) => `… and ${count} more of the same kind`,
  list,
};

const separatorHint = (found: readonly string[]): string =>
  found.length === 1 && /[;\t]/.test(found[0] ?? '') ? ' Cells must be separated by commas.' : '';
