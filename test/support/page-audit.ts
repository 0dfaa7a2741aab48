/**
 * What a page must offer to people who see little, use no pointer or listen: checked in the page itself, with our
 * own rules, as the usual tool's licence (MPL-2.0) is not among those we take. Each rule is a known failure
 * of WCAG 2.2 level A or AA; an empty list means none of them was found, not that the page is perfect.
 */
import type { Page } from 'playwright-core';

/** Runs in the browser. Kept as text: it belongs to no program of ours. */
const AUDIT = `(() => {
  const problems = [];
  const say = (rule, element) => problems.push(rule + ': ' + (element ? element.outerHTML.replace(/\\s+/g, ' ').slice(0, 120) : ''));
  const all = (selector) => [...document.querySelectorAll(selector)];
  const seen = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
  const nameOf = (element) => (element.getAttribute('aria-label') || element.textContent || '').trim();

  if (!['zh-CN', 'en'].includes(document.documentElement.lang)) say('language missing');
  if (!document.title.trim()) say('title missing');
  if (all('main').length !== 1) say('one main landmark');
  if (all('h1').length !== 1) say('one h1');
  let level = 0;
  for (const heading of all('h1,h2,h3,h4')) {
    const mine = Number(heading.tagName[1]);
    if (mine > level + 1) say('heading level skipped', heading);
    if (!heading.textContent.trim()) say('empty heading', heading);
    level = mine;
  }
  for (const element of all('a[href],button,summary')) if (!nameOf(element)) say('control without a name', element);
  for (const element of all('input:not([type=hidden]),textarea,select'))
    if (!document.querySelector('label[for="' + CSS.escape(element.id) + '"]')) say('field without a label', element);
  for (const nav of all('nav')) if (!nav.getAttribute('aria-label')) say('navigation without a name', nav);
  // A way back alone leads to no choice of pages that this one could be among.
  if (all('nav a').length > 1 && all('nav [aria-current=page],footer [aria-current=page]').length !== 1) say('current page not said');
  for (const svg of all('svg')) if (svg.getAttribute('aria-hidden') !== 'true') say('picture neither named nor hidden', svg);
  const ids = all('[id]').map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) say('id twice ' + id);
  for (const element of all('ul,ol')) for (const child of element.children) if (child.tagName !== 'LI') say('list holds more than items', child);
  for (const element of all('[tabindex]')) if (Number(element.getAttribute('tabindex')) > 0) say('focus order forced', element);
  const skip = all('a')[0];
  if (all('nav').length > 0 && !(skip && skip.getAttribute('href') === '#content' && document.getElementById('content'))) say('no way past the navigation');

  for (const element of all('nav a,button,a.button,summary')) {
    const { width, height } = element.getBoundingClientRect();
    if (seen(element) && (width < 44 || height < 44)) say('target below 44 px: ' + Math.round(width) + 'x' + Math.round(height), element);
  }
  if (document.documentElement.scrollWidth > innerWidth) say('wider than the screen');

  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) { const color = rgba(getComputedStyle(at).backgroundColor); if (color[3] === 255) return color; }
    return rgba('Canvas');
  };
  const luminance = (color) => {
    const [r, g, b] = color.slice(0, 3).map((part) => { const value = part / 255; return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let texts = 0, lowest = 21;
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !seen(element)) continue;
    texts += 1;
    const [a, b] = [luminance(rgba(getComputedStyle(element).color)), luminance(ground(element))];
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    lowest = Math.min(lowest, contrast);
    if (contrast < 4.5) say('contrast ' + contrast.toFixed(2), element);
  }
  return { problems, texts, lowest };
})()`;

export interface PageAudit {
  readonly problems: readonly string[];
  /** Pieces of text whose contrast was measured: none would mean that nothing was looked at. */
  readonly texts: number;
  readonly lowest: number;
}

export const auditPage = (page: Page): Promise<PageAudit> => page.evaluate<PageAudit>(AUDIT);

/** What the tab key reaches, in order, until it comes round: names as they are read out. */
export const tabStops = async (page: Page): Promise<readonly string[]> => {
  const stops: string[] = [];
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate<string>(
      "document.activeElement === document.body ? '' : (document.activeElement.getAttribute('aria-label') || document.activeElement.textContent).trim().replace(/\\s+/g, ' ')",
    );
    if (name === '' || (stops.length > 0 && name === stops[0])) return stops;
    stops.push(name);
  }
  return stops;
};
