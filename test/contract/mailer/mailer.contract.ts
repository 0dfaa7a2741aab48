import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mailer, OutgoingMail } from '../../../shared/ports/mailer.ts';

/** What the other side got. */
export interface DeliveredMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  /** The message as it came over the wire. */
  readonly source: string;
}

/** A mailer and the mail server it talks to. */
export interface MailerSetting {
  readonly mailer: Mailer;
  delivered(): Promise<readonly DeliveredMail[]>;
  stopServer(): Promise<void>;
  /** On the same address as before. */
  startServer(): Promise<void>;
  /** Addresses the server refuses for good and for now. */
  readonly refusedForGood: string;
  readonly refusedForNow: string;
  /** What the server says to the first of them. */
  readonly refusal: string;
  discard(): Promise<void>;
}

const mail: OutgoingMail = {
  messageId: '<evt01J-stale@peineng>',
  to: 'wang@example.com',
  subject: '停滞任务汇总：3 项已超过 7 天没有进展',
  text: '华盛科技：9 天没有进展\nhttp://127.0.0.1:8080/board',
  html: '<p>华盛科技：<b>9</b> 天没有进展</p>',
  date: Date.UTC(2026, 10, 23, 8, 30),
  headers: { 'X-Peineng-Kind': 'stale-digest' },
};

/** Every mailer must pass this. */
export function mailerContract(name: string, open: () => Promise<MailerSetting>): void {
  describe(`${name} as a mailer`, () => {
    let setting: MailerSetting;
    beforeEach(async () => {
      setting = await open();
    });
    afterEach(() => setting.discard());

    it('delivers a Chinese subject, text, HTML, Message-ID and headers unchanged', async () => {
      expect(await setting.mailer.send(mail)).toEqual({ ok: true });
      const [delivered] = await setting.delivered();
      const { messageId, subject, html } = mail;
      expect(delivered).toMatchObject({ messageId, subject, html, to: ['wang@example.com'] });
      expect(delivered?.text.trim()).toBe(mail.text);
      expect(delivered?.source).toMatch(/^X-Peineng-Kind: stale-digest\r?$/im);
      expect(delivered?.source).toMatch(/^Auto-Submitted: auto-generated\r?$/im);
      expect(delivered?.source).toMatch(/^Date: Mon, 23 Nov 2026 08:30:00 \+0000\r?$/im);
      expect(delivered?.source).toMatch(/^From: =\?UTF-8\?\S+ <peineng@example\.com>\r?$/im);
    });

    it('says that a refused receiver is final, without the body and without the address', async () => {
      const answer = await setting.mailer.send({ ...mail, to: setting.refusedForGood });
      expect(answer).toMatchObject({ ok: false, retryable: false });
      const said = JSON.stringify(answer);
      expect(said).toContain(setting.refusal);
      expect(said).not.toContain('华盛科技');
      expect(said).not.toContain(setting.refusedForGood);
      expect(await setting.delivered()).toEqual([]);
    });

    it('says that a busy receiver may be tried again', async () => {
      expect(await setting.mailer.send({ ...mail, to: setting.refusedForNow })).toMatchObject({
        ok: false,
        retryable: true,
      });
    });

    it('may be tried again while the server is down, and delivers once it is back', async () => {
      await setting.stopServer();
      expect(await setting.mailer.send(mail)).toMatchObject({ ok: false, retryable: true });
      await setting.startServer();
      expect(await setting.mailer.send(mail)).toEqual({ ok: true });
      expect(await setting.delivered()).toHaveLength(1);
    });

    it('keeps a line break in a subject or header from becoming a header of its own', async () => {
      const answer = await setting.mailer.send({
        ...mail,
        subject: 'Hello\r\nBcc: thief@example.com\r\n\r\nforged body',
        headers: { 'X-Peineng-Kind': 'a\nBcc: thief@example.com' },
      });
      expect(answer).toEqual({ ok: true });
      const [delivered] = await setting.delivered();
      expect(delivered?.source).not.toMatch(/^Bcc:/im);
      expect(delivered?.to).toEqual(['wang@example.com']);
      expect(delivered?.subject).toBe('Hello Bcc: thief@example.com forged body');
    });

    it.each([
      ['two receivers', { to: 'wang@example.com, thief@example.com' }],
      ['a receiver with a display name', { to: 'Wang <wang@example.com>' }],
      ['a receiver with a line break', { to: 'wang@example.com\r\nRCPT TO:<thief@example.com>' }],
      ['no receiver', { to: '' }],
      ['a message id with a line break', { messageId: '<a@b>\r\nBcc: thief@example.com' }],
      ['a header that redirects', { headers: { Bcc: 'thief@example.com' } }],
      ['a header name with a line break', { headers: { 'X-A: 1\r\nBcc': 'thief@example.com' } }],
      ['a header that contradicts the content', { headers: { 'Content-Type': 'text/html' } }],
    ])('refuses %s for good and sends nothing', async (_what, change: Partial<OutgoingMail>) => {
      expect(await setting.mailer.send({ ...mail, ...change })).toMatchObject({
        ok: false,
        retryable: false,
      });
      expect(await setting.delivered()).toEqual([]);
    });
  });
}
