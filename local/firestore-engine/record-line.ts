import { crc32 } from 'node:zlib';

/**
 * One record per line: eight hex digits of the CRC-32 of the JSON, a space, the JSON, a newline. A line cut short by
 * a crash has no newline; a line changed on disk has another checksum. JSON never holds a raw newline.
 */
export function writeRecordLine(record: unknown): string {
  const json = JSON.stringify(record);
  return `${checksum(json)} ${json}\n`;
}

/** The record of a line without its newline; `undefined` when the line is damaged. */
export function readRecordLine(line: string): object | undefined {
  const json = line.slice(9);
  if (line.slice(0, 8) !== checksum(json)) return undefined;
  const record: unknown = JSON.parse(json);
  return typeof record === 'object' && record !== null ? record : undefined;
}

function checksum(json: string): string {
  return crc32(json).toString(16).padStart(8, '0');
}

/** The complete lines of a file, and the length in bytes up to the last newline. */
export interface FileLines {
  readonly lines: readonly string[];
  /** Bytes that belong to complete lines; what follows them was cut short. */
  readonly completeBytes: number;
  readonly torn: boolean;
}

/** Splits a file into complete lines and tells whether its end was cut short. */
export function splitLines(content: Buffer): FileLines {
  const completeBytes = content.lastIndexOf(0x0a) + 1;
  const text = content.toString('utf8', 0, completeBytes);
  const lines = text === '' ? [] : text.slice(0, -1).split('\n');
  return { lines, completeBytes, torn: completeBytes < content.length };
}
