import { createHash } from 'node:crypto';

/** One sheet for all pages. No colour carries a meaning alone; every pair of colours has a contrast of 4.5 or more. */
export const PAGE_STYLE = `
:root{color-scheme:light dark;--fg:#1c2430;--soft:#525d6b;--line:#d3d9e1;--card:#fff;--bg:#f3f5f8;--accent:#15539b;--on-accent:#fff;--bar:#5b7fa8;--more:#c25e00;--red:#b3261e;--yellow:#8a5a00;--green:#1b6e3c}
@media(prefers-color-scheme:dark){:root{--fg:#e8ecf2;--soft:#a9b4c2;--line:#3a4452;--card:#1d242e;--bg:#12171e;--accent:#8bbcf7;--on-accent:#0d1620;--bar:#6f97c4;--more:#f0a35e;--red:#ff9a92;--yellow:#f0c36a;--green:#7fd6a0}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;overflow-wrap:anywhere}
main,header,footer{max-width:560px;margin:0 auto;padding:0 14px}
header{padding-top:12px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px 12px;z-index:1}
.who{margin:0;color:var(--soft);font-size:15px}
nav ul{display:flex;flex-wrap:wrap;gap:6px;list-style:none;margin:8px 0 0;padding:0}
nav a{display:block;min-height:44px;padding:9px 12px;border:1px solid var(--line);border-radius:22px;background:var(--card);color:var(--fg);text-decoration:none;font-size:16px}
nav a[aria-current]{background:var(--accent);border-color:var(--accent);color:var(--on-accent)}
h1{font-size:23px;line-height:1.3;margin:18px 0 10px}h2{font-size:18px;margin:22px 0 8px}
a{color:var(--accent)}a:focus-visible,input:focus-visible,button:focus-visible,summary:focus-visible,textarea:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.card{background:var(--card);border:1px solid var(--line);border-radius:12px;padding:14px;margin:0 0 12px}
.card h2,.card h3{margin:0 0 4px;font-size:17px}
.list{list-style:none;margin:0;padding:0}
.soft{color:var(--soft);font-size:15px;margin:4px 0 0}
.ask{font-size:20px;line-height:1.45;margin:0 0 10px}
.light{font-size:14px;font-weight:600;white-space:nowrap}
.light svg{width:14px;height:14px;vertical-align:-2px;margin-right:4px}
.red{color:var(--red)}.yellow{color:var(--yellow)}.green{color:var(--green)}
.gauge{display:block;width:100%;height:18px;margin:4px 0}
.gauge .track{fill:var(--line)}.gauge .now{fill:var(--bar)}.gauge .more{fill:var(--more)}.gauge .less{fill:none;stroke:var(--bar);stroke-width:2;stroke-dasharray:4 3}.gauge .limit{stroke:var(--fg);stroke-width:2}
.figure{margin:10px 0 0;font-weight:600}
form,.soft+.button{margin-top:14px}.soft+.card,.soft+h3{margin-top:12px}.card>:first-child{margin-top:0}
button,.button{display:block;width:100%;min-height:50px;margin:0 0 10px;padding:11px 14px;border:1px solid var(--accent);border-radius:10px;background:var(--card);color:var(--accent);font:inherit;font-weight:600;text-align:center;text-decoration:none;cursor:pointer}
button.main,.button.main{background:var(--accent);color:var(--on-accent)}
summary{min-height:44px;padding:9px 0;color:var(--accent);cursor:pointer}
details ul{margin:0;padding-left:20px}
label{display:block;font-weight:600;margin:10px 0 4px}
fieldset{border:0;margin:0 0 14px;padding:0}legend{font-weight:600;padding:0;margin:0 0 4px}fieldset~.soft{margin:0 0 14px}
.choice{display:flex;flex-wrap:wrap;align-items:center;gap:2px 10px;min-height:48px;margin:0;padding:6px 10px;border:1px solid var(--line);border-radius:10px;background:var(--card)}.choice+.choice{margin-top:6px}.choice .soft{flex-basis:100%;font-weight:400;margin:0 0 0 32px}.choice input{width:22px;height:22px;margin:0;accent-color:var(--accent)}
textarea{width:100%;min-height:92px;padding:9px;border:1px solid var(--soft);border-radius:8px;background:var(--card);color:var(--fg);font:inherit}
dl{margin:0;display:grid;grid-template-columns:auto 1fr;gap:2px 12px}dt{color:var(--soft)}dd{margin:0}
.written{white-space:pre-line;margin:2px 0 8px}
.contact{font-size:20px;font-weight:600;white-space:pre-line}
footer{padding:18px 14px 30px;color:var(--soft);font-size:14px}
`;

/** Nothing is loaded, no script runs, forms go nowhere else; the one style is named by its hash. */
export const CONTENT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');
