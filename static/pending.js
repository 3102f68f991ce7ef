// A filtered list is drawn by the viewer, and so is every page of a site that is one file. Until it is, or can't be, the
// whole list stays out of sight.
if ((location.search && location.protocol !== 'file:') || location.hash.startsWith('#/')) {
  const root = document.documentElement;
  const show = () => delete root.dataset.pending;
  root.dataset.pending = '';
  addEventListener('error', ({ target }) => target.localName === 'img' || show(), true);
  setTimeout(show, 4000);
}
// Words can be looked for where the viewer can run, which in a folder on a disk it can't.
if (location.protocol !== 'file:' || document.documentElement.dataset.root.startsWith('#')) {
  document.documentElement.dataset.search = '';
}
// Opened from a disk, a folder's address shows its list of files: the page in it is asked for by name.
if (location.protocol === 'file:') {
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link?.protocol === 'file:' && link.pathname.endsWith('/')) link.pathname += 'index.html';
  }, true);
}
