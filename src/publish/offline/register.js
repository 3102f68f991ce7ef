// Reading without a connection, where browser and host allow it.
const workers = navigator.serviceWorker;
if (workers && document.querySelector('link[rel=manifest]')) {
  const say = (message) => workers.controller?.postMessage(message);
  const settle = () => say({ task: 'settle' });
  workers.addEventListener('controllerchange', () => {
    const entries = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
    say({ task: 'open', urls: entries.map(({ name }) => name) });
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
