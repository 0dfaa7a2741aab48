import { describe, expect, it } from 'vitest';
import { nameIndex } from '../../../local/import/match-names.ts';
import { madeUpAddress } from '../../../local/import/crm-team.ts';

describe('names of a CRM', () => {
  const index = nameIndex([
    ['GTX Pro', 1],
    ['GTX Plus Pro', 2],
    ['gtx pro', 3],
  ]);

  it('are matched whatever their case, width and spaces', () => {
    expect(index.find('GTXPro')).toEqual({ name: 'GTX Pro', entry: 1, exact: false });
    expect(index.find('ＧＴＸ plus　Pro')).toEqual({ name: 'GTX Plus Pro', entry: 2, exact: false });
  });

  it('are taken as spelt first, even if another folds alike', () => {
    expect(index.find('gtx pro')).toEqual({ name: 'gtx pro', entry: 3, exact: true });
  });

  it('are not guessed', () => {
    expect(index.find('GTX')).toBeUndefined();
    expect(index.find('')).toBeUndefined();
  });
});

describe('a made-up address', () => {
  it('is plain, at a domain that reaches nobody, and never given twice', () => {
    const taken = new Set<string>();
    const addresses = ['Zoë Ray', 'Zoe Ray', 'Mei-Mei Johns', '王芳', '李明', "O'Neil & Co."].map((name) =>
      madeUpAddress(name, taken),
    );
    expect(addresses).toEqual([
      'zoe.ray@example.com',
      'zoe.ray.2@example.com',
      'mei-mei.johns@example.com',
      'supervisor@example.com',
      'supervisor.2@example.com',
      'o.neil.co@example.com',
    ]);
  });
});
