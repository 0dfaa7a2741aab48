/** What a person sees when the board cannot be opened at all. */
import { messagesOf, preferredLanguage } from '../text/catalog.ts';
import { element } from './element.ts';

/** Replaces the skeleton by a sentence and a way to try again. */
export function showLoadFailure(): void {
  const messages = messagesOf(preferredLanguage());
  const retry = element('button', { class: 'primary-button' }, messages.retry);
  retry.addEventListener('click', () => location.reload());
  const failure = element(
    'div',
    { class: 'load-failure', role: 'alert' },
    element('p', {}, messages.loadFailed),
    retry,
  );
  document.getElementById('skeleton')?.remove();
  document.body.append(failure);
}
