// One live stream a page: says what changed, brings the page up to date, and tells whether the line stands.
import { status } from './status.js';
import { told } from './told.js';

const GATHER = 250; // ms in which a burst of events becomes one refresh
const LATER = 4000; // ms until a page that could not be brought up to date tries again
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** Follow /events where somebody is signed in; `refreshed()` brings the page up to date and resolves to whether it did. */
export function follow({ refreshed }) {
  const line = document.getElementById('live');
  const main = document.querySelector('main');
  if (!line) return;
  const say = status(line);
  const state = { last: Number(main.dataset.event) || 0, lost: false, pause: FIRST_PAUSE, heard: [], timer: 0 };

  function open() {
    const stream = new EventSource(state.last ? `/events?after=${state.last}` : '/events');
    stream.onopen = () => opened();
    stream.onerror = () => lost(stream);
    stream.addEventListener('changed', (event) => heard(JSON.parse(event.data)));
    stream.addEventListener('seen', (event) => note(Number(event.lastEventId)));
    addEventListener('pagehide', () => stream.close(), { once: true });
  }

  function opened() {
    state.pause = FIRST_PAUSE;
    if (!state.lost) return say.connected();
    state.lost = false;
    gather({ type: 'caught-up' });
  }

  function lost(stream) {
    state.lost = true;
    say.lost();
    if (stream.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    const pause = state.pause * (0.5 + Math.random());
    state.pause = Math.min(state.pause * 2, LONGEST_PAUSE);
    isSignedOut().then((out) => (out ? say.signedOut() : setTimeout(open, pause)));
  }

  function note(number) {
    if (number > state.last) state.last = number;
  }

  function heard(change) {
    const shown = Number(main.dataset.event) || 0;
    note(change.seq);
    if (change.document !== document.body.dataset.document || change.seq <= shown) return;
    document.dispatchEvent(new CustomEvent('drafting:changed', { detail: change }));
    gather({ ...change, label: labelOf(change) });
  }

  function gather(change) {
    state.heard.push(change);
    clearTimeout(state.timer);
    state.timer = setTimeout(bringUp, GATHER);
  }

  async function bringUp() {
    const changes = state.heard.splice(0);
    const done = await refreshed();
    if (done === false) return again(changes);
    const what = told(changes, done === null);
    if (done) say.updated(what);
    else say.noted(what);
  }

  function again(changes) {
    say.failed();
    state.heard.unshift(...changes);
    state.timer = setTimeout(bringUp, LATER * (0.5 + Math.random()));
  }

  open();
}

// Looked up at once: after the refresh the clause may stand on this page no more.
function labelOf({ clauses }) {
  return clauses?.length ? document.getElementById(`clause-${clauses[0]}`)?.dataset.label : undefined;
}

// The stream does not say why it was refused; the page's own address does.
const isSignedOut = () => fetch(location.href, { method: 'HEAD' }).then((answer) => answer.status === 401, () => false);
