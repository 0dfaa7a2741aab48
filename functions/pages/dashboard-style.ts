import { createHash, randomBytes } from 'node:crypto';
import { PAGE_STYLE } from './page-style.ts';

/**
 * The dashboard has room for two columns and colours for charts on top of the style of all pages. Colours of a stack
 * differ in lightness too, so that its order can be told without telling red from green.
 */
export const DASHBOARD_STYLE = `${PAGE_STYLE}
:root{--c-blue:#3f6fa8;--c-red:#c9372c;--c-track:#dfe5ec;--c-green:#2e8b57;--c-yellow:#f2c037;--c-navy:#2f4b7c;--c-teal:#2a9d8f;--c-sky:#8fbde4;--c-sand:#b08968}
@media(prefers-color-scheme:dark){:root{--c-blue:#6f9fd8;--c-red:#f0705f;--c-track:#333d4a;--c-green:#4bb37b;--c-yellow:#f5d06a;--c-navy:#7f9fe0;--c-teal:#49c2b2;--c-sky:#b8d8f2;--c-sand:#cfa984}}
main,header,footer{max-width:1120px}
[hidden]{display:none!important}
.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:10px;margin:0 0 8px}
.number{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:10px 12px;display:flex;flex-direction:column}
.number dt{font-size:15px}.number dd{margin:0}.number dd:nth-of-type(1){font-size:26px;font-weight:650;line-height:1.25}.number .soft{font-size:13px}
.filter{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:end;margin:0 0 12px}
.filter label{margin:0 0 2px;font-size:15px}
.filter div{flex:1 1 150px;max-width:280px}
.filter select{width:100%;min-height:44px;padding:6px 8px;border:1px solid var(--soft);border-radius:8px;background:var(--card);color:var(--fg);font:inherit}
.filter select:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.filter button{width:auto;min-height:44px;margin:0;padding:8px 18px}
.scripted .filter button{display:none}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:12px;margin:0 0 12px}
.chart{margin:0;background:var(--card);border:1px solid var(--line);border-radius:12px;padding:12px 14px;min-width:0;display:none}
.scripted .chart{display:block}
.chart figcaption{font-weight:600}.chart .box{position:relative;min-width:0}
.scroll{overflow-x:auto;background:var(--card);border:1px solid var(--line);border-radius:12px;margin:0 0 12px}
.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;font-size:15px;overflow-wrap:normal}
caption{text-align:left;padding:10px 12px 4px;font-weight:600}
th,td{padding:6px 10px;border-top:1px solid var(--line);text-align:right;white-space:nowrap}
thead th{border-top:0;color:var(--soft);font-weight:600}
th:first-child{text-align:left}
form#lists{display:none}
button.to{display:inline-flex;align-items:center;width:auto;min-width:44px;min-height:44px;margin:-6px 0;padding:0;border:0;background:none;font-weight:inherit;vertical-align:middle;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:3px}
td button.to{justify-content:flex-end;margin:-6px -10px;padding:0 10px}td button.to:focus-visible{outline-offset:-3px}
.list-page table{width:100%}.list-page th:nth-child(2){text-align:left}.list-page td:first-child,.list-page td:nth-child(2){text-align:left;white-space:normal}
`;

/** Never the same twice: what somebody smuggles into a page cannot know it. */
export const newNonce = (): string => randomBytes(16).toString('base64url');

/** The script by a nonce made for one answer, the style by its hash, and requests to nowhere but home. */
export const dashboardPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${createHash('sha256').update(DASHBOARD_STYLE).digest('base64')}'`,
    `script-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
