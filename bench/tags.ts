/**
 * What learnt tags are worth: neutral on data without a signal, awake on a planted one, and fast.
 *
 * `npx tsx bench/tags.ts` reads the CRM set from CRM_DATA or ../shared/data/crm-sales-opportunities where it is
 * there, else deals of the same shape drawn from a seed. Exit code 1 when a requirement is missed.
 */
import { crmDeals } from './tags/crm-deals.ts';
import { drawDeals } from './tags/draw-deals.ts';
import { learningReport } from './tags/learning.ts';
import { plantedReport } from './tags/planted.ts';
import { scoringReport } from './tags/scoring.ts';

const main = async (): Promise<void> => {
  const crm = await crmDeals();
  const deals = crm ?? drawDeals(20_251_123);
  process.stdout.write(
    crm === null
      ? 'The CRM set is not here: deals of its shape, drawn from a seed.\n'
      : `CRM set: ${deals.length} closed deals.\n`,
  );
  const reports = [learningReport(deals), plantedReport(deals), scoringReport()];
  for (const { title, lines, checks } of reports) {
    process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
    for (const { says, holds } of checks) {
      process.stdout.write(`${holds ? 'holds ' : 'MISSED'}  ${says}\n`);
      if (!holds) process.exitCode = 1;
    }
  }
};

await main();
