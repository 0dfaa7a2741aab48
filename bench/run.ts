/** `npm run bench -- NAME`: runs one of the benchmarks of this folder; without a name, lists them. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** A file that begins with a comment is a benchmark; files without one are parts of benchmarks. */
const firstSentence = (name: string): string | undefined =>
  /^\/\*\*([\s\S]*?)\*\//
    .exec(readFileSync(`${FOLDER}${name}.ts`, 'utf8'))?.[1]
    ?.replaceAll(/^[ \t]*\*/gm, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[.:] .*$|\.$/, '');

const benchmarks = readdirSync(FOLDER)
  .flatMap((file) => (file.endsWith('.ts') && file !== 'run.ts' ? [file.slice(0, -3)] : []))
  .flatMap((name) => {
    const about = firstSentence(name);
    return about === undefined ? [] : [{ name, about }];
  });

const [wanted, ...more] = process.argv.slice(2);
if (benchmarks.some(({ name }) => name === wanted)) {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `${FOLDER}${wanted}.ts`, ...more], {
    stdio: 'inherit',
  });
  process.exitCode = status ?? 1;
} else {
  const list = benchmarks.map(({ name, about }) => `  ${name.padEnd(18)} ${about}`).join('\n');
  const say = wanted === undefined ? process.stdout : process.stderr;
  say.write(
    `${wanted === undefined ? '' : `There is no benchmark ${wanted}.\n`}npm run bench -- NAME\n${list}\n`,
  );
  process.exitCode = wanted === undefined ? 0 : 2;
}
