import type { SettingName } from '../contract/settings.ts';
import type { Language } from '../domain/rep.ts';

/** Name and meaning of every setting of the Rules tab. A missing one does not compile. */
type SettingWords = Readonly<Record<SettingName, { readonly name: string; readonly meaning: string }>>;

const zh: SettingWords = {
  language: { name: '看板语言', meaning: '看板上文字的语言：zh-CN 或 en。邮件按收件人的语言。' },
  timeZone: { name: '时区', meaning: '按这个时区计算日期，例如 Asia/Shanghai。' },
  pointsStrategic: { name: '攻坚任务负荷分', meaning: '高价值且高难度的任务记多少分。' },
  pointsGrowth: { name: '成长任务负荷分', meaning: '高价值、中低难度的任务记多少分。' },
  pointsMedium: { name: '中价值任务负荷分', meaning: '中价值任务记多少分，难度不限。' },
  pointsLow: { name: '低价值任务负荷分', meaning: '低价值任务记多少分，难度不限。' },
  loadLimit: { name: '负荷上限', meaning: '负荷指数超过此值即为超载，自动暂停接收新任务。' },
  keyLimit: { name: '重点项目上限', meaning: '同时跟进的高价值任务超过此数也会暂停。' },
  resumeAt: { name: '恢复线', meaning: '暂停后，负荷降到此值或以下才恢复，避免反复。' },
  yellowDays: { name: '黄灯天数', meaning: '从第几天没有进展起亮黄灯。' },
  redDays: { name: '红灯天数', meaning: '超过几天没有进展亮红灯并提醒主管。' },
  redStrategic: { name: '攻坚任务红灯天数', meaning: '只用于攻坚任务；留空则按“红灯天数”。' },
  redGrowth: { name: '成长任务红灯天数', meaning: '只用于成长任务；留空则按“红灯天数”。' },
  redVolume: { name: '练手任务红灯天数', meaning: '只用于练手任务；留空则按“红灯天数”。' },
  redSelective: { name: '取舍任务红灯天数', meaning: '只用于取舍任务；留空则按“红灯天数”。' },
  repeatDays: { name: '再次提醒间隔', meaning: '仍无进展时，每隔几天再提醒一次。' },
  staleCount: { name: '天数算法', meaning: 'calendar（自然日）或 working（工作日，不含休息日和节假日）。' },
  holidays: { name: '节假日', meaning: '不上班的日期，如 2026-10-01 2026-10-02；不计入工作日，也不发邮件。' },
  workingDays: { name: '工作日', meaning: '一周中上班的日子：1 是周一，7 是周日；也可写“周一至周五”。' },
  extraWorkingDays: {
    name: '调休上班日',
    meaning: '照常上班的周末，如 2026-10-10；与节假日重复时按上班算。',
  },
  quietFrom: { name: '免打扰开始', meaning: '从此时起不发邮件和群消息，攒到免打扰结束。与结束相同则不设。' },
  quietTo: { name: '免打扰结束', meaning: '到此时恢复发送；可在第二天早上。' },
  offDays: { name: '休息日的邮件', meaning: '非工作日：hold（攒到下个工作日）或 send（照发）。' },
  everyMinutes: {
    name: '邮件间隔',
    meaning: '给同一个人发过邮件后，至少隔这么多分钟再发下一封，期间的事攒成一封；0 表示不等。',
  },
  reportWeekday: { name: '周报日', meaning: '每周哪天发健康报告：1 是周一，7 是周日；也可写“周一”。' },
  reportTime: { name: '周报时间', meaning: '按看板时区几点发，例如 8:30。' },
  channel: {
    name: '群消息',
    meaning: '提醒同时发到：slack、wecom（企业微信）、dingtalk（钉钉）、feishu（飞书），或 none（不发）。',
  },
  margin: { name: '换人门槛', meaning: '客户升级后，别人的匹配分至少高出多少才建议换人（0–1）。' },
  snoozeDays: { name: '“稍后”天数', meaning: '选择“稍后”后几天内不再建议。' },
  keepDays: { name: '“保留”天数', meaning: '选择“保留”后几天内不再建议。' },
  onDowngrade: { name: '降级也重新评估', meaning: '客户价值降低时是否也重新评估负责人：yes 或 no。' },
  newTasks: { name: '新任务', meaning: 'suggest（给出建议）或 assign（直接分配）。' },
  seats: { name: '成长席位', meaning: '每位成长型销售可重点培养的成长任务数。' },
  releaseHours: { name: '交接时限', meaning: '移交后几小时原负责人仍未写好，主管可带缺口放行。' },
  remindHours: { name: '交接提醒间隔', meaning: '交接迟迟未完成时，每隔几小时再提醒迟到的一方。' },
  shortLeaveDays: {
    name: '短假天数',
    meaning: '休假不超过几天时，只建议转出返岗前会亮红灯的任务，其余等本人回来。',
  },
  rampDays: { name: '返岗爬坡天数', meaning: '返岗后几个工作日内，新任务上限逐日恢复；0 为立即恢复。' },
  rampStart: { name: '返岗首日上限', meaning: '返岗第一天，新任务上限是平时的几成（0–1）。' },
  cooldownDays: { name: '换人冷却期', meaning: '同一客户换人后，几天内不再建议换人。' },
  movesPerYear: { name: '每年换人次数', meaning: '同一客户一年内最多换几次人，超过后按“超出额度时”处理。' },
  beyondBudget: { name: '超出换人额度时', meaning: 'supervisor（须主管同意）或 withhold（不提出建议）。' },
  ownSourced: { name: '自带客户', meaning: 'stay（留在带来的人手上）或 move（与其他任务一样可换人）。' },
  rewardStrategic: { name: '挑战积分：攻坚', meaning: '赢下一个攻坚任务得多少分。' },
  rewardGrowth: { name: '挑战积分：成长', meaning: '赢下一个成长任务得多少分。' },
  rewardVolume: { name: '挑战积分：练手', meaning: '赢下一个练手任务得多少分。' },
  rewardSelective: { name: '挑战积分：取舍', meaning: '赢下一个取舍任务得多少分。' },
  partnerShare: { name: '协同主管份额', meaning: '攻坚任务的积分中协同主管得多少（0–1）。' },
  periodMonths: { name: '晋升周期', meaning: '晋升积分按几个月合计，从一月起算。' },
  tagHalfLife: { name: '标签依据的半衰期', meaning: '几个月前的成交或评价只算一半；四个半衰期后失效。' },
  tagLeastDeals: {
    name: '行业标签最少单数',
    meaning: '一个行业里少于这么多已结单，显示“历史不足”，不加分也不减分。',
  },
  tagLeastWins: { name: '成单节奏最少赢单数', meaning: '赢单少于此数时，不判断成单节奏。' },
  weightTier: { name: '权重：层级', meaning: '层级与任务类型是否相配。只看各权重的比例。' },
  weightIndustry: { name: '权重：行业', meaning: '是否熟悉该行业。' },
  weightStyle: { name: '权重：风格', meaning: '沟通风格是否合适。' },
  weightRhythm: { name: '权重：节奏', meaning: '成单节奏是否合适。' },
  weightTools: { name: '权重：工具', meaning: '工具熟练度是否合适。' },
  weightHeadroom: { name: '权重：余量', meaning: '接手后离负荷上限还有多远。' },
  weightContinuity: { name: '权重：延续', meaning: '现任负责人不换人的好处。' },
  weightSeat: { name: '权重：席位', meaning: '成长任务是否落在成长席位上。' },
  styleStrategic: { name: '攻坚：风格', meaning: '攻坚任务需要的沟通风格；留空为不要求。' },
  rhythmStrategic: { name: '攻坚：节奏', meaning: '攻坚任务需要的成单节奏；留空为不要求。' },
  toolsStrategic: { name: '攻坚：工具', meaning: '攻坚任务需要的工具；留空为不要求。' },
  styleGrowth: { name: '成长：风格', meaning: '成长任务需要的沟通风格；留空为不要求。' },
  rhythmGrowth: { name: '成长：节奏', meaning: '成长任务需要的成单节奏；留空为不要求。' },
  toolsGrowth: { name: '成长：工具', meaning: '成长任务需要的工具；留空为不要求。' },
  styleVolume: { name: '练手：风格', meaning: '练手任务需要的沟通风格；留空为不要求。' },
  rhythmVolume: { name: '练手：节奏', meaning: '练手任务需要的成单节奏；留空为不要求。' },
  toolsVolume: { name: '练手：工具', meaning: '练手任务需要的工具；留空为不要求。' },
  styleSelective: { name: '取舍：风格', meaning: '取舍任务需要的沟通风格；留空为不要求。' },
  rhythmSelective: { name: '取舍：节奏', meaning: '取舍任务需要的成单节奏；留空为不要求。' },
  toolsSelective: { name: '取舍：工具', meaning: '取舍任务需要的工具；留空为不要求。' },
  highFrom: { name: '建议高价值：金额', meaning: '未填客户价值时，金额或标价不低于此值建议为“高”。' },
  mediumFrom: { name: '建议中价值：金额', meaning: '未填客户价值时，金额或标价不低于此值建议为“中”。' },
  hardFrom: { name: '建议难：客户人数', meaning: '未填难度时，客户员工数不低于此值建议为“难”。' },
  mediumSizeFrom: { name: '建议中：客户人数', meaning: '未填难度时，客户员工数不低于此值建议为“中”。' },
  hardDecisionMakers: { name: '建议难：决策人数', meaning: '未填难度时，决策人数不低于此值建议为“难”。' },
};

const en: SettingWords = {
  language: {
    name: 'Board language',
    meaning: 'Language of the board: zh-CN or en. Mail follows the recipient.',
  },
  timeZone: { name: 'Time zone', meaning: 'Days are counted in this zone, for example Europe/Berlin.' },
  pointsStrategic: { name: 'Points: strategic', meaning: 'Load points of a high-value, hard task.' },
  pointsGrowth: {
    name: 'Points: growth',
    meaning: 'Load points of a high-value task of easy or medium difficulty.',
  },
  pointsMedium: {
    name: 'Points: medium value',
    meaning: 'Load points of a medium-value task, whatever its difficulty.',
  },
  pointsLow: {
    name: 'Points: low value',
    meaning: 'Load points of a low-value task, whatever its difficulty.',
  },
  loadLimit: {
    name: 'Load limit',
    meaning: 'Above this load index a rep is overloaded and new work pauses.',
  },
  keyLimit: {
    name: 'Key task limit',
    meaning: 'Above this number of high-value tasks new work pauses too.',
  },
  resumeAt: {
    name: 'Resume at',
    meaning: 'A paused rep resumes at or below this load, so that nobody flaps.',
  },
  yellowDays: {
    name: 'Yellow from day',
    meaning: 'From this many days without progress a task is yellow.',
  },
  redDays: {
    name: 'Red after days',
    meaning: 'After more than this many days without progress it is red and raised.',
  },
  redStrategic: {
    name: 'Red after: strategic',
    meaning: 'For strategic tasks only; empty means the general limit.',
  },
  redGrowth: {
    name: 'Red after: growth',
    meaning: 'For growth tasks only; empty means the general limit.',
  },
  redVolume: {
    name: 'Red after: volume',
    meaning: 'For volume tasks only; empty means the general limit.',
  },
  redSelective: {
    name: 'Red after: selective',
    meaning: 'For selective tasks only; empty means the general limit.',
  },
  repeatDays: {
    name: 'Raise again after',
    meaning: 'A stale task is raised again each time this many days more have passed.',
  },
  staleCount: { name: 'Count days as', meaning: 'calendar, or working (no days off, no holidays).' },
  holidays: {
    name: 'Holidays',
    meaning: 'Days not worked, like 2026-10-01 2026-10-02: not counted as working days, no mail.',
  },
  workingDays: {
    name: 'Working days',
    meaning: 'Weekdays that are worked: 1 is Monday, 7 Sunday; Mon-Fri is understood too.',
  },
  extraWorkingDays: {
    name: 'Extra working days',
    meaning: 'Days worked although their weekday is off, like 2026-10-10; they win over holidays.',
  },
  quietFrom: {
    name: 'Quiet from',
    meaning: 'From here no mail or chat message goes out; it is kept. Same as "Quiet until": never quiet.',
  },
  quietTo: { name: 'Quiet until', meaning: 'From here what was kept is sent; may be the next morning.' },
  offDays: {
    name: 'Mail on days off',
    meaning: 'On days not worked: hold (until the next working day) or send.',
  },
  everyMinutes: {
    name: 'Minutes between mails',
    meaning: 'After a mail to somebody the next waits this long, and what comes up goes as one; 0: no wait.',
  },
  reportWeekday: {
    name: 'Report day',
    meaning: 'Day of the weekly reports: 1 is Monday, 7 Sunday; Monday is understood too.',
  },
  reportTime: { name: 'Report time', meaning: 'Time of the weekly reports in the time zone of the board.' },
  channel: {
    name: 'Chat channel',
    meaning: 'Where alerts go beside mail: slack, wecom, dingtalk, feishu, or none.',
  },
  margin: {
    name: 'Margin',
    meaning: 'How much better somebody must fit before an owner is asked to hand over (0–1).',
  },
  snoozeDays: { name: 'Snooze days', meaning: 'How long "Snooze" silences suggestions for a task.' },
  keepDays: { name: 'Keep days', meaning: 'How long "Keep" silences suggestions for a task.' },
  onDowngrade: {
    name: 'Reassess on downgrade',
    meaning: 'Whether a lower value also reassesses the owner: yes or no.',
  },
  newTasks: { name: 'New tasks', meaning: 'suggest an owner, or assign one at once.' },
  seats: { name: 'Development seats', meaning: 'Growth tasks a growing rep may hold as development.' },
  releaseHours: {
    name: 'Handover time',
    meaning: 'Hours after which a supervisor may release a handover with gaps.',
  },
  remindHours: {
    name: 'Handover reminder',
    meaning: 'Whoever is late with a handover is reminded every so many hours.',
  },
  shortLeaveDays: {
    name: 'Short leave, days',
    meaning:
      'Up to this many days only deals that would turn red before the return are moved; the rest waits.',
  },
  rampDays: {
    name: 'Ramp after leave, days',
    meaning: 'Working days after a return in which the limit for new work grows back; 0 = at once.',
  },
  rampStart: {
    name: 'Ramp after leave, start',
    meaning: 'Share of the limit that holds for new work on the first day back (0–1).',
  },
  cooldownDays: {
    name: 'Cooldown per customer',
    meaning: 'Days after a move before another one is suggested for the same customer.',
  },
  movesPerYear: { name: 'Moves a year', meaning: 'How often one customer may change hands within a year.' },
  beyondBudget: {
    name: 'Beyond that budget',
    meaning: 'supervisor (only they may accept) or withhold (no suggestion).',
  },
  ownSourced: {
    name: 'Own-sourced deals',
    meaning: 'stay (with whoever brought them) or move (like any other).',
  },
  rewardStrategic: { name: 'Challenge points: strategic', meaning: 'Points for a won strategic task.' },
  rewardGrowth: { name: 'Challenge points: growth', meaning: 'Points for a won growth task.' },
  rewardVolume: { name: 'Challenge points: volume', meaning: 'Points for a won volume task.' },
  rewardSelective: { name: 'Challenge points: selective', meaning: 'Points for a won selective task.' },
  partnerShare: {
    name: 'Partner share',
    meaning: 'Share of the points of a strategic task for the supervisor who worked along (0–1).',
  },
  periodMonths: {
    name: 'Promotion period',
    meaning: 'Months over which points are totalled for promotion, from January.',
  },
  tagHalfLife: {
    name: 'Half-life of proof',
    meaning: 'Months after which a closed deal or a rating counts half; after four half-lives not at all.',
  },
  tagLeastDeals: {
    name: 'Deals for an industry tag',
    meaning:
      'Fewer closed deals in an industry are "not enough history": they speak neither for nor against.',
  },
  tagLeastWins: {
    name: 'Wins for a closing rhythm',
    meaning: 'With fewer wins nothing is said about a closing rhythm.',
  },
  weightTier: {
    name: 'Weight: tier',
    meaning: 'Does the tier suit the task type? Only proportions of weights matter.',
  },
  weightIndustry: { name: 'Weight: industry', meaning: 'Does the rep know the industry?' },
  weightStyle: { name: 'Weight: style', meaning: 'Does the style suit?' },
  weightRhythm: { name: 'Weight: rhythm', meaning: 'Does the closing rhythm suit?' },
  weightTools: { name: 'Weight: tools', meaning: 'Does the rep know the tools?' },
  weightHeadroom: { name: 'Weight: headroom', meaning: 'How far from the load limit after taking it?' },
  weightContinuity: { name: 'Weight: continuity', meaning: 'The good of not changing hands.' },
  weightSeat: { name: 'Weight: seat', meaning: 'Does a growth task fall on a development seat?' },
  styleStrategic: {
    name: 'Strategic asks: style',
    meaning: 'Style a strategic task asks for; empty for none.',
  },
  rhythmStrategic: {
    name: 'Strategic asks: rhythm',
    meaning: 'Rhythm a strategic task asks for; empty for none.',
  },
  toolsStrategic: {
    name: 'Strategic asks: tools',
    meaning: 'Tool a strategic task asks for; empty for none.',
  },
  styleGrowth: { name: 'Growth asks: style', meaning: 'Style a growth task asks for; empty for none.' },
  rhythmGrowth: { name: 'Growth asks: rhythm', meaning: 'Rhythm a growth task asks for; empty for none.' },
  toolsGrowth: { name: 'Growth asks: tools', meaning: 'Tool a growth task asks for; empty for none.' },
  styleVolume: { name: 'Volume asks: style', meaning: 'Style a volume task asks for; empty for none.' },
  rhythmVolume: { name: 'Volume asks: rhythm', meaning: 'Rhythm a volume task asks for; empty for none.' },
  toolsVolume: { name: 'Volume asks: tools', meaning: 'Tool a volume task asks for; empty for none.' },
  styleSelective: {
    name: 'Selective asks: style',
    meaning: 'Style a selective task asks for; empty for none.',
  },
  rhythmSelective: {
    name: 'Selective asks: rhythm',
    meaning: 'Rhythm a selective task asks for; empty for none.',
  },
  toolsSelective: {
    name: 'Selective asks: tools',
    meaning: 'Tool a selective task asks for; empty for none.',
  },
  highFrom: {
    name: 'Propose high from',
    meaning: 'Untyped value: an amount or list price from here is proposed as High.',
  },
  mediumFrom: {
    name: 'Propose medium from',
    meaning: 'Untyped value: an amount or list price from here is proposed as Medium.',
  },
  hardFrom: {
    name: 'Propose hard from',
    meaning: 'Untyped difficulty: customers with this many employees are proposed as Hard.',
  },
  mediumSizeFrom: {
    name: 'Propose medium size from',
    meaning: 'Untyped difficulty: customers with this many employees are proposed as Medium.',
  },
  hardDecisionMakers: {
    name: 'Propose hard: deciders',
    meaning: 'Untyped difficulty: this many decision makers are proposed as Hard.',
  },
};

const CATALOGS: Readonly<Record<Language, SettingWords>> = { 'zh-CN': zh, en };

export const settingWords = (name: SettingName, language: Language): SettingWords[SettingName] =>
  CATALOGS[language][name];
