/** All visible fields of one row, each saved on its own as soon as it is changed. */
import { fieldsOf, isoDate, type Field } from '../book/row-fields.ts';
import { sameContent, type CellContent } from '../book/cell-content.ts';
import type { RowShift } from '../book/row-identity.ts';
import { element, icon } from '../chrome/element.ts';
import { showValue } from '../chrome/light.ts';
import type { BoardSession } from '../session/board-session.ts';
import type { Messages } from '../text/catalog.ts';

export interface RowForm {
  readonly root: HTMLElement;
  focus(): void;
  /** Shows present contents; leaves alone the field being edited. */
  refresh(): void;
  /** Rows of a tab were inserted or deleted: stays with its row, or closes when that is gone. */
  moved(sheetId: number, shift: RowShift): void;
}

interface FormOptions {
  readonly session: BoardSession;
  readonly messages: () => Messages;
  readonly sheetId: number;
  readonly row: number;
  readonly closed: () => void;
}

/** The fields of a row. */
export function createRowForm(options: FormOptions): RowForm {
  const { session, messages, sheetId } = options;
  let { row } = options;
  const back = element('button', { class: 'back-button' }, icon('back'), messages().back);
  back.addEventListener('click', options.closed);
  const body = element('div', { class: 'form-body' });
  const root = element('section', { class: 'row-form' }, element('header', {}, back), body);
  const save = (field: Field, input: string | boolean | null): void => {
    session.typed(sheetId, [{ row, column: field.column, content: typedContent(field, input), input }]);
  };
  const refresh = (): void => {
    const sheet = session.sheet(sheetId);
    if (!sheet) return;
    const fields = fieldsOf(sheet, row, {
      personEmail: session.personEmail,
      sheets: session.sheets,
      contentAt: (at, column) => session.contentAt(sheetId, at, column),
    });
    replaceFields(
      body,
      fields.map((field) => fieldElement(field, messages(), save)),
    );
  };
  body.addEventListener('focusout', () => setTimeout(refresh, 0));
  refresh();
  return {
    root,
    focus: () => back.focus(),
    refresh,
    moved(id, shift) {
      if (id !== sheetId || row < shift.start) return;
      if (shift.kind === 'insert') row += shift.count;
      else if (row < shift.start + shift.count) options.closed();
      else row -= shift.count;
    },
  };
}

// The field in use keeps what is being typed; it is drawn again when it is left.
function replaceFields(body: HTMLElement, fresh: readonly HTMLElement[]): void {
  if (body.children.length !== fresh.length) return body.replaceChildren(...fresh);
  const present = [...body.children];
  for (const [index, field] of fresh.entries()) {
    const old = present[index];
    if (old && !old.contains(document.activeElement)) old.replaceWith(field);
  }
}

type Save = (field: Field, input: string | boolean | null) => void;

function fieldElement(field: Field, messages: Messages, save: Save): HTMLElement {
  const label = element('span', { class: 'field-name' }, field.name);
  const root = element('label', { class: `field field-${field.kind}` }, label);
  if (field.locked) {
    label.prepend(icon('lock'));
    label.title = messages.readOnly;
    root.classList.add('locked');
    root.append(lockedValue(field.text, messages));
  } else root.append(control(field, messages, save));
  if (field.note) root.append(element('span', { class: 'field-note' }, icon('note'), field.note));
  return root;
}

function lockedValue(text: string, messages: Messages): HTMLElement {
  const output = element('output');
  showValue(output, text || '—', messages);
  return output;
}

function control(field: Field, messages: Messages, save: Save): HTMLElement {
  if (field.kind === 'choice') return choice(field, messages, save);
  if (field.kind === 'checkbox') {
    const box = element('input', { type: 'checkbox' });
    box.checked = field.content.kind === 'bool' && field.content.value;
    box.addEventListener('change', () => save(field, box.checked));
    return box;
  }
  const long = field.kind === 'text' && field.text.length > 24;
  const input = long
    ? element('textarea', { rows: '3' })
    : element('input', {
        type: field.kind === 'date' ? 'date' : 'text',
        inputmode: field.kind === 'number' ? 'decimal' : undefined,
      });
  input.value = plainValue(field);
  input.addEventListener('change', () => save(field, input.value === '' ? null : input.value));
  return input;
}

// Without its money sign and separators a number can be typed over.
function plainValue(field: Field): string {
  if (field.content.kind !== 'number') return field.text;
  return field.kind === 'date' ? isoDate(field.content.value) : String(field.content.value);
}

function choice(field: Field, messages: Messages, save: Save): HTMLElement {
  const select = element('select');
  const present = field.text;
  const options =
    field.options.includes(present) || present === '' ? field.options : [present, ...field.options];
  select.append(element('option', { value: '' }, present === '' ? messages.choose : '—'));
  for (const option of options) select.append(element('option', { value: option }, option));
  select.value = present;
  select.addEventListener('change', () => save(field, select.value === '' ? null : select.value));
  return select;
}

function typedContent(field: Field, input: string | boolean | null): CellContent {
  if (input === null) return { kind: 'empty' };
  if (typeof input === 'boolean') return { kind: 'bool', value: input };
  const text: CellContent = { kind: 'text', value: input };
  if (field.kind !== 'number' || input.trim() === '' || !Number.isFinite(Number(input))) return text;
  const number: CellContent = { kind: 'number', value: Number(input) };
  return sameContent(number, field.content) ? field.content : number;
}
