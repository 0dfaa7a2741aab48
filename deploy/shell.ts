/** One command of the deployment: run as it is, without a shell; printed as a shell would need it. */
export interface Command {
  readonly argv: readonly [string, ...string[]];
  /** Goes to its standard input: never onto a command line, never into a log. */
  readonly secretInput?: {
    /** What a shell would pipe in, without the value itself. */
    readonly shown: string;
    readonly value: string;
  };
}

export interface Step {
  /** What it is for, for the person who reads along. */
  readonly about: string;
  /** When this succeeds, there is nothing to do. */
  readonly unless?: Command;
  readonly run: Command;
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

const commandLine = ({ argv, secretInput }: Command): string => {
  const line = argv.map(quoted).join(' ');
  return secretInput === undefined ? line : `${secretInput.shown} | ${line}`;
};

/** A step as lines for a terminal: `check || command`. Pasting them does what the script does. */
export const shellLines = ({ about, unless, run }: Step): string =>
  unless === undefined
    ? `# ${about}\n${commandLine(run)}`
    : `# ${about}\n${commandLine(unless)} >/dev/null 2>&1 ||\n  ${commandLine(run)}`;
