/** Runs once, in Node, before the tests in workerd. Nothing has to be started: outside services are stand-ins. */
export default function setup(): void {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED ??= 'false';
}
