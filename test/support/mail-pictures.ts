/** Pictures of every kind of mail, on a desk and on a phone: `npm run screenshots` puts them into docs/images/mail. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { LANGUAGES } from '../../shared/domain/rep.ts';
import { MAIL_KINDS } from '../../shared/mail/planned-mail.ts';
import { renderMail } from '../../shared/mail/render-mail.ts';
import { sampleMail } from './mail-samples.ts';

const WIDTHS = { desk: 800, phone: 375 } as const;

/** Longer mails are cut off here: the picture is of the looks. */
const TALLEST = 1600;

export const makeMailPictures = async (browser: Browser, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [place, width] of Object.entries(WIDTHS)) {
    const page = await browser.newPage({ viewport: { width, height: 400 } });
    for (const kind of MAIL_KINDS)
      for (const language of LANGUAGES) {
        await page.setContent(renderMail(sampleMail(kind, language, 'many')).html);
        const height = await page.evaluate<number>('document.documentElement.scrollHeight');
        await page.screenshot({
          path: join(folder, `${kind}.${language}.${place}.jpg`),
          type: 'jpeg',
          quality: 60,
          fullPage: true,
          clip: { x: 0, y: 0, width, height: Math.min(height, TALLEST) },
        });
      }
    await page.close();
  }
};
