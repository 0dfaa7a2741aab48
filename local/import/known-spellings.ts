import type { Language } from '../../shared/domain/rep.ts';

/** Misspellings of the published data set, each repaired and counted. */
const SECTOR_REPAIRS: Readonly<Record<string, string>> = { technolgy: 'technology' };
const COUNTRY_REPAIRS: Readonly<Record<string, string>> = { Philipines: 'Philippines' };

export const repairSector = (sector: string): string => SECTOR_REPAIRS[sector] ?? sector;
export const repairCountry = (country: string): string => COUNTRY_REPAIRS[country] ?? country;

/** The sectors of the published set in Chinese. */
const SECTORS: Readonly<Record<string, string>> = {
  employment: '人力资源',
  entertainment: '娱乐',
  finance: '金融',
  marketing: '市场营销',
  medical: '医疗',
  retail: '零售',
  services: '服务',
  software: '软件',
  technology: '科技',
  telecommunications: '通信',
};

/** A sector as the board's language has it; one that is not in the published set stays as it is. */
export const spellSector = (sector: string, language: Language): string =>
  language === 'en' ? sector : (SECTORS[sector] ?? sector);
