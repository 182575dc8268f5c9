// The answer to a refused form stands where the form was sent to; nothing can be read there again.

/** Put the address to read the page at into the bar, so that reload, Back and the live refresh do not send the form. */
export function standAtAddress() {
  const address = document.querySelector('main')?.dataset.address;
  if (address) history.replaceState(null, '', address);
}
