import { DEFAULT_POLICY } from '../../shared/contract/policy.ts';
import type { Day } from '../../shared/domain/day.ts';
import { repId } from '../../shared/domain/ids.ts';
import { learnTeam } from '../../shared/tags/learn-team.ts';
import { proofOfDeal } from '../../shared/tags/proof-of.ts';
import { rebuildTally } from '../../shared/tags/proof-tally.ts';
import { quarterOf } from '../../shared/tags/quarter.ts';
import {
  auc,
  CUT,
  interval,
  logLoss,
  split,
  table,
  type ClosedRow,
  type Report,
  type Scored,
} from './report.ts';

export interface Forecast {
  readonly base: readonly Scored[];
  readonly learnt: readonly Scored[];
  readonly raw: readonly Scored[];
  /** Learnt industry tags whose rate is not the mean: none when shrinkage goes all the way. */
  readonly found: number;
}

/** Learns from the training deals with the product's own code and forecasts the test deals. */
export const forecast = (deals: readonly ClosedRow[]): Forecast => {
  const { train, test } = split(deals);
  const rate = train.filter(({ won }) => won).length / train.length;
  const learnt = learnTeam(
    rebuildTally(
      train.map(({ rep, sector, won, closedOn }) =>
        proofOfDeal({ rep: repId(rep), industry: sector, won, closedOn: closedOn as Day }),
      ),
    ),
    quarterOf(CUT as Day),
    DEFAULT_POLICY.tags,
  );
  const tagOf = ({ rep, sector }: ClosedRow) =>
    learnt.get(rep)?.tags.find(({ family, tag }) => family === 'industry' && tag === sector);
  const cells = new Map<string, { won: number; all: number }>();
  for (const { rep, sector, won } of train) {
    const cell = cells.get(`${rep}/${sector}`) ?? { won: 0, all: 0 };
    cells.set(`${rep}/${sector}`, { won: cell.won + (won ? 1 : 0), all: cell.all + 1 });
  }
  const tags = [...learnt.values()].flatMap((one) => one.tags.filter(({ family }) => family === 'industry'));
  return {
    base: test.map(({ won }) => ({ won, p: rate })),
    learnt: test.map((row) => {
      const tag = tagOf(row);
      // What the factor uses: the rate against the mean, and only where there is history enough.
      return { won: row.won, p: tag?.enough === true ? rate + (tag.rate - tag.mean) : rate };
    }),
    raw: test.map((row) => {
      const cell = cells.get(`${row.rep}/${row.sector}`);
      return { won: row.won, p: cell === undefined ? rate : cell.won / cell.all };
    }),
    found: tags.filter(({ rate: own, mean }) => own !== mean).length,
  };
};

const row = (name: string, rows: readonly Scored[], base: number): readonly string[] => {
  const [low, high] = interval(rows, auc, 7);
  const loss = logLoss(rows);
  return [
    name,
    `${auc(rows).toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`,
    loss.toFixed(4),
    `${loss - base >= 0 ? '+' : ''}${(loss - base).toFixed(4)}`,
  ];
};

export const learningReport = (deals: readonly ClosedRow[]): Report => {
  const { base, learnt, raw, found } = forecast(deals);
  const least = logLoss(base);
  return {
    title: `1. As the data are: trained on deals closed before ${CUT}, ${base.length} later ones forecast`,
    lines: table([
      ['model', 'AUC (95%)', 'log-loss', 'against base'],
      row('base rate', base, least),
      row('learnt part (rep x sector, shrunk)', learnt, least),
      row('raw rates (rep x sector)', raw, least),
      ['learnt tags away from the mean', String(found), '', ''],
    ]),
    checks: [
      {
        says: 'the learnt part costs at most 0.002 of log-loss against the base rate',
        holds: logLoss(learnt) <= least + 0.002,
      },
      { says: 'raw rates would do harm (more than 0.02)', holds: logLoss(raw) > least + 0.02 },
    ],
  };
};
