/**
 * The script of the dashboard page. Without it the page is complete, as tables; with it charts are drawn above
 * them, filters work in place, and the figures stay up to date while somebody looks.
 */
import type { Chart } from 'chart.js';
import type { DashboardTable, DashboardView } from '../../shared/pages/dashboard-view.ts';
import { drawChart, heightOf } from './draw-chart.ts';

/** A view as it is sent, with the texts of its moment. */
interface Answer {
  readonly view: DashboardView;
  readonly time: string;
}

const byId = (id: string): HTMLElement | null => document.getElementById(id);
const drawn = new Map<string, Chart>();
let shown: Answer | undefined;

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  text: string,
  attributes: Readonly<Record<string, string>> = {},
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

/** A number that leads to the tasks it counts, as the page itself writes it. */
const showNumber = (place: HTMLElement, value: string, list: string | null | undefined): void => {
  if (list == null || value === '' || value === '0') {
    if (place.firstElementChild !== null || place.textContent !== value) place.replaceChildren(value);
    return;
  }
  const present = place.querySelector('button');
  const button = present ?? make('button', '', { class: 'to', form: 'lists', name: 'what' });
  if (button.value !== list) button.value = list;
  if (button.textContent !== value) button.textContent = value;
  if (present === null) place.replaceChildren(button);
};

const showFigures = ({ figures }: DashboardView): void => {
  const list = byId('figures');
  const keys = figures.map(({ key }) => key).join();
  if (list === null) return;
  if (list.dataset['keys'] !== keys) {
    list.replaceChildren(
      ...figures.map(({ key, label, counted }) => {
        const item = make('div', '', { class: 'number' });
        const value = make('dd', '', { id: `figure-${key}` });
        item.append(make('dt', label), value, make('dd', counted, { class: 'soft' }));
        return item;
      }),
    );
    list.dataset['keys'] = keys;
  }
  for (const { key, value, list } of figures) {
    const place = byId(`figure-${key}`);
    if (place !== null) showNumber(place, value, list);
  }
};

const showTable = (table: DashboardTable): void => {
  const place = byId(`table-${table.id}`);
  if (!(place instanceof HTMLTableElement)) return;
  const head = make('tr', '');
  head.append(make('th', table.head, { scope: 'col' }));
  for (const { label } of table.columns) head.append(make('th', label, { scope: 'col' }));
  place.tHead?.replaceChildren(head);
  place.tBodies[0]?.replaceChildren(
    ...table.rows.map(({ label, cells, rep }) => {
      const row = make('tr', '');
      row.append(make('th', label, { scope: 'row' }));
      for (const [index, cell] of cells.entries()) {
        const place = make('td', '');
        const list = rep === undefined ? null : table.columns[index]?.list?.replace('@', `@${rep}`);
        showNumber(place, cell === null ? '' : String(cell), list);
        row.append(place);
      }
      return row;
    }),
  );
};

const showCharts = ({ charts, tables }: DashboardView): void => {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) {
    const id = figure.dataset['chart'] ?? '';
    const chart = charts.find((one) => one.id === id);
    const table = tables.find((one) => one.id === chart?.table);
    figure.hidden = chart === undefined || table === undefined;
    if (chart === undefined || table === undefined) continue;
    const canvas = figure.querySelector('canvas');
    if (canvas === null) continue;
    const box = canvas.parentElement;
    if (box !== null) box.style.height = `${String(heightOf(chart, table))}px`;
    drawn.set(id, drawChart(canvas, drawn.get(id), chart, table));
  }
  for (const block of document.querySelectorAll<HTMLElement>('[data-table]'))
    block.hidden = !tables.some(({ id }) => id === block.dataset['table']);
  const past = byId('no-past');
  if (past !== null) past.hidden = tables.some(({ id }) => id === 'days');
};

const show = (answer: Answer): void => {
  const same = JSON.stringify({ ...shown?.view, at: 0 }) === JSON.stringify({ ...answer.view, at: 0 });
  shown = answer;
  const time = byId('time');
  if (time !== null) time.textContent = answer.time;
  if (same) return;
  showFigures(answer.view);
  answer.view.tables.forEach(showTable);
  byId('notes')?.replaceChildren(...answer.view.notes.map((note) => make('p', note, { class: 'soft' })));
  showCharts(answer.view);
};

/** The address that the filters stand for. */
const wanted = (): URL => {
  const url = new URL(location.href);
  for (const select of document.querySelectorAll('select')) {
    if (select.value === '') url.searchParams.delete(select.name);
    else url.searchParams.set(select.name, select.value);
  }
  return url;
};

let asking = 0;
const refresh = async (): Promise<void> => {
  asking += 1;
  const mine = asking;
  const url = wanted();
  url.searchParams.set('as', 'json');
  const state = byId('live');
  try {
    const response = await fetch(url, { headers: { accept: 'application/json' } });
    // A link that has ended, or somebody who is no supervisor any more: the page itself says so.
    if (response.status >= 400 && response.status < 500) return location.reload();
    if (!response.ok) throw new Error(String(response.status));
    const answer = (await response.json()) as Answer;
    // An answer to an earlier choice came late.
    if (mine !== asking) return;
    show(answer);
    if (state !== null) state.textContent = state.dataset['live'] ?? '';
  } catch {
    if (state !== null) state.textContent = state.dataset['stopped'] ?? '';
  }
};

const start = (): void => {
  const data = byId('view');
  if (data === null) return;
  const answer = JSON.parse(data.textContent) as Answer;
  document.documentElement.classList.add('scripted');
  // The charts say it now; whoever wants the numbers opens them.
  for (const details of document.querySelectorAll('details')) details.open = false;
  shown = answer;
  showCharts(answer.view);
  const live = byId('live');
  if (live !== null) live.textContent = live.dataset['live'] ?? '';
  byId('filter')?.addEventListener('change', () => {
    history.replaceState(null, '', wanted());
    void refresh();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    if (shown !== undefined) showCharts(shown.view);
  });
  const every = Number(document.body.dataset['refresh'] ?? '60') * 1000;
  setInterval(() => {
    if (document.visibilityState === 'visible') void refresh();
  }, every);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void refresh();
  });
};

start();
