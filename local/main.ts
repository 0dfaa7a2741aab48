import { parseOptions, USAGE } from './options.ts';
import { startWords } from './start-words.ts';
import { startLocal } from './start-local.ts';
import { openInBrowser } from './open-in-browser.ts';
import { explain } from './explain-failure.ts';

/** `npm start`: everything on this machine, no account, no download. Ends cleanly on Ctrl-C. */
const main = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2), process.env);
  if (options.kind === 'help') return void process.stdout.write(`${USAGE}\n`);
  if (options.kind === 'wrong') {
    process.stderr.write(`${options.problems.join('\n')}\n\n${USAGE}\n`);
    process.exitCode = 2;
    return;
  }
  const running = await startLocal(options, (line) => process.stderr.write(`${line}\n`));
  for (const { label, url } of running.urls) process.stdout.write(`${label}  ${url}\n`);
  process.stdout.write(`${startWords(options.language).stopHint}\n`);
  if (options.open) openInBrowser(running.boardUrl);
  const stop = (): void => {
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM');
    void running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${explain(error, options.language)}\n`);
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
};

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error, 'en')}\n`);
  process.exit(1);
});
