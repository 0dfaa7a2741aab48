import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../local/mail-catcher/inbox-words.ts';

describe('the language of the inbox page', () => {
  it.each([
    ['en', 'zh-CN', 'en'],
    ['zh-CN', 'en-US', 'zh-CN'],
    [null, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
    [null, 'en-GB, zh;q=0.9', 'en'],
    [null, 'en;q=0.3, zh-TW;q=0.7', 'zh-CN'],
    [null, 'zh;q=0, en', 'en'],
    [null, 'fr, de', 'en'],
    [null, undefined, 'en'],
    ['<script>', 'zh', 'zh-CN'],
  ])('asked for %j with Accept-Language %j is %s', (asked, header, expected) => {
    expect(chooseLanguage(asked, header)).toBe(expected);
  });
});
