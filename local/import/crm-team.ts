import type { Language, Tier } from '../../shared/domain/rep.ts';
import { spell } from '../../shared/text/spellings.ts';
import { isClosed, type Deal } from './crm-deals.ts';
import type { Agent, Reference } from './crm-reference.ts';
import type { ImportLog } from './import-log.ts';
import { proposeTiers } from './propose-tiers.ts';
import type { SeedRow } from './team-seed.ts';

/**
 * An address for somebody whose source has none, in the domain that is reserved for examples: mail to it can
 * reach nobody. `madeUpAddress('Mei-Mei Johns', taken)` is `mei-mei.johns@example.com`.
 */
export const madeUpAddress = (name: string, taken: Set<string>): string => {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const local =
    plain
      .toLowerCase()
      .replace(/[^a-z0-9-]+/g, '.')
      .replace(/^[.-]+|[.-]+$/g, '') || 'supervisor';
  let address = `${local}@example.com`;
  for (let next = 2; taken.has(address); next += 1) address = `${local}.${next}@example.com`;
  taken.add(address);
  return address;
};

export interface CrmTeam {
  readonly rows: readonly SeedRow[];
  readonly reps: number;
  readonly supervisors: number;
  readonly tiers: Readonly<Record<Tier, number>>;
}

/**
 * The Team tab of a CRM export: managers as supervisors with made-up addresses (the board must be able to
 * write to them), then agents as reps. A manager who sells too stands there once, as supervisor.
 */
export const crmTeam = (
  agents: Reference<Agent>,
  deals: readonly Deal[],
  language: Language,
  log: ImportLog,
): CrmTeam => {
  const managers = [...new Set(agents.entries.flatMap(([, { manager }]) => manager ?? []))];
  const sellers = agents.entries.filter(([name]) => !managers.includes(name));
  log.names(
    'MANAGERS_WHO_SELL',
    managers.filter((name) => agents.entries.some(([agent]) => agent === name)),
  );
  tellIdleAgents(agents, deals, log);
  const tiers = proposeTiers(closedDealsOf(sellers, deals));
  const taken = new Set<string>();
  const common = { availability: spell('availability', 'active', language) };
  const supervisors = managers.map((name) => ({
    cells: {
      name,
      email: madeUpAddress(name, taken),
      role: spell('role', 'supervisor', language),
      tier: spell('tier', 'senior', language),
      ...common,
    },
  }));
  log.count('MADE_UP_ADDRESS', supervisors.length);
  const reps = sellers.map(([name, { manager }]) => ({
    cells: {
      name,
      role: spell('role', 'rep', language),
      ...(manager === undefined ? {} : { supervisor: manager }),
      tier: spell('tier', tiers.get(name) ?? 'newcomer', language),
      ...common,
    },
  }));
  const counted = { newcomer: 0, growing: 0, senior: 0 };
  for (const tier of tiers.values()) counted[tier] += 1;
  return {
    rows: [...supervisors, ...reps],
    reps: reps.length,
    supervisors: supervisors.length,
    tiers: counted,
  };
};

const closedDealsOf = (
  agents: readonly (readonly [name: string, agent: Agent])[],
  deals: readonly Deal[],
): ReadonlyMap<string, number> => {
  const closed = new Map(agents.map(([name]) => [name, 0]));
  for (const { agent, stage } of deals) {
    const count = agent === undefined ? undefined : closed.get(agent);
    if (agent !== undefined && count !== undefined && isClosed(stage)) closed.set(agent, count + 1);
  }
  return closed;
};

const tellIdleAgents = (agents: Reference<Agent>, deals: readonly Deal[], log: ImportLog): void => {
  const withDeals = new Set(deals.map((deal) => deal.agent));
  const withOpen = new Set(deals.filter((deal) => !isClosed(deal.stage)).map((deal) => deal.agent));
  const names = agents.entries.map(([name]) => name);
  log.names(
    'AGENTS_WITHOUT_DEALS',
    names.filter((name) => !withDeals.has(name)),
  );
  log.names(
    'AGENTS_WITHOUT_OPEN_DEALS',
    names.filter((name) => withDeals.has(name) && !withOpen.has(name)),
  );
};
