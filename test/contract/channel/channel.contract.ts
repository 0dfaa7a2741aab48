import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChatAnswer, ReceivedChat } from '../../../local/chat-catcher/received-chat.ts';
import { teamId } from '../../../shared/domain/ids.ts';
import type { Channel, ChannelMessage, ChannelService } from '../../../shared/ports/channel.ts';

/** A channel and the service at the other end of it. */
export interface ChannelSetting {
  readonly channel: Channel;
  readonly service: ChannelService;
  /** Newest first, as the service would show them. */
  received(): readonly ReceivedChat[];
  /** What the service says to the next message, whatever it is. */
  answerNext(answer: ChatAnswer): void;
  stop(): Promise<void>;
}

export interface ServiceFacts {
  readonly service: ChannelService;
  /** How many messages it takes at once before it says "too fast". */
  readonly burst: number;
  /** Answers that pass, and answers that are final. */
  readonly passing: readonly ChatAnswer[];
  readonly final: readonly ChatAnswer[];
}

const TEAM = teamId('board-of-tests');
export const message: ChannelMessage = {
  language: 'zh-CN',
  title: '配能提醒：2 件事',
  lines: ['老王超载了：负荷 11.5，上限 10', '3 个任务一周没有进展'],
  link: { text: '打开看板', url: 'https://docs.google.com/spreadsheets/d/abc/edit?a=1&b=2' },
};

/** Every channel must pass this, against a service that checks what the real one checks. */
export const channelContract = (facts: ServiceFacts, open: () => Promise<ChannelSetting>): void => {
  describe(`${facts.service} as a channel`, () => {
    let setting: ChannelSetting;
    beforeEach(async () => {
      setting = await open();
    });
    afterEach(() => setting.stop());
    const post = (one: ChannelMessage) => setting.channel.post(TEAM, facts.service, one);

    it('delivers title, lines and the whole link', async () => {
      expect(await post(message)).toEqual({ ok: true });
      const [got] = setting.received();
      expect(got).toMatchObject({ service: facts.service, title: message.title, link: message.link.url });
      for (const line of message.lines) expect(got?.text).toContain(line);
    });

    it('takes nothing that people typed for markup, a mention or a command', async () => {
      const typed = [
        '<!channel> <@all> <at user_id="all">x</at>',
        '[click](https://evil.example)',
        '*a* _b_ `c` # d',
        'a & b <b>',
      ];
      expect(await post({ ...message, lines: typed })).toEqual({ ok: true });
      const [got] = setting.received();
      const said = got?.text.normalize('NFKC') ?? '';
      for (const line of typed) expect(said).toContain(line.normalize('NFKC'));
      expect(got?.link).toBe(message.link.url);
    });

    it('makes a line of whatever breaks lines', async () => {
      expect(await post({ ...message, lines: ['one\n# two\r\nthree\u2028four'] })).toEqual({ ok: true });
      expect(setting.received()[0]?.text.split('\n')).toHaveLength(1);
    });

    it('fits hundreds of lines of Chinese and emoji, keeps the link and says how many are left out', async () => {
      const lines = Array.from({ length: 400 }, (_, n) =>
        `${n} 云岭骨科医院👨‍👩‍👧‍👦停滞太久 & 需要主管处理`.padEnd(200, '很'),
      );
      expect(await post({ ...message, lines })).toEqual({ ok: true });
      const [got] = setting.received();
      expect(got?.link).toBe(message.link.url);
      expect(got?.text).not.toContain('\ufffd');
      const shown = got?.text.split('\n') ?? [];
      expect(shown.at(-1)).toContain(`还有 ${401 - shown.length} 件`);
    });

    it('fits one endless title and one endless line', async () => {
      expect(await post({ ...message, title: '标👨‍👩‍👧‍👦'.repeat(3000), lines: ['长'.repeat(9000)] })).toEqual({
        ok: true,
      });
      expect(setting.received()[0]?.link).toBe(message.link.url);
    });

    it('may be tried again when it was too fast', async () => {
      for (let n = 0; n < facts.burst; n += 1) expect(await post(message)).toEqual({ ok: true });
      expect(await post(message)).toMatchObject({ ok: false, retryable: true });
      expect(setting.received()).toHaveLength(facts.burst);
    });

    it.each(facts.passing)('may be tried again after $status $body', async (answer) => {
      setting.answerNext(answer);
      expect(await post(message)).toMatchObject({ ok: false, retryable: true });
    });

    it.each(facts.final)('gives up after $status $body, without repeating what was sent', async (answer) => {
      setting.answerNext({ ...answer, body: answer.body.replace('$', message.lines[0] ?? '') });
      const outcome = await post(message);
      expect(outcome).toMatchObject({ ok: false, retryable: false });
      expect(JSON.stringify(outcome)).not.toContain('老王');
    });

    it('may be tried again while the service is out of reach, and says nothing of its address', async () => {
      await setting.stop();
      const outcome = await post(message);
      expect(outcome).toMatchObject({ ok: false, retryable: true });
      expect(JSON.stringify(outcome)).not.toMatch(/127\.0\.0\.1|local/);
    });
  });
};
