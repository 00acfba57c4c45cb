// Shows times in the zone of whoever looks, until they choose another one.
const params = new URLSearchParams(location.search);
const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
const select = document.querySelector('#zone');
if (here && !params.has('zone') && select && select.value !== here) {
  params.set('zone', here);
  location.replace(`?${params}`);
}
