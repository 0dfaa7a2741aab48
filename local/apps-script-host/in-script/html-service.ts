import type { Bridge } from './bridge.ts';
import { strict } from './strict.ts';

interface HtmlOutput {
  getContent(): string;
  getTitle(): string;
  setTitle(title: string): HtmlOutput;
}

/** HtmlService for plain pages. Templates with scriptlets are not in this host. */
export function createHtmlService(bridge: Bridge) {
  return strict('HtmlService', {
    createHtmlOutput: (html: string) => createHtmlOutput(html),
    createHtmlOutputFromFile: (name: string) => createHtmlOutput(bridge.call('html.file', name) as string),
  });
}

function createHtmlOutput(html: string): HtmlOutput {
  let title = '';
  const output: HtmlOutput = strict('HtmlOutput', {
    getContent: () => html,
    getTitle: () => title,
    setTitle: (text: string) => {
      title = text;
      return output;
    },
  });
  return output;
}
