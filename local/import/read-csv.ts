import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ImportProblem } from './import-problem.ts';

/** One record as it stands in the file. `line` is where it begins: a quoted cell may run over several lines. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Called with every piece of a file read: how many bytes it had. */
export type OnBytes = (bytes: number) => void;

class NotUtf8 extends Error {
  readonly line: number;
  constructor(line: number) {
    super('not UTF-8');
    this.line = line;
  }
}

const LINE_FEED = 10;

/** Decodes strictly: a wrong encoding is named instead of turning names into question marks. Drops a BOM. */
const decoder = (onBytes: OnBytes) =>
  async function* (source: AsyncIterable<Buffer>): AsyncGenerator<string> {
    const decoding = new TextDecoder('utf-8', { fatal: true });
    let line = 1;
    const decode = (chunk?: Buffer): string => {
      try {
        return chunk === undefined ? decoding.decode() : decoding.decode(chunk, { stream: true });
      } catch {
        throw new NotUtf8(line + (chunk === undefined ? 0 : linesBeforeFault(chunk)));
      }
    };
    for await (const chunk of source) {
      onBytes(chunk.length);
      yield decode(chunk);
      for (const byte of chunk) if (byte === LINE_FEED) line += 1;
    }
    yield decode();
  };

/** Lines of a piece that decode before the first one that does not; a letter cut off at the start is let pass. */
const linesBeforeFault = (chunk: Buffer): number => {
  const lines = chunk.toString('latin1').split('\n');
  const fault = lines.findIndex((text, index) => {
    const bytes = Buffer.from(text, 'latin1');
    const start = index === 0 ? bytes.findIndex((byte) => (byte & 0xc0) !== 0x80) : 0;
    return bytes.subarray(Math.max(start, 0)).toString('utf8').includes('\ufffd');
  });
  return Math.max(fault, 0);
};

const RECORD_ENDS = ['\r\n', '\n', '\r'];

/**
 * Reads a comma-separated file record by record; the file as a whole is never held in memory. Takes UTF-8 with
 * or without BOM, any line ends, quoted commas and line breaks, rows that are too short or too long (the caller
 * judges them). Resolves to the number of records.
 */
export const readCsv = async (
  path: string,
  onRecord: (record: CsvRecord) => void,
  onBytes: OnBytes = () => undefined,
): Promise<Result<number, ImportProblem>> => {
  let line = 1;
  let records = 0;
  const options = { info: true, relax_column_count: true, relax_quotes: true, record_delimiter: RECORD_ENDS };
  try {
    await pipeline(createReadStream(path), decoder(onBytes), parse(options), async (source) => {
      for await (const { info, record } of source as AsyncIterable<{
        info: { lines: number };
        record: string[];
      }>) {
        onRecord({ line, cells: record });
        line = info.lines + 1;
        records += 1;
      }
    });
    return ok(records);
  } catch (error) {
    return err(problemOf(error, basename(path), line));
  }
};

const problemOf = (error: unknown, file: string, line: number): ImportProblem => {
  if (error instanceof NotUtf8) return { code: 'NOT_UTF8', file, line: error.line };
  if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED')
    return { code: 'QUOTE_NOT_CLOSED', file, line };
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^E[A-Z]+$/.test(code)) return { code: 'NOT_READABLE', file, reason: code };
  throw error;
};
