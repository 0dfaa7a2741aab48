import type { TriggerEvent } from '../sheets-service/service-api.ts';
import type { EventDescription, Execution } from './protocol.ts';
import type { InstalledTrigger } from './script-state.ts';

type TriggerRun = Pick<
  Execution,
  'functionName' | 'args' | 'event' | 'authMode' | 'activeUser' | 'effectiveUser'
>;

/**
 * Which functions one event of the spreadsheet runs, and as whom. A simple `onEdit` runs first, without
 * authorisation, as whoever edits; installed triggers follow in the order of their installation, each as its
 * installer whoever edits.
 */
export function triggerRuns(
  event: TriggerEvent,
  functions: ReadonlySet<string>,
  installed: readonly InstalledTrigger[],
): readonly TriggerRun[] {
  const described = describeEvent(event);
  const simple: TriggerRun[] =
    event.type === 'edit' && functions.has('onEdit')
      ? [run('onEdit', described, 'LIMITED', event.user, event.user)]
      : [];
  const eventType = event.type === 'edit' ? 'ON_EDIT' : 'ON_CHANGE';
  const matching = installed.filter(
    (trigger) => trigger.eventType === eventType && trigger.spreadsheetId === event.spreadsheetId,
  );
  return [
    ...simple,
    ...matching.map(({ handler, uid, installer }) =>
      run(handler, { ...described, triggerUid: uid }, 'FULL', event.user, installer),
    ),
  ];
}

function run(
  functionName: string,
  event: EventDescription,
  authMode: TriggerRun['authMode'],
  activeUser: string,
  effectiveUser: string,
): TriggerRun {
  return { functionName, args: [], event, authMode, activeUser, effectiveUser };
}

/** Google gives values for a single cell only, whatever the service knows. */
function describeEvent(event: TriggerEvent): EventDescription {
  if (event.type === 'change') return { changeType: event.changeType, user: event.user };
  const { range, value, oldValue, user } = event;
  const single = range.endRow - range.startRow === 1 && range.endColumn - range.startColumn === 1;
  return {
    range,
    user,
    ...(single && value !== undefined ? { value } : {}),
    ...(single && oldValue !== undefined ? { oldValue } : {}),
  };
}
