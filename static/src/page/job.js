// The page of a PDF that is being made: asks how far it is, and hands the file over when it is there.
const ROUND = 700; // ms

export function watchJob() {
  const job = document.getElementById('job');
  if (job?.dataset.job === 'under way') setTimeout(() => ask(job), ROUND);
  if (job?.dataset.job === 'done' && justAsked()) location.assign(job.dataset.file);
}

// The same text asked for again is printed already: it is handed over at once, but not at every visit of this page.
function justAsked() {
  const asked = new URLSearchParams(location.search).has('done');
  history.replaceState(null, '', location.pathname);
  return asked;
}

async function ask(job) {
  const answer = await fetch(location.href).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  const next = page?.getElementById('job');
  if (!next) return setTimeout(() => ask(job), 4 * ROUND);
  const done = next.dataset.job;
  job.dataset.job = done;
  if (done === 'under way') return advance(job, next);
  job.replaceChildren(...document.adoptNode(next).childNodes);
  if (done === 'done') location.assign(job.dataset.file);
}

function advance(job, next) {
  for (const part of ['[role="status"]', 'label', 'progress']) {
    const [old, now] = [job.querySelector(part), next.querySelector(part)];
    if (part !== 'progress') old.textContent = now.textContent;
    else for (const { name, value } of now.attributes) old.setAttribute(name, value);
  }
  setTimeout(() => ask(job), ROUND);
}
