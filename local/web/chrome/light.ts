/** A light in words and as a drawn dot: the emoji looks different, or is missing, on every system. */
import type { Messages } from '../text/catalog.ts';
import { element } from './element.ts';

const LIGHTS: Readonly<Record<string, readonly [string, 'lightGreen' | 'lightYellow' | 'lightRed']>> = {
  '🟢': ['green', 'lightGreen'],
  '🟡': ['yellow', 'lightYellow'],
  '🔴': ['red', 'lightRed'],
};

/** Fills an output with the text; with a dot and its meaning when the text is a light. */
export function showValue(output: HTMLOutputElement, text: string, messages: Messages): void {
  const [name, message] = LIGHTS[text.trim()] ?? [];
  if (name === undefined || message === undefined) {
    output.removeAttribute('data-light');
    output.textContent = text;
    return;
  }
  output.dataset['light'] = name;
  output.replaceChildren(element('span', { class: 'light' }), messages[message]);
}
