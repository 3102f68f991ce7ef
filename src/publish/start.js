// The page is there before the viewer, which takes it over when it is wanted: at the reader's first sign, or by itself a
// while after all else has come. At once where the page is nothing without it, or the reader comes back to it.
const root = document.documentElement;
const SIGNS = ['click', 'focusin', 'keydown', 'pointerdown', 'pointermove', 'scroll', 'touchstart'];
const PATIENCE = 5000;
// What only the viewer hears, by what happens to it.
const HEARD = { change: '.filters input', click: '.filters button:not([popovertarget])', input: '.filters input' };

// The link holds the script against its hash, which to import it alone does not.
function script(fetchPriority) {
  const { url: href, integrity } = SCRIPT;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'modulepreload', crossOrigin: 'anonymous', fetchPriority, integrity, href });
  document.head.append(link);
  return import(href);
}
async function program(priority) {
  const answer = await fetch(PROGRAM.url, { priority, integrity: PROGRAM.integrity });
  return WebAssembly.compile(await answer.arrayBuffer());
}
let parts;
const bring = (priority) => (parts ??= Promise.all([script(priority), program(priority)]));

const signs = new AbortController();
async function start() {
  signs.abort();
  try {
    const [{ default: init }, module_or_path] = await bring('auto');
    await init({ module_or_path });
  } catch (error) {
    delete root.dataset.pending;
    delete root.dataset.search;
    if (!hasStopped()) console.error('Backissue: the viewer did not start, the page stays as it is.', error);
  }
}

// What was done before the viewer could hear it is done again.
const missed = new Map();
const deaf = new AbortController();
const miss = (event) => event.target.closest?.(HEARD[event.type]) && missed.set(event.target, event);
function lead(event) {
  const isOther = event.altKey || event.ctrlKey || event.metaKey || event.target.closest?.('input, textarea, select');
  if (event.key !== '/' || isOther || !('search' in root.dataset)) return;
  event.preventDefault();
  document.getElementById('search')?.focus();
}
function hearken() {
  const options = { capture: true, signal: deaf.signal };
  for (const name of Object.keys(HEARD)) addEventListener(name, miss, options);
  addEventListener('keydown', lead, options);
  new MutationObserver((_, observer) => {
    observer.disconnect();
    deaf.abort();
    setTimeout(() => missed.forEach((event, target) => target.dispatchEvent(new event.constructor(event.type, event))));
  }).observe(root, { attributeFilter: ['data-viewer'] });
}

function isWanted() {
  const [{ type } = {}] = performance.getEntriesByType('navigation');
  const isAsked = location.search || location.hash.startsWith('#/') || root.dataset.root.startsWith('/');
  const hasSigned = scrollY > 0 || document.activeElement !== document.body || navigator.userActivation?.hasBeenActive;
  return isAsked || hasSigned || type === 'reload' || type === 'back_forward';
}
function wait() {
  for (const sign of SIGNS) addEventListener(sign, start, { capture: true, passive: true, signal: signs.signal });
  // Who saves data has nothing fetched that may never be wanted.
  if (navigator.connection?.saveData) return;
  const look = () => {
    if (document.visibilityState !== 'visible') addEventListener('visibilitychange', look, { once: true });
    else if (!signs.signal.aborted) start();
  };
  const loaded = () => {
    // Why it can't be had is said when it is wanted.
    (window.requestIdleCallback ?? setTimeout)(() => bring('low').catch(() => {}));
    setTimeout(look, PATIENCE);
  };
  if (document.readyState === 'complete') loaded();
  else addEventListener('load', loaded);
}

// From a disk the pages read as they are: nothing more can be fetched there.
if (location.protocol !== 'file:') {
  hearken();
  if (isWanted()) start();
  else wait();
}
