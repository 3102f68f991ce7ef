// A filtered list is drawn by the viewer, and so is every page of a site that is one file. Until it is, or can't be, the
// whole list stays out of sight.
if (location.search || location.hash.startsWith('#/')) {
  const root = document.documentElement;
  const show = () => delete root.dataset.pending;
  root.dataset.pending = '';
  addEventListener('error', ({ target }) => target.localName === 'img' || show(), true);
  setTimeout(show, 4000);
}
