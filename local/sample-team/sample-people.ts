import type { Availability, Role, Tier } from '../../shared/domain/rep.ts';
import type { Bilingual, IndustryKey } from './sample-industries.ts';

/** Tags by their Chinese spelling; they are written as the board's language spells them. */
export interface Person {
  readonly name: Bilingual;
  readonly email: string;
  readonly role: Role;
  readonly tier: Tier;
  /** Key of the supervisor. */
  readonly supervisor?: string;
  readonly industries: readonly IndustryKey[];
  readonly styles: readonly string[];
  readonly rhythm: readonly string[];
  readonly tools: readonly string[];
  readonly availability: Availability;
  /** Writes and reads in English whatever the board's language. */
  readonly english?: true;
}

const person = (zh: string, en: string, email: string, more: Partial<Person> = {}): Person => ({
  name: { 'zh-CN': zh, en },
  email: `${email}@example.com`,
  role: 'rep',
  tier: 'growing',
  industries: [],
  styles: [],
  rhythm: [],
  tools: [],
  availability: 'active',
  ...more,
});

const [EXECUTIVE, APPROACHABLE, TECHNICAL] = ['擅长高层对话', '亲和力强', '技术型'];
const [FAST, LONG] = ['快刀型', '长线型'];

/** The sample's team. Who stands for what is told in docs/import.md and pinned by tests. */
export const PEOPLE = {
  wangFang: person('王芳', 'Fang Wang', 'fang.wang', { role: 'supervisor', tier: 'senior' }),
  liJianguo: person('李建国', 'James Li', 'james.li', { role: 'supervisor', tier: 'senior' }),
  laoWang: person('老王', 'Lao Wang', 'lao.wang', {
    tier: 'senior',
    supervisor: 'wangFang',
    industries: ['hospitalIt', 'rehabilitation'],
    styles: [APPROACHABLE],
    rhythm: [FAST],
    tools: ['CRM'],
  }),
  lisa: person('Lisa', 'Lisa', 'lisa', {
    tier: 'senior',
    supervisor: 'wangFang',
    industries: ['orthopaedics', 'rehabilitation'],
    styles: [EXECUTIVE],
    rhythm: [LONG],
    tools: ['PPT'],
  }),
  chenChen: person('陈晨', 'Chen Chen', 'chen.chen', {
    tier: 'senior',
    supervisor: 'liJianguo',
    industries: ['cardiology', 'ivd'],
    styles: [EXECUTIVE],
    rhythm: [LONG],
    tools: ['PPT', 'CRM'],
  }),
  zhaoLei: person('赵磊', 'Zhao Lei', 'lei.zhao', {
    tier: 'senior',
    supervisor: 'liJianguo',
    industries: ['imaging', 'hospitalIt'],
    styles: [TECHNICAL],
    rhythm: [LONG],
    tools: ['PPT'],
  }),
  amy: person('Amy', 'Amy', 'amy', {
    supervisor: 'wangFang',
    industries: ['ivd'],
    styles: [APPROACHABLE],
    rhythm: [FAST],
    tools: ['CRM'],
  }),
  zhangMin: person('张敏', 'Zhang Min', 'min.zhang', {
    supervisor: 'wangFang',
    industries: ['dental'],
    styles: [APPROACHABLE],
    rhythm: [FAST],
    tools: ['CRM', 'PPT'],
  }),
  kevin: person('Kevin', 'Kevin', 'kevin', {
    supervisor: 'liJianguo',
    industries: ['software', 'hospitalIt'],
    styles: [TECHNICAL],
    rhythm: [FAST],
    tools: ['CRM'],
    english: true,
  }),
  liuYang: person('刘洋', 'Liu Yang', 'yang.liu', {
    supervisor: 'liJianguo',
    industries: ['imaging', 'rehabilitation'],
    tools: ['PPT'],
  }),
  xiaoLi: person('小李', 'Li Na', 'na.li', {
    tier: 'newcomer',
    supervisor: 'wangFang',
    industries: ['dental'],
    styles: [APPROACHABLE],
    tools: ['CRM'],
  }),
  zhouTing: person('周婷', 'Zhou Ting', 'ting.zhou', {
    tier: 'newcomer',
    supervisor: 'liJianguo',
    industries: ['software'],
    tools: ['CRM'],
    availability: 'leave',
  }),
  grace: person('Grace', 'Grace', 'grace', {
    supervisor: 'wangFang',
    industries: ['ivd'],
    rhythm: [FAST],
    availability: 'left',
  }),
  sunHao: person('孙浩', 'Sun Hao', 'hao.sun', { tier: 'newcomer', supervisor: 'liJianguo' }),
} as const satisfies Readonly<Record<string, Person>>;

export type PersonKey = keyof typeof PEOPLE;
export const PERSON_KEYS = Object.keys(PEOPLE) as PersonKey[];
export const personOf = (key: PersonKey): Person => PEOPLE[key];
