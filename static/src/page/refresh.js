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
  const [told, silent] = [main.querySelector('#notice'), next.querySelector('#notice')];
  if (told && silent) silent.replaceWith(told.cloneNode(true));
  for (const field of main.querySelectorAll('textarea[data-typed]')) {
    const same = next.querySelector(`[id="${CSS.escape(field.id)}"]`);
    if (same) same.defaultValue = field.defaultValue; // what came back after a refusal is typed, too
    else if (field.value.trim()) lay(rescued(field, next), next);
  }
  for (const aside of main.querySelectorAll('aside.typed')) lay(aside.cloneNode(true), next);
}

// Beside its clause, so that who was writing there finds it; at the top where the clause is gone.
function lay(aside, next) {
  const clause = aside.dataset.clause && next.querySelector(`[id="${CSS.escape(aside.dataset.clause)}"]`);
  (clause || next.querySelector('#notice'))[clause ? 'before' : 'after'](aside);
}

/** Keep what was being typed on an amendment that somebody else decided; the field keeps its id, and so the focus. */
function rescued(field, next) {
  const aside = document.createElement('aside');
  aside.className = 'remark typed';
  aside.id = `typed-${field.id}`;
  aside.dataset.clause = field.closest('[id^="clause-"]')?.id ?? '';
  const label = document.createElement('label');
  label.htmlFor = field.id;
  label.textContent = `You were writing on ${field.dataset.typed}. ${became(field, next)}What you typed:`;
  const words = field.cloneNode(true);
  delete words.dataset.typed;
  words.removeAttribute('name');
  aside.append(label, words);
  return aside;
}

function became(field, next) {
  const amendment = CSS.escape(field.closest('.slip')?.id ?? '');
  const slip = next.querySelector(`[id="${amendment}"], [data-became="${amendment}"]`);
  const outcome = slip?.querySelector('.slip-outcome')?.textContent.replace(/\s+/g, ' ').trim();
  return outcome ? `${outcome} ` : '';
}
