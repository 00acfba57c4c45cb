// Tells the organizer which sections of a proposal are read, for how long. Only while the page is in front and somebody
// is there; each look is its own, nothing is stored in the browser, and nothing is sent about whoever looks.
(() => {
  const own = document.currentScript;
  const { visits, version } = own.dataset;
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  const visit = `vis_${Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => alphabet[byte % 32]).join('')}`;
  const seconds = {};
  const everyMs = 1000;
  const idleMs = 60_000;
  const reportMs = 15_000;
  let active = performance.now();
  let ticked = performance.now();
  let sent = '';
  let reported = -reportMs;
  for (const kind of ['scroll', 'pointermove', 'pointerdown', 'keydown', 'touchmove'])
    addEventListener(kind, () => (active = performance.now()), { passive: true });

  // The section that takes most of the window is the one that is read.
  function inView() {
    let best = null;
    let most = 0;
    for (const section of document.querySelectorAll('[data-section]')) {
      const { top, bottom } = section.getBoundingClientRect();
      const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
      if (seen > most) [best, most] = [section.dataset.section, seen];
    }
    return best;
  }

  function tick() {
    const now = performance.now();
    // A page that slept does not count the night.
    const passed = Math.min(now - ticked, 2 * everyMs) / 1000;
    ticked = now;
    if (document.visibilityState !== 'visible' || now - active > idleMs) return;
    const section = inView();
    if (section) seconds[section] = (seconds[section] ?? 0) + passed;
    if (now - reported >= reportMs && total() >= 3) report();
  }

  const total = () => Object.values(seconds).reduce((sum, one) => sum + one, 0);

  function report() {
    const sections = Object.fromEntries(Object.entries(seconds).map(([id, one]) => [id, Math.round(one)]));
    const body = JSON.stringify({ visit, version: Number(version), sections });
    if (body === sent || total() < 1) return;
    sent = body;
    reported = performance.now();
    navigator.sendBeacon(visits, new Blob([body], { type: 'application/json' }));
  }

  setInterval(tick, everyMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') report();
  });
  addEventListener('pagehide', report);
  const pdf = document.querySelector('#pdf');
  pdf?.addEventListener('click', () => {
    report();
    pdf.href = `${pdf.href.split('?')[0]}?v=${visit}`;
  });
})();
