// The service worker. Before this stands BUILD: what the files of one build are, told by digests of their content. What
// is kept is named by path and digest, and looked up by BUILD alone: two builds never mix.
const SCOPE = registration.scope;
const OPENED = `backissue ${SCOPE}`;
const WHOLE = `backissue whole ${SCOPE}`;
const MARK = `${SCOPE}?kept`;
const NAMED_BY_CONTENT = /[-.][0-9a-f]{8,16}(_bg)?\.\w+$/;
// Articles in packs have this page in common; where they have their own, BUILD does not name it.
const STAND = '404.html';
const ARTICLE = /^(\d{4}\/\d\d\/\d\d|undated)\//;
const PATIENCE = 4000;
const AT_ONCE = 6;

const listPath = (number) => `data/files-${number}.${BUILD.lists[number]}.json`;
const LISTS = new Map(BUILD.lists.map((digest, number) => [listPath(number), digest]));
const lists = new Map();
const unsure = new Set();

// The site's file at an address, and the other way round.
function fileAt(url) {
  const address = url.split(/[?#]/, 1)[0];
  if (!address.startsWith(SCOPE)) return null;
  try {
    const path = decodeURIComponent(address.slice(SCOPE.length));
    return path === '' || path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return null;
  }
}
const addressOf = (path) => SCOPE + path.replace(/(^|\/)index\.html$/, '$1').split('/').map(encodeURIComponent).join('/');
const keyOf = (path, digest) => `${addressOf(path)}?${digest}`;
const digestIn = (key) => new URL(key.url).search.slice(1);

async function digestOfBytes(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes), 0, 6);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

// FNV-1a, as the lists are filled.
function listOf(path) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(path)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % BUILD.lists.length;
}

async function list(number, get) {
  if (!lists.has(number)) {
    const answer = await get(listPath(number), BUILD.lists[number]);
    if (!answer) return new Map();
    const { files } = await answer.json();
    lists.set(number, new Map(files.map(([path, ...rest]) => [path, rest])));
  }
  return lists.get(number);
}

// The digest that BUILD has for a file. `get` says whether lists may be fetched for it.
async function digestOf(path, get) {
  return BUILD.core[path]?.[0] ?? LISTS.get(path) ?? (await list(listOf(path), get)).get(path)?.[0];
}

const kept = (path, digest) => caches.match(keyOf(path, digest));

async function stored(path) {
  const digest = await digestOf(path, kept).catch(() => undefined);
  return digest && kept(path, digest);
}

async function put(path, digest, bytes, like, into) {
  const answer = new Response(bytes, { headers: { 'Content-Type': like.headers.get('Content-Type') ?? '' } });
  await (await caches.open(into)).put(keyOf(path, digest), answer.clone());
  return answer;
}

// A file as BUILD has it: what is kept already, else what the host gives, if that is it.
async function obtain(path, digest, into = OPENED) {
  const known = await kept(path, digest);
  if (known) return known;
  const answer = await fetch(addressOf(path), { cache: NAMED_BY_CONTENT.test(path) ? 'default' : 'no-cache' });
  const bytes = await answer.arrayBuffer();
  if (!answer.ok || (await digestOfBytes(bytes)) !== digest) throw new Error(`${path} is not as this version has it`);
  return put(path, digest, bytes, answer, into);
}

async function each(items, work) {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

// What was kept before is kept in this version too, or this version does not come.
async function prepare() {
  await each(BUILD.first, (path) => obtain(path, BUILD.core[path][0]));
  const keys = async (name) => ((await caches.has(name)) ? (await caches.open(name)).keys() : []);
  const [opened, whole] = [await keys(OPENED), await keys(WHOLE)];
  const there = new Set([...opened, ...whole].map((key) => key.url));
  const bring = async (path, digest, into) => there.has(keyOf(path, digest)) || obtain(path, digest, into);
  await each(opened, async (key) => {
    const path = fileAt(key.url);
    const digest = path && (await digestOf(path, obtain));
    if (digest) await bring(path, digest, OPENED);
  });
  if (!there.has(MARK)) return;
  await each(Object.entries(BUILD.core), ([path, [digest]]) => bring(path, digest, WHOLE));
  for (const number of BUILD.lists.keys()) {
    await each([...(await list(number, obtain))], ([path, [digest]]) => bring(path, digest, WHOLE));
  }
}

// Other versions have no pages open any more.
async function clear() {
  for (const name of [OPENED, WHOLE]) {
    if (!(await caches.has(name))) continue;
    const cache = await caches.open(name);
    await each(await cache.keys(), async (key) => {
      const path = fileAt(key.url);
      const current = key.url === MARK || (path && (await digestOf(path, kept)) === digestIn(key));
      if (!current) await cache.delete(key);
    });
  }
}

// A page that another version of the site made has left this one: nothing kept here goes into it.
const leftKey = (client) => `${SCOPE}?left=${client}`;
const hasLeft = async (client) => Boolean(client && (await caches.match(leftKey(client))));
async function leave(client) {
  if (client) await (await caches.open(OPENED)).put(leftKey(client), new Response(''));
}

// Keeps what came from the host, if it is of this version.
async function watch(client, path, answer) {
  try {
    const [bytes, digest] = [await answer.arrayBuffer(), await digestOf(path, obtain)];
    if ((await digestOfBytes(bytes)) !== digest) await leave(client);
    else if (!(await kept(path, digest))) await put(path, digest, bytes, answer, OPENED);
  } catch {
    await leave(client);
  } finally {
    unsure.delete(client);
  }
}

// A page comes from the host, as without this worker; kept ones where there is no host, or a slow one.
async function page(event, path) {
  const client = event.resultingClientId;
  const network = fetch(event.request);
  network.catch(() => {});
  const known = await stored(path);
  const late = new Promise((_, give) => known && setTimeout(give, PATIENCE));
  const answer = await Promise.race([network, late]).catch(() => undefined);
  const stand = ARTICLE.test(path) && BUILD.core[STAND] ? STAND : undefined;
  if (!answer || (answer.status >= 500 && known)) return known ?? (stand ? await stored(stand) : undefined) ?? offline();
  if (registration.waiting) await leave(client);
  else if (answer.ok || (answer.status === 404 && stand)) {
    unsure.add(client);
    event.waitUntil(watch(client, answer.ok ? path : stand, answer.clone()));
  }
  return answer;
}

async function offline() {
  const answer = await stored('offline.html');
  if (!answer) return Response.error();
  const text = (await answer.text()).replaceAll('="./', `="${new URL(SCOPE).pathname}`);
  return new Response(text, { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

// What is named by its content is the same in all versions.
async function asset(event, path) {
  const known = await stored(path);
  if (known) return known;
  const answer = await fetch(event.request);
  if (answer.ok) event.waitUntil(watch(undefined, path, answer.clone()));
  return answer;
}

// What a page loads: from the version that the page is of.
async function part(event, path) {
  const { request, clientId } = event;
  const left = await hasLeft(clientId);
  const known = left ? undefined : await stored(path);
  if (known && !unsure.has(clientId) && request.cache !== 'reload') return known;
  try {
    const answer = await fetch(request);
    if (answer.ok) event.waitUntil(watch(clientId, path, answer.clone()));
    return answer;
  } catch (error) {
    if (known) return known;
    throw error;
  }
}

// The next version takes over when no open page is of this one. A page that is just being closed still counts as open.
async function settle() {
  for (let look = 0; registration.waiting && look < 5; look += 1) {
    const windows = await clients.matchAll({ type: 'window' });
    const left = await Promise.all(windows.map(({ id }) => hasLeft(id)));
    if (left.every(Boolean)) return registration.waiting?.postMessage({ task: 'take over' });
    await new Promise((again) => setTimeout(again, 1000));
  }
}

async function open(urls) {
  await each(urls, async (url) => {
    const path = fileAt(url);
    const digest = path && (await digestOf(path, obtain).catch(() => undefined));
    if (digest) await obtain(path, digest).catch(() => {});
  });
}

// One list of files, or those that BUILD itself names.
async function keep(number, tell) {
  const files = number < 0 ? Object.entries(BUILD.core) : [...(await list(number, obtain))];
  await each(files, async ([path, [digest, bytes]]) => {
    await obtain(path, digest, WHOLE);
    tell({ bytes });
  });
}

const TASKS = {
  settle,
  open: ({ urls }) => open(urls),
  'take over': () => skipWaiting(),
  state: async () => ({ bytes: BUILD.bytes, lists: BUILD.lists.length, kept: await (await caches.match(MARK))?.text() }),
  keep: ({ number }, tell) => keep(number, tell),
  kept: async ({ when }) => (await caches.open(WHOLE)).put(MARK, new Response(when)),
  forget: () => caches.delete(WHOLE),
};

addEventListener('install', (event) => event.waitUntil(prepare()));
addEventListener('activate', (event) => event.waitUntil(clear().then(() => clients.claim())));
addEventListener('message', (event) => {
  const [port] = event.ports;
  const tell = (message) => port?.postMessage(message);
  const done = (result) => tell({ done: true, result });
  const failed = (error) => tell({ done: true, error: error.name });
  event.waitUntil(Promise.resolve(TASKS[event.data.task]?.(event.data, tell)).then(done, failed));
});
addEventListener('fetch', (event) => {
  const { request } = event;
  const path = request.method === 'GET' && !request.headers.has('range') && fileAt(request.url);
  if (!path || path === 'sw.js') return;
  const answer = request.mode === 'navigate' ? page : NAMED_BY_CONTENT.test(path) ? asset : part;
  event.respondWith(answer(event, path));
});
