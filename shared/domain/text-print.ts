/** 32-bit FNV-1a over code units; two of them with different starts make a 13-digit print. */
const fnv1a = (text: string, start: number): number => {
  let hash = start;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
};

/** A text as 13 digits or so: two 32-bit sums with different starts. */
export const textPrint = (text: string): string =>
  fnv1a(text, 0x811c9dc5).toString(36) + fnv1a(text, 0x01234567).toString(36);
