import type { Language } from '../../shared/domain/rep.ts';
import type { TaskType } from '../../shared/domain/task.ts';

/** A text of the sample in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;
type Several = readonly [Bilingual, ...Bilingual[]];

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en });

export interface Industry {
  readonly name: Bilingual;
  /** What customers are called after their first name: `… 骨科医院`. */
  readonly customers: Several;
  readonly products: Several;
}

/** The trades of the source article's examples: medical devices and business software. All names are made up. */
export const INDUSTRIES = {
  ivd: {
    name: both('IVD体外诊断', 'In-vitro diagnostics'),
    customers: [
      both('医学检验所', 'Clinical Laboratory'),
      both('中心医院', 'Central Hospital'),
      both('体检中心', 'Health Check Centre'),
    ],
    products: [
      both('化学发光分析仪', 'Chemiluminescence analyser'),
      both('生化试剂', 'Chemistry reagents'),
      both('血球分析仪', 'Haematology analyser'),
    ],
  },
  orthopaedics: {
    name: both('骨科耗材', 'Orthopaedic consumables'),
    customers: [
      both('骨科医院', 'Orthopaedic Hospital'),
      both('运动医学中心', 'Sports Medicine Centre'),
      both('综合医院', 'General Hospital'),
    ],
    products: [
      both('关节置换耗材', 'Joint replacement sets'),
      both('脊柱内固定系统', 'Spinal fixation system'),
      both('创伤接骨板', 'Trauma plates'),
    ],
  },
  cardiology: {
    name: both('心血管介入', 'Cardiovascular intervention'),
    customers: [both('心血管病医院', 'Heart Hospital'), both('胸科医院', 'Chest Hospital')],
    products: [
      both('冠脉支架', 'Coronary stents'),
      both('电生理导管', 'Electrophysiology catheters'),
      both('血管造影系统', 'Angiography system'),
    ],
  },
  imaging: {
    name: both('医学影像', 'Medical imaging'),
    customers: [both('影像中心', 'Imaging Centre'), both('第二医院', 'Second Hospital')],
    products: [
      both('数字化X光机', 'Digital X-ray'),
      both('彩色超声', 'Colour ultrasound'),
      both('影像云存储', 'Imaging cloud archive'),
    ],
  },
  hospitalIt: {
    name: both('医院信息化', 'Hospital IT'),
    customers: [both('医疗集团', 'Healthcare Group'), both('妇幼医院', 'Women and Children Hospital')],
    products: [
      both('电子病历系统', 'Medical records system'),
      both('移动护理', 'Mobile nursing'),
      both('药房管理', 'Pharmacy management'),
    ],
  },
  software: {
    name: both('企业SaaS', 'Business SaaS'),
    customers: [both('科技', 'Technology'), both('供应链', 'Supply Chain'), both('连锁', 'Retail Chain')],
    products: [
      both('客户管理云', 'Customer cloud'),
      both('费控系统', 'Expense control'),
      both('协同办公', 'Collaboration suite'),
    ],
  },
  dental: {
    name: both('口腔器械', 'Dental devices'),
    customers: [both('口腔医院', 'Dental Hospital'), both('口腔连锁', 'Dental Clinics')],
    products: [
      both('口内扫描仪', 'Intraoral scanner'),
      both('种植体', 'Dental implants'),
      both('牙科综合治疗台', 'Dental treatment unit'),
    ],
  },
  rehabilitation: {
    name: both('康复设备', 'Rehabilitation equipment'),
    customers: [both('康复医院', 'Rehabilitation Hospital'), both('护理院', 'Nursing Home')],
    products: [
      both('步态训练系统', 'Gait training system'),
      both('理疗仪', 'Physiotherapy units'),
      both('康复机器人', 'Rehabilitation robot'),
    ],
  },
} as const satisfies Readonly<Record<string, Industry>>;

export type IndustryKey = keyof typeof INDUSTRIES;
export const INDUSTRY_KEYS = Object.keys(INDUSTRIES) as [IndustryKey, ...IndustryKey[]];

/** First names of customers, invented. The story's customer has one of its own and is not among them. */
export const CUSTOMER_NAMES: Several = [
  both('青禾', 'Qinghe'),
  both('星海', 'Xinghai'),
  both('瑞和', 'Ruihe'),
  both('明德', 'Mingde'),
  both('松涛', 'Songtao'),
  both('长风', 'Changfeng'),
  both('望湖', 'Wanghu'),
  both('金榆', 'Jinyu'),
  both('澄溪', 'Chengxi'),
  both('白鹭', 'Bailu'),
  both('远岫', 'Yuanxiu'),
  both('安澜', 'Anlan'),
  both('嘉树', 'Jiashu'),
  both('云杉', 'Yunshan'),
  both('沐阳', 'Muyang'),
  both('听松', 'Tingsong'),
  both('映川', 'Yingchuan'),
  both('知行', 'Zhixing'),
  both('若水', 'Ruoshui'),
  both('晴岚', 'Qinglan'),
];

/** What a deal is about, by type of task: the article's features of each (spec 3.1). */
export const DEAL_KINDS: Readonly<Record<TaskType, Several>> = {
  strategic: [
    both('集团集采', 'group tender'),
    both('全院整体方案', 'hospital-wide solution'),
    both('多科室联合招标', 'joint tender of several departments'),
  ],
  growth: [
    both('新院区采购', 'purchase for the new site'),
    both('升级', 'upgrade'),
    both('新购', 'new purchase'),
  ],
  volume: [both('续约', 'renewal'), both('复购', 'repeat order'), both('维保续签', 'service renewal')],
  selective: [
    both('多家比价', 'price comparison'),
    both('预算待定', 'budget undecided'),
    both('试用延期', 'extended trial'),
  ],
};

export const inLanguage = (text: Bilingual, language: Language): string => text[language];
/** A name and what follows it: `青禾骨科医院`, `Qinghe Orthopaedic Hospital`. */
export const joined = (a: Bilingual, b: Bilingual, language: Language): string =>
  language === 'en' ? `${a.en} ${b.en}` : `${a['zh-CN']}${b['zh-CN']}`;
