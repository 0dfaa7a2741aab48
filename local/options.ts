import { parseArgs } from 'node:util';
import { parseDay, type Day } from '../shared/domain/day.ts';
import type { Language } from '../shared/domain/rep.ts';
import { readWord } from '../shared/text/spellings.ts';

export interface LocalOptions {
  readonly kind: 'run';
  readonly port: number;
  readonly dataDir: string;
  /** Forget what is in the data folder and begin with a new board. */
  readonly reset: boolean;
  readonly open: boolean;
  readonly language: Language;
  /** A folder with a CRM export or with tabs as CSV; without it the sample team is used. */
  readonly importDir?: string;
  readonly asOf?: Day;
}

export type ParsedOptions =
  LocalOptions | { readonly kind: 'help' } | { readonly kind: 'wrong'; readonly problems: readonly string[] };

export const DEFAULT_PORT = 8420;

export const USAGE = `npm start -- [options]
  --port N        port of everything (default ${DEFAULT_PORT}; 0 takes a free one)
  --data DIR      folder that keeps the board (default .peineng)
  --reset         begin anew: empties that folder first
  --import DIR    a CRM export or Tasks.csv, Team.csv, History.csv instead of the sample team
  --as-of DAY     with --import: move all days so that the newest is DAY, as 2026-11-23
  --lang zh|en    language of a new board (default: that of the system)
  --no-open       do not open the browser
  --help          this text`;

/** Reads the command line. All problems are reported at once, each naming what is accepted. */
export const parseOptions = (
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ParsedOptions => {
  const parsed = readArguments(args);
  if (typeof parsed === 'string') return { kind: 'wrong', problems: [parsed] };
  if (parsed.help === true) return { kind: 'help' };
  const read = readValues(parsed, env);
  const { language, problems } = read;
  if (problems.length > 0 || language === null) return { kind: 'wrong', problems };
  return {
    kind: 'run',
    port: read.port,
    dataDir: parsed.data ?? '.peineng',
    reset: parsed.reset === true,
    open: parsed['no-open'] !== true && env['CI'] === undefined,
    language,
    ...(parsed.import === undefined ? {} : { importDir: parsed.import }),
    ...(read.asOf == null ? {} : { asOf: read.asOf }),
  };
};

/** The options that can be wrong in themselves, with every problem. */
const readValues = (
  given: Exclude<ReturnType<typeof readArguments>, string>,
  env: Readonly<Record<string, string | undefined>>,
) => {
  const problems: string[] = [];
  const port = Number(given.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    problems.push(`--port ${given.port}: a whole number from 0 to 65535 is expected.`);
  const asOf = given['as-of'] === undefined ? undefined : parseDay(given['as-of']);
  if (asOf === null) problems.push(`--as-of ${given['as-of']}: a day such as 2026-11-23 is expected.`);
  const language = given.lang === undefined ? systemLanguage(env) : readWord('language', given.lang);
  if (language === null) problems.push(`--lang ${given.lang}: zh or en is expected.`);
  if (asOf != null && given.import === undefined) problems.push('--as-of goes with --import.');
  return { port, asOf, language, problems };
};

const readArguments = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        reset: { type: 'boolean' },
        import: { type: 'string' },
        'as-of': { type: 'string' },
        lang: { type: 'string' },
        'no-open': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

const systemLanguage = (env: Readonly<Record<string, string | undefined>>): Language =>
  /^zh/i.test(env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '') ? 'zh-CN' : 'en';
