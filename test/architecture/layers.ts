import type { Edge, SourceFile } from './source-files.ts';

/** Who may import whom. The first layer whose `files` fit a file is its own; whatever is not listed is forbidden. */
export interface Layer {
  readonly files: RegExp;
  /** Own files that may be imported, values and types. A layer may always import itself. */
  readonly own: RegExp | null;
  /** Own files of which only types may be imported. */
  readonly types?: RegExp;
  readonly packages?: RegExp;
}

/** What of `decide` the triggers build on; the rest of `decide` builds on the triggers. */
const KERNEL = 'shared/decide/(effects|evolve|fold-proof|audit-facts|draft|who-is-asked)\\.ts';
const BASE = 'shared/(domain/|result\\.ts)';

export const LAYERS: readonly Layer[] = [
  { files: /^shared\/result\.ts$/, own: null },
  { files: /^shared\/domain\//, own: /^shared\/result\.ts/, packages: /^(date-fns|@date-fns\/tz)$/ },
  { files: /^shared\/schedule\//, own: new RegExp(`^${BASE}`) },
  { files: /^shared\/ports\//, own: null, types: /^shared\// },
  {
    files: /^shared\/text\//,
    own: new RegExp(`^(${BASE}|shared/sheet/layout\\.ts)`),
    types: /^shared\/(contract|decide|sheet|ports)\//,
  },
  {
    files: /^shared\/sheet\//,
    own: new RegExp(`^(${BASE}|shared/text/)`),
    types: /^shared\/ports\//,
    packages: /^@date-fns\/tz$/,
  },
  {
    files: /^shared\/tags\//,
    own: new RegExp(`^(${BASE}|shared/(text|sheet)/)`),
    types: /^shared\/ports\//,
    packages: /^@stdlib\//,
  },
  { files: /^shared\/scoring\//, own: new RegExp(`^(${BASE}|shared/(text|tags)/)`) },
  {
    files: /^shared\/contract\//,
    own: new RegExp(`^(${BASE}|shared/(sheet|tags)/|shared/decide/effects\\.ts)`),
    types: /^shared\/(ports|decide)\//,
    packages: /^zod$/,
  },
  {
    files: /^shared\/moves\//,
    own: new RegExp(`^(${BASE}|shared/(scoring|sheet|text)/)`),
    types: /^shared\/(ports|decide)\//,
  },
  {
    files: new RegExp(`^${KERNEL}`),
    own: new RegExp(`^(${BASE}|shared/(scoring|sheet|tags|moves)/)`),
    types: /^shared\/(contract|ports|tags)\//,
  },
  {
    files: /^shared\/triggers\//,
    own: new RegExp(`^(${BASE}|shared/(scoring|sheet|tags|moves)/|${KERNEL})`),
    types: /^shared\/(ports|contract)\//,
  },
  {
    files: /^shared\/decide\//,
    own: new RegExp(`^(${BASE}|shared/(scoring|sheet|triggers|contract|tags|moves|schedule)/|${KERNEL})`),
    types: /^shared\/(ports|text)\//,
  },
  {
    files: /^shared\/outbox\//,
    own: new RegExp(
      `^(${BASE}|shared/(scoring|sheet|text|contract|tags|triggers|moves|schedule|report)/|${KERNEL})`,
    ),
    types: /^shared\/(ports|decide)\//,
  },
  {
    files: /^shared\/report\//,
    own: new RegExp(`^(${BASE}|shared/(scoring|text|triggers|moves|schedule)/|${KERNEL})`),
    types: /^shared\/(ports|decide)\//,
  },
  {
    files: /^shared\/mail\//,
    own: new RegExp(
      `^(${BASE}|shared/(scoring|sheet|text|triggers|moves|schedule|report|outbox)/|${KERNEL})`,
    ),
    types: /^shared\/(ports|decide|contract)\//,
  },
  { files: /^shared\/links\//, own: new RegExp(`^${BASE}`) },
  {
    files: /^shared\/pages\//,
    own: new RegExp(`^(${BASE}|shared/(scoring|text|triggers|outbox|moves|report|tags)/|${KERNEL})`),
    types: /^shared\/ports\//,
  },
  // The shell: pipelines know ports and the core; only adapters know an SDK; only the composition knows adapters.
  { files: /^functions\/pipeline\//, own: /^shared\//, packages: /^node:timers\/promises$/ },
  {
    files: /^functions\/pages\//,
    own: /^shared\//,
    packages: /^(date-fns|@date-fns\/tz|node:crypto)$/,
  },
  // What the dashboard page runs in the browser: data shapes of the core and the drawing library.
  { files: /^functions\/web\//, own: null, types: /^shared\//, packages: /^chart\.js$/ },
  { files: /^functions\/build-dashboard-script\.ts$/, own: null, packages: /^(esbuild|node:)/ },
  { files: /^functions\/app\.ts$/, own: /^(shared|functions\/pipeline)\// },
  { files: /^functions\/config\.ts$/, own: /^shared\//, packages: /^zod$/ },
  {
    files: /^functions\/entry\//,
    own: /^(shared\/|functions\/(pages\/|pipeline\/|app\.ts|config\.ts))/,
    packages: /^(zod|@google-cloud\/functions-framework)$/,
  },
  {
    files: /^functions\/adapters\/google-sheets-client\.ts$/,
    own: null,
    packages: /^(googleapis\/build\/src\/apis\/sheets\/index\.js|google-auth-library|node:)/,
  },
  {
    files: /^functions\/adapters\//,
    own: new RegExp(
      `^(${BASE}|shared/(contract|ports|sheet|text|scoring|moves)/|${KERNEL}|functions/adapters/)`,
    ),
    types: /^(shared\/|functions\/(app\.ts|pipeline\/))/,
    packages: /^(firebase-admin\/|google-auth-library|nodemailer|zod$|node:)/,
  },
  {
    files: /^functions\/(compose|register|index)\.ts$/,
    own: /^(shared|functions)\//,
    packages: /^(firebase-admin\/|zod$|@google-cloud\/functions-framework$|node:)/,
  },
  // The add-on is small: one table of the core and types; nothing installed goes into its bundle.
  { files: /^sheets-addon\/build\.ts$/, own: /^shared\/sheet\/layout\.ts/, packages: /^(esbuild|node:)/ },
  // Deploying knows what settings the functions read, and how they are bundled.
  {
    files: /^deploy\//,
    own: /^(deploy\/|shared\/|functions\/(config|build-dashboard-script)\.ts)/,
    packages: /^(esbuild|zod$|node:|prettier$|mjml-(core|preset-core)$)/,
  },
  { files: /^sheets-addon\//, own: /^(shared\/sheet\/layout\.ts|sheets-addon\/src\/)/, types: /^shared\// },
  // The board in the browser: of the functions only types, nothing of the machine.
  {
    files: /^local\/web\//,
    own: /^(shared\/|local\/board\/(board-protocol|packed-grid)\.ts)/,
    types: /^(functions\/adapters|local\/(board|sheets-service))\//,
    packages: /^(?!node:|firebase|googleapis|nodemailer|smtp-server|mailparser)/,
  },
  {
    files: /^local\//,
    own: /^(shared\/|local\/|sheets-addon\/build\.ts|functions\/(app|build-dashboard-script|compose|config|register)\.ts|functions\/(adapters|pipeline)\/)/,
    packages: /^(?!googleapis)/,
  },
  // Benches measure whatever there is, with the support of tests; tests themselves nobody imports.
  { files: /^bench\//, own: /^(?!test\/(?!support\/))/, packages: /./ },
];

/** `file → target` for every import that its layer does not allow, and every file that is in no layer. */
export const forbiddenImports = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap((file) => {
    const layer = LAYERS.find((one) => one.files.test(file.path));
    if (layer === undefined) return [`${file.path} is in no layer`];
    return file.edges
      .filter((edge) => !allowed(edge, layer))
      .map((edge) => `${file.path} → ${edge.target}${edge.typeOnly ? ' (type)' : ''}`);
  });

const allowed = ({ target, own, typeOnly }: Edge, layer: Layer): boolean => {
  if (!own) return layer.packages?.test(target) === true;
  if (!target.endsWith('.ts')) return true;
  if (layerOf(target) === layer || layer.own?.test(target) === true) return true;
  return typeOnly && layer.types?.test(target) === true;
};

const layerOf = (path: string): Layer | undefined => LAYERS.find((one) => one.files.test(path));
