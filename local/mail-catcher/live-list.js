/** Replaces the list when a mail has arrived; the page works without it. */
const region = document.getElementById('list-region');
const live = document.getElementById('live');
const news = document.getElementById('news');

async function refresh() {
  const address = new URL(location.href);
  address.searchParams.set('part', 'list');
  const answer = await fetch(address);
  if (!answer.ok) return;
  const focused = document.activeElement?.closest?.('#list-region a')?.getAttribute('href');
  region.innerHTML = await answer.text();
  if (focused) region.querySelector(`a[href="${CSS.escape(focused)}"]`)?.focus();
  news.textContent = '';
  news.textContent = news.dataset.arrived;
}

function show(state) {
  live.dataset.state = state;
  live.textContent = live.dataset[state];
}

const source = new EventSource('/inbox/events');
source.addEventListener('open', () => show('live'));
source.addEventListener('error', () => show('lost'));
// Also sent on every connection, so that nothing is missed while it was lost.
source.addEventListener('newest', ({ data }) => {
  if (region.querySelector('[data-newest]')?.dataset.newest === data) return;
  // The filter appears with the first mail.
  if (document.querySelector('.filter') === null) location.reload();
  else void refresh().catch(() => show('lost'));
});
