// A filtered list is drawn by the viewer. Until it is, or can't be, the whole list stays out of sight.
if (location.search) {
  const root = document.documentElement;
  const show = () => delete root.dataset.pending;
  root.dataset.pending = '';
  addEventListener('error', show, true);
  setTimeout(show, 4000);
}
