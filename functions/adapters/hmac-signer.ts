import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Signer } from '../../shared/links/link-text.ts';

/** HMAC-SHA-256 as base64url, 43 signs. The written form is compared, so that no other spelling of it passes. */
export const createHmacSigner = (key: string): Signer => {
  const sign = (text: string): string => createHmac('sha256', key).update(text, 'utf8').digest('base64url');
  return {
    sign,
    isSignature: (text, signature) => {
      const [wanted, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
      return wanted.length === given.length && timingSafeEqual(wanted, given);
    },
  };
};
