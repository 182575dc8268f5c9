// The sentence about the last act: said aloud, first in the order of the keyboard, and out of the way once it is read.
const ACTED = 'done';

/** Put the keyboard on the notice where this page follows an act, with a way on to the place of the act. */
export function sayNotice() {
  const notice = document.getElementById('notice');
  if (!notice?.textContent.trim() || !new URLSearchParams(location.search).has(ACTED)) return;
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (place) notice.append(' ', wayOn(place));
  notice.tabIndex = -1;
  loaded(() => stand(notice));
}

// Going to the place of the act takes the focus away, and that happens last.
function loaded(act) {
  const soon = () => requestAnimationFrame(() => setTimeout(act));
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon, { once: true });
}

function stand(notice) {
  notice.focus({ preventScroll: true });
  const read = () => { notice.dataset.read = 'yes'; };
  notice.addEventListener('focusout', ({ relatedTarget }) => notice.contains(relatedTarget) || read());
  for (const act of ['wheel', 'touchmove', 'pointerdown']) addEventListener(act, ({ target }) => target instanceof Node && notice.contains(target) || read(), { once: true, passive: true });
}

function wayOn(place) {
  const link = document.createElement('a');
  link.href = location.hash;
  link.textContent = `Go on at ${place.dataset.label ?? place.getAttribute('aria-label') ?? 'this place'}`;
  return link;
}
