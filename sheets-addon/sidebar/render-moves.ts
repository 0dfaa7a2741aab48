/** The sidebar's section for moving many deals, as markup from plain data. */
import type { ManyChoices, ManyDeal, ManyOutcome, ManyPreview } from '../../shared/ports/many-moves.ts';
import type { Language } from '../src/wire.ts';
import { moveTexts, type MoveTexts } from './move-texts.ts';
import { html, type SafeHtml } from './safe-html.ts';

/** What has been chosen, looked at and done so far. Empty texts stand for "not chosen". */
export interface MovesView {
  readonly choices: ManyChoices | null;
  readonly from: string;
  readonly type: string;
  readonly to: string;
  readonly looked: { readonly id: string; readonly preview: ManyPreview } | null;
  readonly outcome: ManyOutcome | null;
  readonly failure: string;
}

export const NO_MOVES: MovesView = {
  choices: null,
  from: '',
  type: '',
  to: '',
  looked: null,
  outcome: null,
  failure: '',
};

const NOTHING = html``;

/** The choices as they are now; whoever has left is chosen beforehand, as their deals wait for somebody. */
export function withChoices(view: MovesView, choices: ManyChoices | null): MovesView {
  const there = choices?.from.some(({ rep }) => rep === view.from) === true;
  if (there || view.outcome !== null) return { ...view, choices, from: there ? view.from : '' };
  const left = choices?.from.find(({ state }) => state === 'left')?.rep ?? '';
  return { ...view, choices, from: left, looked: null };
}

/** Nothing at all for readers who lead nobody. */
export function renderMoves(view: MovesView, language: Language): SafeHtml {
  if (view.choices === null) return NOTHING;
  const texts = moveTexts(language);
  const form =
    view.choices.from.length === 0
      ? html`<p class="quiet">${texts.nobody}</p>`
      : renderForm(view, view.choices, texts);
  return html`<section id="moves" aria-labelledby="moves-title">
    <h2 id="moves-title">${texts.title}</h2>
    <p class="quiet">${texts.intro}</p>
    ${form} ${view.failure === '' ? NOTHING : html`<p class="message bad">${view.failure}</p>`}
    ${view.outcome === null ? NOTHING : renderResult(view.outcome, texts)}
    ${view.looked === null ? NOTHING : renderPreview(view.looked.preview, texts)}
    ${renderMoveButton(view.looked, texts)}
  </section>`;
}

/** The same in one sentence, for screen readers. */
export function spokenMoves({ looked, outcome, failure }: MovesView, language: Language): string {
  const texts = moveTexts(language);
  if (failure !== '') return failure;
  if (outcome !== null)
    return outcome.kind === 'done' ? `${texts.moved(outcome.moved)} ${texts.undo}` : texts.changed;
  return looked === null ? '' : texts.wouldMove(looked.preview.moves.length);
}

function renderForm(view: MovesView, choices: ManyChoices, texts: MoveTexts): SafeHtml {
  const option = (value: string, name: string, chosen: string): SafeHtml =>
    html`<option value="${value}" ${value === chosen ? html`selected` : NOTHING}>${name}</option>`;
  const types = Object.entries(texts.type);
  const others = choices.to.filter(({ rep }) => rep !== view.from);
  return html`<form data-action="previewMoves">
    <label for="moves-from">${texts.whose}</label>
    <select id="moves-from">
      ${[option('', texts.choose, view.from)]}
      ${choices.from.map(({ rep, name, open, state }) => option(rep, texts.person(name, open, state), view.from))}
    </select>
    <label for="moves-type">${texts.which}</label>
    <select id="moves-type">
      ${[option('', texts.allTypes, view.type)]} ${types.map(([type, name]) => option(type, name, view.type))}
    </select>
    <label for="moves-to">${texts.toWhom}</label>
    <select id="moves-to">
      ${[option('', texts.bestFit, view.to)]} ${others.map(({ rep, name }) => option(rep, name, view.to))}
    </select>
    <div class="buttons">
      <button type="submit" data-action="previewMoves">
        ${view.outcome?.kind === 'changed' ? texts.again : texts.preview}
      </button>
    </div>
  </form>`;
}

const nameOf = ({ customer, title, taskId }: ManyDeal): string =>
  [customer, title].filter((one) => one !== '').join(' · ') || taskId;

function renderPreview({ moves, staying, more, loads }: ManyPreview, texts: MoveTexts): SafeHtml {
  const table =
    moves.length === 0
      ? NOTHING
      : html`<div class="scroll" tabindex="0" role="region" aria-label="${texts.wouldMove(moves.length)}">
          <table>
            <thead>
              <tr>
                <th scope="col">${texts.deal}</th>
                <th scope="col">${texts.newOwner}</th>
              </tr>
            </thead>
            <tbody>
              ${moves.map(
                (move) =>
                  html`<tr>
                    <td>${nameOf(move)}<br /><span class="quiet">${texts.type[move.type] ?? ''}</span></td>
                    <td>${move.toName}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>`;
  const left =
    staying.length === 0
      ? NOTHING
      : html`<p class="message warn">${texts.wouldStay(staying.length)}</p>
          <ul>
            ${staying.map((one) => html`<li>${nameOf(one)}: ${texts.stays[one.why] ?? ''}</li>`)}
          </ul>`;
  return html`<p>${texts.wouldMove(moves.length)}</p>
    ${table} ${left} ${more === 0 ? NOTHING : html`<p class="message warn">${texts.more(more)}</p>`}
    ${moves.length === 0 ? NOTHING : renderLoads(loads, texts)}`;
}

function renderLoads(loads: ManyPreview['loads'], texts: MoveTexts): SafeHtml {
  return html`<h3>${texts.loads}</h3>
    <dl class="loads">
      ${loads.map(
        ({ name, before, after, limit }) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${texts.load(before, after, limit)}</dd>
          </div>`,
      )}
    </dl>`;
}

/** The one button that moves, below what it moves. */
function renderMoveButton(looked: MovesView['looked'], texts: MoveTexts): SafeHtml {
  const count = looked?.preview.moves.length ?? 0;
  if (count === 0) return NOTHING;
  return html`<div class="buttons">
    <button type="button" class="primary" data-action="moveMany">${texts.move(count)}</button>
  </div>`;
}

function renderResult(outcome: ManyOutcome, texts: MoveTexts): SafeHtml {
  switch (outcome.kind) {
    case 'done':
      return html`<p class="message">
        ${texts.moved(outcome.moved)} ${outcome.told ? texts.undo : `${texts.kept} ${texts.undo}`}
      </p>`;
    case 'repeated':
      return html`<p class="message">${texts.repeated} ${texts.undo}</p>`;
    case 'tooMany':
      return html`<p class="message bad">${texts.tooMany(outcome.most)}</p>`;
    case 'changed':
      return html`<p class="message bad">${texts.changed}</p>
        <ul>
          ${outcome.deals.map((one) => html`<li>${nameOf(one)}: ${texts.change[one.why] ?? ''}</li>`)}
        </ul>`;
    case 'notAllowed':
      return NOTHING;
  }
}
