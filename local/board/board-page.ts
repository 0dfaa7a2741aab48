/** The HTML of the board: a skeleton that paints before any script has run, and what the script needs to start. */
import { createHash } from 'node:crypto';
import type { WebBundle } from './web-bundle.ts';

/** Below this width the board is a list of cards and the spreadsheet is not loaded. Same value in web/main.ts. */
const PHONE_MAX_WIDTH = 640;

// Runs before the first paint, so that a chosen theme does not flash the other one first.
const THEME_SCRIPT = `try{var t=localStorage.getItem('peineng.theme');if(t==='dark'||t==='light')document.documentElement.dataset.theme=t}catch(e){}`;

const SKELETON_STYLE = `
:root{color-scheme:light;--sk-page:#f5f7fa;--sk-bar:#fff;--sk-line:#e4e9f0;--sk-ink:#1b2a41}
@media (prefers-color-scheme:dark){:root:not([data-theme=light]){color-scheme:dark;--sk-page:#12161c;--sk-bar:#1a2029;--sk-line:#2b3442;--sk-ink:#e6edf6}}
:root[data-theme=dark]{color-scheme:dark;--sk-page:#12161c;--sk-bar:#1a2029;--sk-line:#2b3442;--sk-ink:#e6edf6}
html,body{height:100%;margin:0}
body{background:var(--sk-page);color:var(--sk-ink);font:14px/1.5 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
.skeleton{position:fixed;inset:0;display:flex;flex-direction:column}
.skeleton-bar{height:52px;background:var(--sk-bar);border-bottom:1px solid var(--sk-line);display:flex;align-items:center;gap:10px;padding:0 16px;font-weight:650;font-size:16px}
.skeleton-bar svg{width:26px;height:26px}
.skeleton-grid{flex:1;margin-top:46px;background:repeating-linear-gradient(to bottom,var(--sk-bar) 0 27px,var(--sk-line) 27px 28px);position:relative;overflow:hidden}
.skeleton-grid::after{content:"";position:absolute;inset:0;background:linear-gradient(90deg,transparent 0,var(--sk-line) 50%,transparent 100%);opacity:.5;animation:sweep 1.2s infinite linear;transform:translateX(-100%)}
@keyframes sweep{to{transform:translateX(100%)}}
@media (prefers-reduced-motion:reduce){.skeleton-grid::after{animation:none}}`;

/** The product's mark: two shapes that fit each other. */
export const MARK_SVG = `<svg viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="8" fill="#1f6f5c"/><path d="M8 9h9a5 5 0 0 1 0 10h-4v5H8z" fill="#fff"/><circle cx="22.5" cy="21.5" r="3.5" fill="#f5b942"/></svg>`;

/** Content-Security-Policy of the page: nothing from anywhere else. Univer sets inline styles, hence that exception. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `script-src 'self' 'sha256-${createHash('sha256').update(THEME_SCRIPT).digest('base64')}'`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** Renders the page for a bundle; `assetsPath` ends in a slash. */
export function renderBoardPage(bundle: WebBundle, assetsPath: string, hasAddOn: boolean): string {
  const boot = JSON.stringify({
    gridStyle: assetsPath + bundle.gridStyle,
    phoneMaxWidth: PHONE_MAX_WIDTH,
    hasAddOn,
  }).replaceAll('<', '\\u003c');
  const preload = bundle.gridChunks
    .map(
      (chunk) =>
        `<link rel="modulepreload" href="${assetsPath}${chunk}" media="(min-width:${PHONE_MAX_WIDTH + 1}px)">`,
    )
    .join('');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>配能 Peineng</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(MARK_SVG.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" '))}">
<script>${THEME_SCRIPT}</script>
<style>${SKELETON_STYLE}</style>
<link rel="stylesheet" href="${assetsPath}${bundle.style}">
${preload}
<script type="module" src="${assetsPath}${bundle.script}"></script>
</head>
<body>
<div id="board"></div>
<div class="skeleton" id="skeleton" role="status" aria-label="配能 Peineng"><div class="skeleton-bar">${MARK_SVG}<span>配能 Peineng</span></div><div class="skeleton-grid"></div></div>
<script type="application/json" id="boot">${boot}</script>
<noscript>配能需要 JavaScript 才能显示任务表。Peineng needs JavaScript to show the board.</noscript>
</body>
</html>
`;
}
