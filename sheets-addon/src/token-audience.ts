const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * The `aud` claim of an identity token, or '' when there is none to read. Whoever deploys the functions has to
 * tell them this value, and Google shows it nowhere else. Nothing is verified here: that is the functions' part.
 */
export function audienceOf(token: string | null): string {
  try {
    const claims = JSON.parse(decodeBase64Url((token ?? '').split('.')[1] ?? '')) as {
      readonly aud?: unknown;
    };
    return typeof claims.aud === 'string' ? claims.aud : '';
  } catch {
    return '';
  }
}

/** Byte for byte; a name in other letters comes out garbled, but JSON stays JSON. Apps Script has no `atob`. */
function decodeBase64Url(text: string): string {
  let [bits, count, bytes] = [0, 0, ''];
  for (const digit of text) {
    bits = ((bits << 6) | DIGITS.indexOf(digit)) & 0xffff;
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes += String.fromCharCode((bits >> count) & 0xff);
    }
  }
  return bytes;
}
