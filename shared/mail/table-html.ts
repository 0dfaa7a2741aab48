import type { Light } from '../domain/task.ts';
import { inOrder, type MailHtml } from './mail-html.ts';
import * as parts from './mail-parts.ts';
import type { MailCell, MailSection } from './planned-mail.ts';

/** Dark enough beside the track on white, bright enough on dark. */
const COLOURS: Readonly<Record<Light, string>> = { green: '#2e9e5b', yellow: '#d9a400', red: '#d1402f' };
const PLAIN = '#5b8fd6';
const TRACK = '#e6eaef';

/** A small table: real rows and columns, with a bar below the number where a cell stands for a share. */
export const tableHtml = ({ head, rows }: NonNullable<MailSection['table']>): MailHtml =>
  parts.table({
    head: inOrder(head.map((text) => parts.headCell({ text }))),
    rows: inOrder(rows.map((row) => parts.row({ cells: inOrder(row.map(cellHtml)) }))),
  });

const cellHtml = (cell: MailCell): MailHtml => {
  if (typeof cell === 'string') return parts.cell({ content: parts.cellText({ text: cell }) });
  const { text, url, share, light, pieces } = cell;
  const shown = pieces === undefined ? pieceHtml({ text, url }) : inOrder(pieces.map(pieceHtml));
  return parts.cell({ content: share === undefined ? shown : inOrder([shown, barHtml(share, light)]) });
};

const pieceHtml = ({ text, url }: { readonly text: string; readonly url?: string | undefined }): MailHtml =>
  url === undefined ? parts.cellText({ text }) : parts.cellLink({ text, url });

/** Two cells with a background: no picture to be blocked. The number above says the same. */
const barHtml = (share: number, light: Light | undefined): MailHtml => {
  const width = Math.round(Math.min(1, Math.max(0, share)) * 100);
  const full = { kind: 'bar', width: String(width), colour: light === undefined ? PLAIN : COLOURS[light] };
  const rest = { kind: 'track', width: String(100 - width), colour: TRACK };
  return parts.bar({
    pieces: inOrder([full, rest].filter((one) => one.width !== '0').map((one) => parts.piece(one))),
  });
};
