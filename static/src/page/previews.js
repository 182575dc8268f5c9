// A <details data-load> fetches its part from the server when it is opened.
const PART = '[data-part]';

export function loadPreviews() {
  document.addEventListener('toggle', ({ target }) => target.open && target.dataset?.load && load(target), true);
  openPreviews();
}

/** Load what stands open, as after a refresh. */
export function openPreviews() {
  document.querySelectorAll('details[data-load][open]').forEach(load);
}

async function load(details) {
  const answer = await fetch(details.dataset.load).catch(() => null);
  if (!answer?.ok || answer.redirected) return; // the link in it still leads there
  const words = await answer.text();
  const range = document.createRange();
  const part = details.querySelector(PART);
  range.selectNode(part);
  const chosen = part.querySelector('select')?.value;
  part.replaceChildren(range.createContextualFragment(words));
  const select = part.querySelector('select');
  if (select && chosen && [...select.options].some((option) => option.value === chosen)) select.value = chosen;
}
