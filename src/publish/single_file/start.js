// A link to a place in the page must not change the fragment, which says what is shown.
addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]:not([href^="#/"])');
  const place = link && document.getElementById(link.hash.slice(1));
  if (place) {
    event.preventDefault();
    place.scrollIntoView();
    place.focus({ preventScroll: true });
  }
});
// What is typed into the search box is heard by the viewer, and sent nowhere.
addEventListener('submit', (event) => event.preventDefault());
const text = document.getElementById('viewer.wasm').textContent;
const bytes = Uint8Array.fromBase64?.(text) ?? Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
INIT({ module_or_path: bytes }).catch((error) => {
  delete document.documentElement.dataset.pending;
  delete document.documentElement.dataset.search;
  const note = document.querySelector('noscript');
  note.replaceWith(note.textContent);
  if (!hasStopped()) console.error('Backissue: the viewer did not start, the page stays as it is.', error);
});
