import type { Section } from '../mail-context.ts';
import type { MailKind } from '../planned-mail.ts';
import { away } from './away.ts';
import { handover } from './handover.ts';
import { nobodyFree } from './nobody-free.ts';
import { overload } from './overload.ts';
import { stale } from './stale.ts';
import { suggestion } from './suggestion.ts';
import { undelivered } from './undelivered.ts';
import { valueUp } from './value-up.ts';

const nothing: Section = () => null;

/** One template per kind, most urgent first: the first with something to say gives the mail its subject. */
const BY_KIND: Readonly<Record<MailKind, Section>> = {
  suggestion,
  overload,
  nobodyFree,
  valueUp,
  away,
  handover,
  stale,
  plan: nothing,
  setUp: nothing,
  undelivered,
  report: nothing,
  digest: nothing,
};

export const SECTIONS = Object.entries(BY_KIND) as readonly (readonly [MailKind, Section])[];
