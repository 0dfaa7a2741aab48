import { readdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runningInbox, type RunningInbox } from './running-inbox.ts';

const hostile = `"><script>alert(1)</script><img src=x onerror='alert(1)'>`;

let inbox: RunningInbox;
beforeEach(async () => {
  inbox = await runningInbox();
});
afterEach(() => inbox.stop());

async function firstId(): Promise<string> {
  return (await inbox.catcher.list())[0]?.id ?? '';
}

describe('the inbox page', () => {
  it('says in the reader’s language when mails will come while there are none', async () => {
    const chinese = await inbox.get('/inbox', { 'accept-language': 'zh-CN,zh;q=0.9' });
    expect(chinese.body).toContain('<html lang="zh-CN">');
    expect(chinese.body).toContain('还没有邮件');
    expect(chinese.body).toContain('停滞任务');
    const english = await inbox.get('/inbox?lang=en', { 'accept-language': 'zh-CN' });
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toContain('No mail yet');
  });

  it('lists mails newest first with recipient, subject, time and preview, also within one millisecond', async () => {
    await inbox.send({ subject: '第一封', text: 'the very first words' });
    await inbox.send({ subject: '第二封', to: 'li@example.com' });
    const { body } = await inbox.get('/inbox');
    expect(body.indexOf('第二封')).toBeLessThan(body.indexOf('第一封'));
    expect(body).toContain('the very first words');
    expect(body).toContain('<span class="to">li@example.com</span>');
    expect(body).toContain('<time datetime="2026-11-23T09:00:00.000Z">');
  });

  it('says of a message that comes again that it is the same, and shows the headers that other machines read', async () => {
    const report = {
      messageId: '<evt-1.rep-wang.x@peineng.mail>',
      subject: 'my report',
      headers: { 'List-Unsubscribe': '<https://p.example/m?u=v1.a>', 'X-Peineng-Kind': 'report' },
    };
    await inbox.send(report);
    await inbox.send({ ...report, to: 'li@example.com' });
    expect((await inbox.get('/inbox?lang=en')).body).not.toContain('[same message again]');
    await inbox.send(report);
    const { body } = await inbox.get('/inbox?lang=en');
    expect(body.match(/\[same message again\] my report/g)).toHaveLength(1);
    const mail = (await inbox.get(`/inbox/mail/${await firstId()}`)).body;
    for (const shown of [
      '&lt;evt-1.rep-wang.x@peineng.mail&gt;',
      'auto-generated',
      '&lt;https://p.example/m?u=v1.a&gt;',
    ])
      expect(mail).toContain(shown);
  });

  it('filters by recipient without regard to case and keeps filter and language in its links', async () => {
    await inbox.send({ subject: 'for Wang' });
    await inbox.send({ subject: 'for Li', to: 'Li@example.com' });
    const { body } = await inbox.get('/inbox?to=li@example.com&lang=en');
    expect(body).toContain('for Li');
    expect(body).not.toContain('for Wang');
    expect(body).toMatch(/href="\/inbox\/mail\/[\d-]+\?to=li%40example\.com&amp;lang=en"/);
    const none = (await inbox.get('/inbox?to=nobody@example.com&lang=en')).body;
    expect(none).toContain('No mail to nobody@example.com');
    expect(none).toMatch(/<option value="nobody@example\.com"\s+selected/);
  });

  it('pages through more mails than fit, missing none and repeating none', async () => {
    for (let n = 0; n < 103; n += 1) writeFileSync(mailFile(n), `Subject: mail number ${n};\r\n\r\ntext`);
    inbox = await inbox.restart();
    const first = await inbox.get('/inbox');
    const older = /class="older" href="([^"]+)"/.exec(first.body)?.[1] ?? '';
    const second = await inbox.get(older.replaceAll('&amp;', '&'));
    const seen = [...`${first.body}${second.body}`.matchAll(/mail number (\d+);/g)].map(([, n]) => Number(n));
    expect(seen).toEqual(Array.from({ length: 103 }, (_, n) => 102 - n));
    expect(second.body).not.toContain('class="older"');
  });

  it('shows everything others wrote as text, never as markup of its own', async () => {
    await inbox.send({ subject: hostile, text: hostile, html: hostile });
    const id = await firstId();
    for (const path of [
      '/inbox',
      `/inbox/mail/${id}`,
      `/inbox/mail/${id}?view=text`,
      `/inbox/mail/${id}?view=source`,
    ]) {
      const { body } = await inbox.get(path);
      expect(body).not.toContain('<script>alert');
      expect(body).not.toContain('<img');
    }
    const asked = await inbox.get(
      `/inbox?to=${encodeURIComponent(hostile)}&lang=${encodeURIComponent(hostile)}`,
    );
    expect(asked.body).not.toContain('<script>alert');
  });

  it('shows the HTML of a mail in a sandbox that cannot run scripts, reach the page or fetch anything', async () => {
    await inbox.send({ html: '<p>hello <a href="http://127.0.0.1/board">board</a></p><script>1</script>' });
    const id = await firstId();
    const { body } = await inbox.get(`/inbox/mail/${id}`);
    const sandbox = /<iframe[^>]* sandbox="([^"]*)"/.exec(body)?.[1];
    expect(sandbox).toBe('allow-popups allow-popups-to-escape-sandbox');
    const content = await inbox.get(`/inbox/mail/${id}/content.html`);
    expect(content.headers.get('content-security-policy')).toMatch(
      /^sandbox allow-popups [^;]*; default-src 'none';/,
    );
    expect(content.headers.get('content-security-policy')).not.toMatch(
      /script-src|allow-scripts|allow-same-origin/,
    );
    expect(content.body).toContain('<base target="_blank">');
    expect(content.body).toContain('<a href="http://127.0.0.1/board">');
  });

  it('lets its own page run nothing inline', async () => {
    const { headers, body } = await inbox.get('/inbox');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(body).not.toMatch(/ on\w+=|<style|style=/);
  });

  it('makes links in the text view work and shows the source as received', async () => {
    await inbox.send({ text: '打开 http://127.0.0.1:8080/board 。', subject: '主题' });
    const id = await firstId();
    expect((await inbox.get(`/inbox/mail/${id}?view=text`)).body).toContain(
      '<a href="http://127.0.0.1:8080/board"',
    );
    const { body } = await inbox.get(`/inbox/mail/${id}?view=source`);
    expect(body).toContain('Message-ID: &lt;a@peineng&gt;');
    const eml = await inbox.get(`/inbox/mail/${id}/source.eml`);
    expect(eml.headers.get('content-type')).toBe('message/rfc822');
    expect(eml.body).toMatch(/^Delivered-To: wang@example\.com\r\n/);
  });

  it('falls back to the text of a mail without HTML', async () => {
    writeFileSync(mailFile(1), 'Subject: plain\r\n\r\njust text');
    inbox = await inbox.restart();
    const { body } = await inbox.get(`/inbox/mail/${await firstId()}`);
    expect(body).toContain('just text');
    expect(body).not.toContain('<iframe');
  });

  it('answers what is not there with 404, other methods with 405, other paths not at all', async () => {
    expect((await inbox.get('/inbox/mail/000000000000000-0000')).status).toBe(404);
    expect((await inbox.get('/inbox/mail/..%2F..%2Fetc%2Fpasswd/source.eml')).status).toBe(404);
    expect((await inbox.get('/inbox/inbox-page.ts')).status).toBe(404);
    expect((await fetch(`${inbox.url}/inbox`, { method: 'POST' })).status).toBe(405);
    expect((await inbox.get('/inboxes')).status).toBe(418);
  });
});

describe('the mail catcher', () => {
  it('has every mail again after a restart, and ignores a file a crash left half written', async () => {
    await inbox.send({ subject: '保留' });
    const before = await inbox.catcher.list();
    writeFileSync(join(inbox.dataDir, '001795424400000-0009.eml.tmp'), 'half');
    inbox = await inbox.restart();
    expect(await inbox.catcher.list()).toEqual(before);
    await inbox.send({ subject: 'and one more' });
    expect((await inbox.catcher.list()).map(({ subject }) => subject)).toEqual(['and one more', '保留']);
    expect(readdirSync(inbox.dataDir).filter((name) => name.endsWith('.eml'))).toHaveLength(2);
  });

  it('answers programs with JSON, and tells listeners until they stop', async () => {
    const heard: string[] = [];
    const stop = inbox.catcher.onMail(({ subject }) => heard.push(subject));
    await inbox.send({ subject: 'one', messageId: '<evt1@peineng>' });
    stop();
    await inbox.send({ subject: 'two', to: 'li@example.com' });
    expect(heard).toEqual(['one']);
    const { mails } = JSON.parse((await inbox.get('/inbox/api/mails?to=wang@example.com')).body) as {
      mails: { id: string }[];
    };
    expect(mails).toMatchObject([{ subject: 'one', messageId: '<evt1@peineng>', to: ['wang@example.com'] }]);
    const mail = JSON.parse((await inbox.get(`/inbox/api/mails/${mails[0]?.id}`)).body) as unknown;
    expect(mail).toMatchObject({ text: 't', html: '<p>t</p>', from: '配能 <peineng@example.com>' });
  });

  it('tells open pages of the newest mail when they connect and whenever one arrives', async () => {
    await inbox.send({});
    const stream = await fetch(`${inbox.url}/inbox/events`);
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    const newest = async (id: string): Promise<string> => {
      let text = '';
      while (!text.includes(id)) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
      }
      return text;
    };
    const first = await firstId();
    expect(await newest(first)).toContain(`event: newest\ndata: ${first}\n\n`);
    await inbox.send({});
    const second = await firstId();
    expect(second > first).toBe(true);
    expect(await newest(second)).toContain(`data: ${second}\n\n`);
    await reader.cancel();
  });

  it('takes mail on this machine only, and offers no encryption it cannot keep', async () => {
    const greeting = await new Promise<string>((resolve, reject) => {
      const socket = connect(inbox.catcher.smtpPort, '127.0.0.1');
      let text = '';
      socket.once('data', () => socket.write('EHLO test\r\n'));
      socket.on('error', reject);
      socket.on('data', (data) => {
        text += data.toString();
        if (/^250 /m.test(text)) socket.end(() => resolve(text));
      });
    });
    expect(greeting).not.toContain('STARTTLS');
    expect(greeting).not.toContain('default');
  });

  it('refuses a mail larger than 10 MB', async () => {
    await expect(inbox.send({ text: 'x'.repeat(11 * 1024 * 1024) })).rejects.toThrow('SMTP');
    expect(await inbox.catcher.list()).toEqual([]);
  });
});

function mailFile(n: number): string {
  return join(inbox.dataDir, `001795424400000-${String(n).padStart(4, '0')}.eml`);
}
