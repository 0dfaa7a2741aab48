import { spawn } from 'node:child_process';

const COMMANDS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
  linux: ['xdg-open'],
};

/** Opens a page in the person's browser. Where there is none the printed address is enough. */
export const openInBrowser = (url: string): void => {
  const command = COMMANDS[process.platform];
  if (command === undefined) return;
  const [program, ...before] = command;
  const child = spawn(program, [...before, url], { detached: true, stdio: 'ignore' });
  child.on('error', () => undefined);
  child.unref();
};
