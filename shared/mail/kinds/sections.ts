import type { Section } from '../mail-context.ts';
import type { MailKind } from '../planned-mail.ts';
import { away } from './away.ts';
import { digest } from './digest.ts';
import { handover } from './handover.ts';
import { nobodyFree } from './nobody-free.ts';
import { overload } from './overload.ts';
import { plan } from './plan.ts';
import { report } from './report.ts';
import { setUp } from './set-up.ts';
import { stale } from './stale.ts';
import { suggestion } from './suggestion.ts';
import { undelivered } from './undelivered.ts';
import { valueUp } from './value-up.ts';

/** One template per kind, most urgent first: the first with something to say gives the mail its subject. */
const BY_KIND: Readonly<Record<MailKind, Section>> = {
  suggestion,
  overload,
  nobodyFree,
  valueUp,
  away,
  handover,
  stale,
  plan,
  setUp,
  undelivered,
  report,
  digest,
};

export const SECTIONS = Object.entries(BY_KIND) as readonly (readonly [MailKind, Section])[];
