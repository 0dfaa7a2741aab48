import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Language } from '../shared/domain/rep.ts';
import { TABS, FIRST_DATA_ROW, columnIndex } from '../shared/sheet/layout.ts';
import { frontWords } from './front-words.ts';
import type { SheetsService } from './sheets-service/create-sheets-service.ts';

interface FrontPage {
  readonly sheets: SheetsService;
  readonly spreadsheetId: string;
  readonly language: Language;
  /** Everybody of the team with a signed link to their phone page: what a mail would carry. */
  readonly people: () => Promise<readonly { readonly name: string; readonly url: string }[]>;
}

type Person = Awaited<ReturnType<FrontPage['people']>>[number];

const LATELY = 12;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The page at the root: where everything is, what happened lately, how to go on with a real Google account. */
export const frontPage =
  (options: FrontPage) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const url = new URL(request.url ?? '/', 'http://local');
    if (url.pathname !== '/' || request.method !== 'GET') return false;
    const wanted = url.searchParams.get('lang');
    const language: Language = wanted === 'en' || wanted === 'zh-CN' ? wanted : options.language;
    const people = await options.people();
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
    });
    response.end(render(options, people, language));
    return true;
  };

/** The last rows of the Audit tab, newest first, as the sheet shows them. */
const lately = ({ sheets, spreadsheetId }: FrontPage): readonly (readonly string[])[] => {
  const { sheetId } = TABS.audit;
  const book = sheets.getSpreadsheet(spreadsheetId, { includeGridData: true, sheetId });
  const rows = book.sheets?.find((sheet) => sheet.properties?.sheetId === sheetId)?.data?.[0]?.rowData ?? [];
  const columns = ['at', 'what', 'customer', 'from', 'to'].map((key) => columnIndex('audit', key));
  return rows
    .slice(FIRST_DATA_ROW)
    .map((row) => columns.map((column) => row.values?.[column]?.formattedValue ?? ''))
    .filter((cells) => cells.some((cell) => cell !== ''))
    .slice(-LATELY)
    .reverse();
};

const render = (options: FrontPage, people: readonly Person[], language: Language): string => {
  const words = frontWords(language);
  const rows = lately(options).map(
    (cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`,
  );
  const cards = words.cards.map(
    ({ href, title, text }) =>
      `<a class="card" href="${href}"><strong>${escaped(title)}</strong><span>${escaped(text)}</span></a>`,
  );
  const pages = people.map(({ name, url }) => `<a href="${escaped(url)}">${escaped(name)}</a>`);
  const steps = words.googleSteps.map((step) => `<li>${escaped(step)}</li>`).join('');
  const other = language === 'en' ? { code: 'zh-CN', name: '中文' } : { code: 'en', name: 'English' };
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>配能 Peineng</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<header><h1>配能 <small>Peineng</small></h1><a href="/?lang=${other.code}" lang="${other.code}">${other.name}</a></header>
<p class="lead">${escaped(words.lead)}</p>
<nav class="cards">${cards.join('')}</nav>
<h2>${escaped(words.phone)}</h2>
<p>${escaped(words.phoneText)}</p>
<p class="people">${pages.join('')}</p>
<h2>${escaped(words.lately)}</h2>
${rows.length === 0 ? `<p>${escaped(words.nothingYet)}</p>` : `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(words.lately)}"><table><tbody>${rows.join('')}</tbody></table></div>`}
<h2>${escaped(words.google)}</h2>
<ol>${steps}</ol>
</main>
</body>
</html>`;
};

const STYLE = `
:root{color-scheme:light dark;--fg:#1c2430;--soft:#5b6675;--line:#d9dee5;--card:#fff;--bg:#f4f6f9;--accent:#1a5fb4}
@media(prefers-color-scheme:dark){:root{--fg:#e8ecf2;--soft:#a4afbd;--line:#343d4a;--card:#1d242e;--bg:#12171e;--accent:#7ab0f5}}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
main{max-width:860px;margin:0 auto;padding:28px 20px 60px}header{display:flex;align-items:baseline;justify-content:space-between}
h1{margin:0;font-size:30px}h1 small{font-weight:400;color:var(--soft);font-size:18px}h2{margin:34px 0 10px;font-size:19px}
a{color:var(--accent)}.lead{color:var(--soft);margin:8px 0 22px}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(230px,1fr));gap:14px}
.card{display:block;padding:16px 18px;border:1px solid var(--line);border-radius:12px;background:var(--card);text-decoration:none;color:inherit}
.card:hover,.card:focus-visible{border-color:var(--accent);outline:2px solid var(--accent);outline-offset:1px}
.card strong{display:block;color:var(--accent);font-size:18px}.card span{color:var(--soft);font-size:14px}
.people{display:flex;flex-wrap:wrap;gap:8px}.people a{padding:8px 14px;border:1px solid var(--line);border-radius:999px;background:var(--card);text-decoration:none}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:12px;background:var(--card)}
table{border-collapse:collapse;width:100%;font-size:14px}td{padding:8px 12px;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}td:first-child{white-space:nowrap;color:var(--soft)}li{margin:4px 0}code{font-size:14px}`;
