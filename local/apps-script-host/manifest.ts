import { z } from 'zod';

const manifestFile = z.object({
  timeZone: z.string(),
  runtimeVersion: z.literal('V8', { error: 'Only the V8 runtime is in the local Apps Script host.' }),
  oauthScopes: z.array(z.string()),
});

export type ScriptManifest = z.infer<typeof manifestFile>;

/** Reads what the host needs of an appsscript.json. Throws naming what is wrong with it. */
export function parseManifest(text: string): ScriptManifest {
  const parsed = manifestFile.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`appsscript.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
