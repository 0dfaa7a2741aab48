/** Builds DOM elements. Text always goes in as text, never as HTML. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element with attributes and children; `true` sets an empty attribute, `false` and undefined leave it out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children);
  return made;
}

/** Shapes of the chrome's icons, drawn with strokes on a 24 x 24 field. */
const ICONS = {
  undo: 'M9 14 4 9l5-5M4 9h10a6 6 0 0 1 0 12h-3',
  redo: 'm15 14 5-5-5-5M20 9H10a6 6 0 0 0 0 12h3',
  insertRow: 'M3 5h18v6H3zM12 15v6M9 18h6',
  deleteRow: 'M3 5h18v6H3zM9 15l6 6M15 15l-6 6',
  sortAscending: 'M7 4v16M3 16l4 4 4-4M14 5h3M14 11h5M14 17h7',
  sortDescending: 'M7 20V4M3 8l4-4 4 4M14 5h7M14 11h5M14 17h3',
  filter: 'M4 5h16l-6 8v6l-4-2v-4z',
  charts: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  sidebar: 'M3 5h18v14H3zM15 5v14',
  moon: 'M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M19 5l-1.4 1.4M6.4 17.6 5 19',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'm14 6-6 6 6 6',
  chevron: 'm6 9 6 6 6-6',
  search: 'M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12zM20 20l-4.5-4.5',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  note: 'M5 4h14v12l-4 4H5zM9 9h6M9 13h4',
} as const;

export type IconName = keyof typeof ICONS;

const SVG = 'http://www.w3.org/2000/svg';

/** An icon of the chrome. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('icon');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** The product's mark. */
export function mark(): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('aria-hidden', 'true');
  svg.classList.add('mark');
  for (const [tag, attributes] of MARK) {
    const part = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, value);
    svg.append(part);
  }
  return svg;
}

const MARK: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ['rect', { width: '32', height: '32', rx: '8', fill: '#1f6f5c' }],
  ['path', { d: 'M8 9h9a5 5 0 0 1 0 10h-4v5H8z', fill: '#fff' }],
  ['circle', { cx: '22.5', cy: '21.5', r: '3.5', fill: '#f5b942' }],
];
