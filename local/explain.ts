import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXPLAIN_USAGE } from './explain/explain-words.ts';
import { receiptsOf } from './explain/receipts-of.ts';
import { explain } from './explain-failure.ts';

/** `npm run explain -- TASK_ID`: prints the receipts of a task, oldest first, in the board's language. */
const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    options: { data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    allowPositionals: true,
  });
  if (values.help === true || positionals.length > 1) {
    process.stderr.write(`${EXPLAIN_USAGE}\n`);
    process.exitCode = values.help === true ? 0 : 2;
    return;
  }
  const answer = await receiptsOf(resolve(values.data ?? '.peineng'), positionals[0] ?? '?');
  if (answer.kind === 'found') process.stdout.write(`${answer.texts.join('\n\n')}\n`);
  else {
    process.stderr.write(`${answer.message}\n`);
    process.exitCode = 1;
  }
};

main().catch((error: unknown) => {
  const wrongOption = (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  process.stderr.write(`${wrongOption ? EXPLAIN_USAGE : explain(error, 'en')}\n`);
  process.exit(wrongOption ? 2 : 1);
});
