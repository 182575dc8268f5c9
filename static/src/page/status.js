// The line that says whether the page is live.
const CONNECTED = 'Connected';

export function status(line) {
  const zone = document.body.dataset.zone;
  const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone || undefined });

  function show(state, sentence) {
    line.dataset.state = state;
    line.toggleAttribute('data-still', sentence === CONNECTED);
    if (line.textContent !== sentence) line.textContent = sentence;
  }

  return {
    connected: () => show('connected', CONNECTED),
    lost: () => show('lost', 'Connection lost. Trying again …'),
    signedOut: () => show('lost', 'You are signed out. Reload the page to sign in; copy first what you typed.'),
    failed: () => show('lost', 'Something changed, but this page could not be brought up to date. Trying again …'),
    updated: (what) => show('connected', `Updated at ${clock.format(new Date())}: ${what}`),
    noted: (what) => show('connected', `At ${clock.format(new Date())}: ${what}`),
  };
}
