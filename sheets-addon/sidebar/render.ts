/** The sidebar's sections as markup, from plain data. No DOM here, so that tests can read what it says. */
import type { Outcome, SidebarState, SidebarStatus } from '../src/sidebar-state.ts';
import type { StatusLine } from '../src/wire.ts';
import { renderMoves, type MovesView } from './render-moves.ts';
import { html, type SafeHtml } from './safe-html.ts';
import { sidebarTexts, type SidebarTexts } from './texts.ts';

export interface SidebarView {
  readonly state: SidebarState;
  /** Null while the functions are being asked. */
  readonly status: SidebarStatus | null;
  /** The section that opens first. */
  readonly focus: string;
  /** True after Take over was pressed once. */
  readonly confirming: boolean;
  /** Moving many deals: what has been chosen and looked at. */
  readonly moves: MovesView;
  /** ISO time → the reader's own date and time. */
  readonly formatTime: (iso: string) => string;
}

const NOTHING = html``;

/** All sections; a board that is not set up begins with the connection. */
export function renderSections(view: SidebarView): SafeHtml {
  const texts = sidebarTexts(view.state.language);
  const report = [
    renderStatus(view, texts),
    renderMoves(view.moves, view.state.language),
    renderLast(view, texts),
  ];
  const connection = renderConnection(view, texts);
  const working = view.state.owner !== null && view.state.triggersInstalled !== false;
  return html`${working ? [...report, connection] : [connection, ...report]} ${renderHelp(view, texts)}`;
}

/** What a button led to. */
export function renderOutcome(outcome: Pick<Outcome, 'ok' | 'message'>): SafeHtml {
  return html`<p class="${outcome.ok ? 'message' : 'message bad'}">${outcome.message}</p>`;
}

function renderStatus({ status }: SidebarView, texts: SidebarTexts): SafeHtml {
  return html`<section aria-labelledby="status-title">
    <h2 id="status-title">${texts.status}</h2>
    ${statusBody(status, texts)}
    <div class="buttons">
      <button type="button" data-action="refresh">${texts.refresh}</button>
      <button type="button" data-action="check">${texts.checkNow}</button>
    </div>
  </section>`;
}

function statusBody(status: SidebarStatus | null, texts: SidebarTexts): SafeHtml {
  if (status === null) return html`<p class="quiet">${texts.loading}</p>`;
  if (!status.ok) return renderOutcome(status);
  if (status.lines.length === 0) return html`<p class="quiet">${texts.nothingToShow}</p>`;
  return html`<dl>${status.lines.map((line, place) => renderLine(line, place, texts))}</dl>`;
}

/** The light stands first; its place stays empty where there is none, so that the labels line up. */
function renderLine({ label, value, light, more }: StatusLine, place: number, texts: SidebarTexts): SafeHtml {
  const spoken = light === undefined ? NOTHING : html`<span class="spoken">${texts.light[light]}: </span>`;
  return html`<div>
    <span class="light ${light ?? 'none'}" aria-hidden="true"></span>
    <dt>${label}</dt>
    <dd>${spoken}${value}${more === undefined ? NOTHING : renderMore(more, place, texts)}</dd>
  </div>`;
}

/** The receipt of a suggestion, folded: who reads it wants every line. */
function renderMore(lines: readonly string[], place: number, texts: SidebarTexts): SafeHtml {
  return html`<details class="receipt" id="receipt-${String(place)}">
    <summary>${texts.receipt}</summary>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

function renderLast({ state, formatTime }: SidebarView, texts: SidebarTexts): SafeHtml {
  const { last, missed } = state;
  const warning =
    missed === null
      ? NOTHING
      : html`<p class="message warn">
          ${texts.missed(missed.count, missed.since === '' ? '' : formatTime(missed.since))} ${missed.reason}
          <br />${texts.missedNext}
        </p>`;
  const line =
    last === null
      ? html`<p class="quiet">${texts.nothingYet}</p>`
      : html`<p>
          ${formatTime(last.at)} · ${texts.lastKind[last.kind]} ·
          ${last.ok ? texts.arrived : texts.notArrived}
          <br /><span class="quiet">${last.message}</span>
        </p>`;
  return html`<section aria-labelledby="last-title">
    <h2 id="last-title">${texts.last}</h2>
    ${warning}${line}
  </section>`;
}

function renderConnection(view: SidebarView, texts: SidebarTexts): SafeHtml {
  const { state, formatTime } = view;
  const { owner } = state;
  const open = owner === null || state.triggersInstalled === false || view.focus === 'connection';
  const about =
    owner === null
      ? html`<p>${texts.notSetUp}</p>`
      : html`<p class="quiet">${texts.setUpBy(owner.email, owner.at === '' ? '' : formatTime(owner.at))}</p>`;
  const others = owner !== null && owner.email !== state.you;
  return html`<details id="connection" ${open ? html`open` : NOTHING}>
    <summary>${texts.connection}</summary>
    ${about}
    ${owner !== null && state.triggersInstalled === false ? html`<p class="message warn">${texts.triggersMissing}</p>` : NOTHING}
    ${others ? renderTakeOver(view, owner.email, texts) : renderForm(state, texts)}
    ${state.audience === '' ? NOTHING : html`<p class="quiet aside">${texts.audience} <code>${state.audience}</code></p>`}
  </details>`;
}

function renderForm(state: SidebarState, texts: SidebarTexts): SafeHtml {
  const option = (value: string, name: string): SafeHtml =>
    html`<option value="${value}" lang="${value}" ${value === state.boardLanguage ? html`selected` : NOTHING}>
      ${name}
    </option>`;
  return html`<form data-action="setUp">
    <label for="endpoint">${texts.endpoint}</label>
    <input
      id="endpoint"
      type="url"
      inputmode="url"
      autocomplete="off"
      spellcheck="false"
      placeholder="https://peineng-….a.run.app"
      value="${state.endpoint}"
    />
    <label for="language">${texts.boardLanguage}</label>
    <select id="language">
      ${[option('zh-CN', '简体中文'), option('en', 'English')]}
    </select>
    <div class="buttons">
      <button type="button" data-action="save">${texts.save}</button>
      <button type="submit" class="primary" data-action="setUp">
        ${state.owner === null ? texts.setUp : texts.setUpAgain}
      </button>
    </div>
  </form>`;
}

function renderTakeOver(view: SidebarView, email: string, texts: SidebarTexts): SafeHtml {
  if (!view.confirming) {
    return html`<div class="buttons">
      <button type="button" data-action="takeOver">${texts.takeOver}</button>
    </div>`;
  }
  return html`<p class="message warn">${texts.takeOverExplained(email)}</p>
    <div class="buttons">
      <button type="button" data-action="cancel">${texts.cancel}</button>
      <button type="button" class="danger" data-action="takeOverSure">${texts.takeOverSure}</button>
    </div>`;
}

function renderHelp({ focus }: SidebarView, texts: SidebarTexts): SafeHtml {
  return html`<details id="help" ${focus === 'help' ? html`open` : NOTHING}>
    <summary>${texts.help}</summary>
    ${texts.topics.map(
      ({ title, text }) =>
        html`<h3>${title}</h3>
          <p>${text}</p>`,
    )}
  </details>`;
}
