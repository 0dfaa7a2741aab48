import { amountIn } from './crm-cells.ts';
import type { CrmFile, CrmRow } from './crm-table.ts';
import type { ImportLog } from './import-log.ts';
import { repairCountry, repairSector } from './known-spellings.ts';
import { filled } from './team-seed.ts';

export interface Account {
  readonly sector?: string;
  readonly employees?: number;
  /** Millions of USD a year. */
  readonly revenue?: number;
}

export interface Product {
  readonly listPrice?: number;
}

export interface Agent {
  readonly manager?: string;
}

/** Named entries of one reference file, each with the line it came from. The first of a name is kept. */
export interface Reference<T> {
  readonly entries: readonly (readonly [name: string, entry: T])[];
}

/** Collects rows under their name: an empty name and a second row of the same name are left out and logged. */
const collector = <F extends CrmFile, T>(
  nameOf: (row: CrmRow<F>) => { readonly name: string; readonly column: string },
  entryOf: (row: CrmRow<F>) => T,
  log: ImportLog,
) => {
  const entries = new Map<string, { readonly line: number; readonly text: string; readonly entry: T }>();
  return {
    add: (row: CrmRow<F>): void => {
      const { name, column } = nameOf(row);
      if (name === '') return log.row(row.place(), { code: 'NO_NAME' }, 'rowLeftOut');
      const first = entries.get(name);
      const text = row.place().given;
      if (first === undefined) entries.set(name, { line: row.line, text, entry: entryOf(row) });
      else
        log.row(
          row.place(column),
          { code: first.text === text ? 'SAME_ROW' : 'NAME_TAKEN', firstLine: first.line },
          'rowLeftOut',
        );
    },
    reference: (): Reference<T> => ({ entries: [...entries].map(([name, { entry }]) => [name, entry]) }),
  };
};

export const collectAccounts = (log: ImportLog) =>
  collector<'accounts.csv', Account>(
    (row) => ({ name: row.get('account'), column: 'account' }),
    (row) => {
      const sector = repairSector(row.get('sector'));
      if (sector !== row.get('sector')) log.spelling('sector', row.get('sector'), sector);
      const country = row.optional('office_location');
      if (repairCountry(country) !== country) log.spelling('country', country, repairCountry(country));
      return filled({
        sector: sector === '' ? undefined : sector,
        employees: amountIn(row.place('employees'), log),
        revenue: amountIn(row.place('revenue'), log),
      });
    },
    log,
  );

export const collectProducts = (log: ImportLog) =>
  collector<'products.csv', Product>(
    (row) => ({ name: row.get('product'), column: 'product' }),
    (row) => filled({ listPrice: amountIn(row.place('sales_price'), log) }),
    log,
  );

export const collectAgents = (log: ImportLog) =>
  collector<'sales_teams.csv', Agent>(
    (row) => ({ name: row.get('sales_agent'), column: 'sales_agent' }),
    (row) => filled({ manager: row.get('manager') === '' ? undefined : row.get('manager') }),
    log,
  );
