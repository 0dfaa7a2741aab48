import type { Language } from '../../shared/domain/rep.ts';
import type { PersonKey } from './sample-people.ts';

/** The sample's showpiece, from the source article: 「老王，你手上这个项目可能更适合 Lisa」. */
interface Story {
  readonly customer: string;
  readonly title: string;
  readonly nextStep: string;
  readonly amount: number;
  readonly owner: string;
  /** Who is suggested once the value has been raised. */
  readonly betterOwner: string;
  /** The Tasks column to change, what stands there and what to type. */
  readonly column: 'value';
  readonly from: string;
  readonly to: string;
}

/**
 * What to do on a fresh sample board: find this customer's row, change its value from medium to high. The
 * owner, at 9.5 points, goes to 11 and is paused; somebody else fits clearly better and is suggested.
 */
export const SAMPLE_STORY: Readonly<Record<Language, Story>> = {
  'zh-CN': {
    customer: '云岭骨科医院',
    title: '关节置换耗材年度框架',
    nextStep: '院长希望下周一起看方案',
    amount: 280_000,
    owner: '老王',
    betterOwner: 'Lisa',
    column: 'value',
    from: '中',
    to: '高',
  },
  en: {
    customer: 'Yunling Orthopaedic Hospital',
    title: 'Joint replacement sets: yearly framework',
    nextStep: 'The director wants to go through the offer next week',
    amount: 280_000,
    owner: 'Lao Wang',
    betterOwner: 'Lisa',
    column: 'value',
    from: 'Medium',
    to: 'High',
  },
};

export const STORY_OWNER: PersonKey = 'laoWang';
