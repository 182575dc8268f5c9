// A form is sent once: a second press while the first is under way does nothing.
export function holdForms() {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.dataset.sent) event.preventDefault();
    else if (!event.defaultPrevented) form.dataset.sent = 'yes';
  });
  // Back from another page, the browser may show this one as it was left.
  addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach((form) => delete form.dataset.sent));
}
