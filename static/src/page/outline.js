// The outline stands open on a wide page; on a narrow one it opens when asked, and closes after a jump.
const WIDE = matchMedia('(min-width: 72rem)');

export function openOutline() {
  const outline = document.getElementById('outline');
  if (!outline) return;
  const set = () => { outline.open = WIDE.matches; };
  WIDE.addEventListener('change', set);
  outline.addEventListener('click', (event) => {
    if (event.target.closest('a') && !WIDE.matches) outline.open = false;
  });
  set();
}
