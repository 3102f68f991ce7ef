// Reading without a connection, where browser and host allow it.
const workers = navigator.serviceWorker;
if (workers && document.querySelector('link[rel=manifest]')) {
  const say = (message) => workers.controller?.postMessage(message);
  const settle = () => say({ task: 'settle' });
  workers.addEventListener('controllerchange', () => {
    // What was begun before went past the worker, and may still be on its way.
    const now = performance.now();
    const tell = (entries) => say({ task: 'open', urls: entries.filter(({ startTime }) => startTime <= now).map(({ name }) => name) });
    tell(performance.getEntriesByType('navigation'));
    new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true });
  });
  const register = async () => {
    const registration = await workers.register(new URL('sw.js', import.meta.url));
    const watch = () => registration.installing?.addEventListener('statechange', settle);
    registration.addEventListener('updatefound', watch);
    watch();
    settle();
  };
  const begin = () => register().catch(() => {});
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin);
}
