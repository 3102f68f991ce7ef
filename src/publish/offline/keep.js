// Keeping the whole archive in the browser, and the list of what is there. Nothing is shown where it can't be.
(() => {
  const workers = navigator.serviceWorker;
  const place = document.getElementById('keep');
  const shelf = document.getElementById('shelf');
  const root = new URL(document.documentElement.dataset.root, location.href).href;

  const say = (message, heard) => new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (!data.done) return heard?.(data);
      port1.close();
      return data.error ? reject(data) : resolve(data.result);
    };
    workers.controller.postMessage(message, [port2]);
  });
  const size = (bytes) => (bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`);

  async function offer() {
    const [text, button, bar] = ['p', 'button', 'progress'].map((name) => place.querySelector(name));
    const { bytes, lists, kept } = await say({ task: 'state' });
    bar.hidden = true;
    const show = (said, action, run) => {
      text.textContent = said;
      button.textContent = action;
      button.onclick = run;
    };
    const fresh = `All of it can be kept in this browser, to be read without a connection. It takes ${size(bytes)}.`;
    const ready = (said) => show(said, 'Keep this archive', keep);
    const there = (when) => {
      const day = new Date(when).toLocaleDateString([], { dateStyle: 'long' });
      show(`All of it is kept in this browser since ${day}: ${size(bytes)}. It reads without a connection.`, 'Remove it', remove);
    };
    async function remove() {
      await say({ task: 'forget' });
      ready(`It is no longer kept. ${fresh}`);
    }
    async function keep() {
      let [come, stopped] = [0, false];
      const progress = () => {
        bar.value = come / bytes;
        text.textContent = `Keeping it: ${size(come)} of ${size(bytes)}.`;
      };
      show('', 'Stop', () => (stopped = true));
      progress();
      bar.hidden = false;
      try {
        // Not waited for: a browser may ask the reader first.
        navigator.storage?.persist?.().catch(() => {});
        for (let number = -1; number < lists && !stopped; number += 1) {
          await say({ task: 'keep', number }, (file) => { come += file.bytes; progress(); });
        }
        const when = new Date().toISOString();
        if (stopped) ready(`Stopped. What has come stays, and the rest can be fetched later. ${fresh}`);
        else await say({ task: 'kept', when }).then(() => there(when));
      } catch ({ error }) {
        ready(error === 'QuotaExceededError'
          ? `This browser gives less room than the ${size(bytes)} that it takes.`
          : 'It could not be kept whole. There may be no connection, or a newer version: reload the page, then try again.');
      }
      bar.hidden = true;
    }
    if (kept) there(kept);
    else ready(fresh);
    place.classList.remove('away');
  }

  // The articles that are kept, newest first.
  async function fill() {
    const list = shelf.querySelector('ul');
    const cache = await caches.open(`backissue ${root}`);
    const whole = await caches.open(`backissue whole ${root}`);
    const keys = [...(await cache.keys()), ...(await whole.keys())].map(({ url }) => url);
    const articles = keys.filter((url) => /^(\d{4}\/\d\d\/\d\d|undated)\/[^/]+\/\?/.test(url.slice(root.length)));
    const age = (url) => url.slice(root.length).replace('undated', '0000');
    const newest = articles.sort((a, b) => (age(a) < age(b) ? 1 : -1)).slice(0, 50);
    for (const url of newest) {
      // The page as a whole has a style that the policy of this one does not know.
      const [headline] = (await (await caches.match(url)).text()).match(/<h1[^]*?<\/h1>/) ?? [''];
      const page = new DOMParser().parseFromString(headline, 'text/html');
      const link = document.createElement('a');
      link.href = url.split('?')[0];
      link.textContent = page.querySelector('h1')?.textContent ?? link.href;
      list.append(document.createElement('li'));
      list.lastChild.append(link);
    }
    shelf.classList.toggle('away', articles.length === 0);
  }

  if (workers && place) workers.ready.then(() => (workers.controller ? offer() : workers.addEventListener('controllerchange', offer, { once: true })));
  if (workers && shelf) fill();
})();
