import { err, ok, type Result } from '../result.ts';

/**
 * Signed texts that go out by mail or stand in a page: `v1.SIGNATURE.FIELD.FIELD…`. The signature covers all
 * fields as they are written, so no sign of them can change; the last field is the day and second it ends.
 */
export interface Signer {
  /** Signature of a text, in letters, digits, `-` and `_`. */
  sign(text: string): string;
  /** Whether this is that signature, compared in constant time. */
  isSignature(text: string, signature: string): boolean;
}

const VERSION = 'v1';
/** Longer than any text we make, a tag of 400 signs among the fields; more is not worth a signature check. */
const LONGEST = 5000;

/** `.` separates, so it is escaped too. Everything left is safe in an address. */
const escaped = (field: string): string =>
  encodeURIComponent(field).replace(/[.!~*'()%]/g, (sign) => (sign === '%' ? '~' : `~${hex(sign)}`));

const hex = (sign: string): string => sign.charCodeAt(0).toString(16).toUpperCase();

const unescaped = (field: string): string => decodeURIComponent(field.replaceAll('~', '%'));

/** @example signedText(signer, ['link', 'team', 'rep', 'x']) // 'v1.Zm9v….link.team.rep.x' */
export const signedText = (signer: Signer, fields: readonly string[]): string => {
  const text = fields.map(escaped).join('.');
  return `${VERSION}.${signer.sign(`${VERSION}.${text}`)}.${text}`;
};

/** The fields of a text that we signed ourselves; anything else is ALTERED, whatever is wrong with it. */
export const readSignedText = (signer: Signer, given: string): Result<readonly string[], 'ALTERED'> => {
  if (given.length > LONGEST) return err('ALTERED');
  const match = /^v1\.([\w-]+)\.([\w.~-]*)$/.exec(given);
  const [, signature, text] = match ?? [];
  if (signature === undefined || text === undefined) return err('ALTERED');
  if (!signer.isSignature(`${VERSION}.${text}`, signature)) return err('ALTERED');
  return ok(text.split('.').map(unescaped));
};
