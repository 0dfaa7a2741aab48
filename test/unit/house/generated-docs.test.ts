import { describe, expect, it } from 'vitest';
import { outdatedDocs } from '../../../docs/generate.ts';
import { configTable, layoutPage, policyPage } from '../../../docs/generated-pages.ts';

describe('the pages made from the source', () => {
  it('are as the source says (npm run docs writes them)', async () => {
    expect(await outdatedDocs()).toEqual([]);
  });

  it('tell every setting with its default, what is accepted and both names', () => {
    const row = policyPage()
      .split('\n')
      .find((line) => line.includes('`load.limit`'));
    expect(row).toBe(
      '| `load.limit` | Load limit<br>负荷上限 | `10` | number, 0.5 to 10,000 | Above this load index a rep is overloaded and new work pauses.<br>负荷指数超过此值即为超载，自动暂停接收新任务。 |',
    );
  });

  it('tell every column with its headers, who writes it and which words it takes', () => {
    const row = layoutPage()
      .split('\n')
      .find((line) => line.startsWith('| `difficulty`'));
    expect(row).toBe('| `difficulty` | Difficulty · 跟进难度 | people | Easy, Medium, Hard · 易、中、难 |');
  });

  it('tell which settings of the functions have no default', () => {
    const [required, optional] = ['PEINENG_LINK_KEY', 'SMTP_PORT'].map((name) =>
      configTable()
        .split('\n')
        .find((line) => line.includes(`\`${name}\``)),
    );
    expect(required).toContain('| yes |');
    expect(optional).toContain('| no, `587` |');
  });
});
