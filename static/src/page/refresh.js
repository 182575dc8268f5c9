// Brings the page's main part up to date in place: what is typed, open, scrolled to or in focus stays.
import htmx from 'htmx.org';
import { openPreviews } from './previews.js';

let morph;
htmx.registerExtension('pages', { init: (api) => { morph = api.morph; } });

/** Fetch the page again and morph it in: true when done, null where the page is not kept live, false when it failed. */
export async function refreshed() {
  const main = document.querySelector('main[data-live]');
  if (!main) return null;
  const address = new URL(location.href);
  address.searchParams.delete('done'); // what was done last is not said twice
  const answer = await fetch(address, { headers: { Accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || answer.redirected) return false;
  const next = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('main');
  if (!next) return false;
  carry(main, next);
  const focused = document.activeElement;
  const fragment = document.createDocumentFragment();
  fragment.append(...document.adoptNode(next).childNodes);
  morph(main, fragment, true);
  main.dataset.event = next.dataset.event ?? '';
  if (focused?.id && document.activeElement !== focused) document.getElementById(focused.id)?.focus({ preventScroll: true });
  openPreviews();
  return true;
}

/** Take over from the page what a reader did to it. */
function carry(main, next) {
  for (const old of main.querySelectorAll('details[id]')) {
    const same = next.querySelector(`[id="${CSS.escape(old.id)}"]`);
    if (same) same.open = old.open;
  }
  for (const old of main.querySelectorAll('[data-load] [data-part]')) {
    const same = next.querySelector(`[id="${CSS.escape(old.closest('[id]').id)}"] [data-part]`);
    same?.replaceChildren(...[...old.childNodes].map((node) => node.cloneNode(true)));
  }
  const notice = next.querySelector('#notice');
  if (notice) notice.textContent = main.querySelector('#notice')?.textContent ?? '';
  const orphans = [...main.querySelectorAll('textarea[data-typed]')].filter((field) => isTyped(field) && !next.querySelector(`[id="${CSS.escape(field.id)}"]`));
  const kept = [...main.querySelectorAll('aside.typed')].map((aside) => aside.cloneNode(true));
  next.querySelector('#notice')?.after(...kept, ...orphans.map(rescued));
}

function isTyped(field) {
  return field.value.trim() && field.value !== field.defaultValue;
}

function rescued(field) {
  const aside = document.createElement('aside');
  aside.className = 'remark typed';
  aside.id = `typed-${field.id}`;
  const label = document.createElement('p');
  label.textContent = `${field.dataset.typed}, as you typed it before somebody else acted:`;
  const words = document.createElement('blockquote');
  words.textContent = field.value;
  words.dir = 'auto';
  aside.append(label, words);
  return aside;
}
