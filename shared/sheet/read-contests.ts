import type { Contest, ContestWish } from '../domain/proof.ts';
import type { ReadRow } from '../ports/board.ts';
import { canonicalTag, readWord, sameTag } from '../text/spellings.ts';
import { isChecked, readText } from './cell-value.ts';

/** A tag with the supervisor's answer behind it in brackets: `骨科（保留标签）`, `IVD (Keep tag)`. */
const ANSWERED = /^(.+?)\s*\(([^()]+)\)$/;

/**
 * The contested tags of a Team row, split at commas, semicolons and 、. Brackets that hold no answer belong to the
 * tag. `readContests('IVD (keep), CRM')` is IVD upheld and CRM open.
 */
export const readContests = (text: string | undefined): readonly Contest[] | undefined => {
  const contests: Contest[] = [];
  for (const part of (text ?? '').normalize('NFKC').split(/[,;、\n]+/)) {
    const [, name = '', word = ''] = ANSWERED.exec(part.trim()) ?? [];
    const answer = readWord('contestAnswer', word);
    const tag = canonicalTag(answer === null ? part : name);
    if (tag === '' || contests.some((one) => sameTag(one.tag, tag))) continue;
    contests.push({ tag, state: answer ?? 'open' });
  }
  return contests.length === 0 ? undefined : contests;
};

/** What the tick and the answer of a Team row ask for. An answer that is none is refused by the row's reader. */
export const readContestWish = ({ cells }: ReadRow): ContestWish => {
  const answer = readWord('contestAnswer', readText(cells['answer'] ?? null));
  return { ticked: isChecked(cells['contest'] ?? null), ...(answer === null ? {} : { answer }) };
};
