// The seats of the demonstration: what is typed leaves only the seats whose names hold it.
const plain = (words) => words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

export function siftSeats() {
  const field = document.querySelector('.seek input[type="search"]');
  if (!field || field.value) return; // sought already: the server shows a part only
  const groups = [...document.querySelectorAll('.seat-group')];
  const none = document.createElement('p');
  none.setAttribute('role', 'status');
  field.form.after(none);
  field.addEventListener('input', () => {
    const sought = plain(field.value);
    for (const group of groups) {
      for (const seat of group.querySelectorAll('form')) seat.hidden = !plain(seat.textContent).includes(sought);
      group.hidden = !group.querySelector('form:not([hidden])');
    }
    none.textContent = groups.every((group) => group.hidden) ? `No seat is called “${field.value}”. Try a part of the name.` : '';
  });
}
