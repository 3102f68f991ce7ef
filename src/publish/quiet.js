// A viewer that stopped has said why: that its code ended there says nothing more.
const hasStopped = () => document.documentElement.dataset.viewer === 'stopped';
addEventListener('error', (event) => hasStopped() && event.preventDefault());
