import type { Deployment } from './settings.ts';
import type { Command } from './shell.ts';

/** A gcloud command in the deployment's project that asks nothing. */
export const gcloud = ({ project }: Deployment, ...words: readonly string[]): Command => ({
  argv: ['gcloud', ...words, `--project=${project}`, '--quiet'],
});
