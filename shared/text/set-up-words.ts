import type { Language } from '../domain/rep.ts';

/** What set-up writes beside titles and headers, one catalog per language. */
interface SetUpWords {
  /** Shown when somebody is about to type into a column that Peineng fills. */
  readonly ours: string;
  readonly keyRow: string;
  /** Shown beside a cell with choices. */
  readonly choose: string;
  readonly chooseRep: string;
}

const CATALOGS: Readonly<Record<Language, SetUpWords>> = {
  'zh-CN': {
    ours: '这一列由配能填写',
    keyRow: '配能靠这一行识别各列，请保留',
    choose: '请选择，中英文写法都可以',
    chooseRep: '请选择团队页中的姓名',
  },
  en: {
    ours: 'Peineng fills this column',
    keyRow: 'Peineng finds its columns by this row; please keep it',
    choose: 'Choose one; English and Chinese spellings are both understood',
    chooseRep: 'Choose a name from the Team tab',
  },
};

export const setUpWords = (language: Language): SetUpWords => CATALOGS[language];
