import type { TriggerDescription } from '../protocol.ts';
import { exception, type Bridge } from './bridge.ts';
import { strict } from './strict.ts';

type Trigger = ReturnType<typeof createTrigger>;

/** ScriptApp: spreadsheet triggers of the account this execution runs as, and its identity token. */
export function createScriptApp(bridge: Bridge) {
  const allowTriggers = (what: string) => bridge.requireScope(`ScriptApp.${what}`, 'script.scriptapp');
  return strict('ScriptApp', {
    AuthMode: strict('AuthMode', { NONE: 'NONE', LIMITED: 'LIMITED', FULL: 'FULL' }),
    EventType: strict('EventType', { ON_EDIT: 'ON_EDIT', ON_CHANGE: 'ON_CHANGE' }),
    getIdentityToken: () => {
      bridge.requireScope('ScriptApp.getIdentityToken', 'openid');
      return bridge.call('identity.token') as string;
    },
    getProjectTriggers: (): Trigger[] => {
      allowTriggers('getProjectTriggers');
      return (bridge.call('triggers.list') as TriggerDescription[]).map(createTrigger);
    },
    deleteTrigger: (trigger: Trigger) => {
      allowTriggers('deleteTrigger');
      bridge.call('triggers.delete', trigger.getUniqueId());
    },
    newTrigger: (handler: string) => {
      allowTriggers('newTrigger');
      return createTriggerBuilder(bridge, handler);
    },
  });
}

function createTriggerBuilder(bridge: Bridge, handler: string) {
  const builderFor = (eventType: TriggerDescription['eventType'], spreadsheetId: string) =>
    strict('SpreadsheetTriggerBuilder', {
      create: () => {
        const created = bridge.call('triggers.create', { handler, eventType, spreadsheetId });
        return createTrigger(created as TriggerDescription);
      },
    });
  return strict('TriggerBuilder', {
    forSpreadsheet: (spreadsheet: string | { getId(): string }) => {
      const id = typeof spreadsheet === 'string' ? spreadsheet : spreadsheet.getId();
      if (id === '') throw exception('Invalid argument: spreadsheet');
      return strict('SpreadsheetTriggerBuilder', {
        onEdit: () => builderFor('ON_EDIT', id),
        onChange: () => builderFor('ON_CHANGE', id),
      });
    },
  });
}

function createTrigger({ uid, handler, eventType, spreadsheetId }: TriggerDescription) {
  return strict('Trigger', {
    getUniqueId: () => uid,
    getHandlerFunction: () => handler,
    getEventType: () => eventType,
    getTriggerSourceId: () => spreadsheetId,
  });
}
