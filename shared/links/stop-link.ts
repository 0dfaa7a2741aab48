import { repId, teamId, type RepId, type TeamId } from '../domain/ids.ts';
import { err, ok, type Result } from '../result.ts';
import { readSignedText, signedText, type Signer } from './link-text.ts';

/** Whose reports of which board a link can end. It opens nothing and can do nothing else. */
export interface StopLink {
  readonly team: TeamId;
  readonly person: RepId;
}

/** Never ends: whoever finds an old report in their mailbox must be able to end them. */
export const writeStopLink = (signer: Signer, { team, person }: StopLink): string =>
  signedText(signer, ['stop', team, person]);

/** A link to a page is none that ends reports, nor the other way round. */
export const readStopLink = (signer: Signer, given: string): Result<StopLink, 'ALTERED'> => {
  const fields = readSignedText(signer, given);
  if (!fields.ok) return fields;
  const [kind, team = '', person = ''] = fields.value;
  if (kind !== 'stop' || fields.value.length !== 3) return err('ALTERED');
  return ok({ team: teamId(team), person: repId(person) });
};
