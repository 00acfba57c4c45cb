import { createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { buildBundles, stopBuilding } from './bundles.mjs';
import { compactAfterErasures, compactAtExit } from './compact.mjs';
import { startLocalServer } from './local-server.mjs';
import { prepare } from './prepare.mjs';
import { ownerSignInLink } from './sign-in-link.mjs';
import { childrenOf } from './state.mjs';
import { documentedVariables } from './variables.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

/** Builds, migrates, serves and seeds; returns when it is told to stop. */
export async function runProduct(options, state) {
  const startedAt = Date.now();
  const url = `http://localhost:${options.port}`;
  const stopping = new AbortController();
  let server;
  const stop = async (code) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    // Miniflare ends workerd; should that hang, the process ends it itself.
    setTimeout(() => end(code), 5_000).unref();
    await server?.miniflare.dispose().catch(() => {});
    end(code);
  };
  // One at a time. Where the system does not name the runtime's processes, its files wait for the stop.
  let compacting = Promise.resolve();
  const compact = () => {
    const workers = server ? childrenOf(process.pid) : [];
    if (server && workers.length === 0) return;
    compacting = compacting
      .then(() => compactAfterErasures(state, () => workers))
      .catch((error) => say(`Erased data could not be compacted: ${error.message}`));
    return compacting;
  };
  // Whoever ends the process: Miniflare does it by itself at a signal.
  process.on('exit', () => {
    for (const pid of childrenOf(process.pid)) killQuietly(pid);
    try {
      compactAtExit(state);
    } catch (error) {
      say(`Erased data could not be compacted: ${error.message}`);
    }
  });
  const end = (code) => process.exit(code);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  endWithParent(stop);

  try {
    await buildBundles({ tolerate: true, say });
    const variables = {
      OWNER_EMAIL: 'owner@example.org',
      ORGANIZATION_NAME: 'Tidewater Events',
      PUBLIC_URL: url,
      AUTH_SECRET: state.authSecret(),
      ...(await documentedVariables()),
    };
    await stopBuilding();
    await compact();
    server = await startLocalServer({ ...options, state: state.folder, variables, onLine: workerLog(state, options.verbose, compact) });
    state.noteWorkers(childrenOf(process.pid));
    beatCron(server.miniflare, stopping.signal);
    const link = () => ownerSignInLink(server.database, { url, email: variables.OWNER_EMAIL.toLowerCase() });
    const { apiKey, eventId } = await prepare({ url, state, link, seed: options.seed, say });
    const { link: signInLink, validMinutes } = await link();
    const ready = {
      url,
      signInLink,
      apiKey,
      eventId,
      widgetDemo: eventId ? `${url}/widget-demo?event=${encodeURIComponent(eventId)}` : null,
      mailbox: `${url}/mailbox`,
    };
    if (options.json) process.stdout.write(`${JSON.stringify(ready)}\n`);
    else process.stdout.write(welcome(ready, variables, validMinutes, Date.now() - startedAt));
    if (process.stdin.isTTY && !options.json) offerNewLinks(link);
  } catch (error) {
    if (!stopping.signal.aborted) say(`Could not start: ${error.stack ?? error}`);
    await stop(1);
  }
}

function welcome(ready, variables, validMinutes, ms) {
  return `
EventOS CoAgents runs on ${ready.url} (ready in ${(ms / 1000).toFixed(1)} s)

  Console       ${ready.signInLink}
                signs in ${variables.OWNER_EMAIL}, once, within ${validMinutes} minutes; press Enter here for a new link
  Widget demo   ${ready.widgetDemo ?? '(make an event first)'}
  Mailbox       ${ready.mailbox}
  API           ${ready.url}/api/v1/openapi.json

Ctrl-C stops it; all data are kept.
`;
}

function offerNewLinks(link) {
  createInterface({ input: process.stdin }).on('line', async () => {
    process.stdout.write(`  Console       ${(await link()).link}\n`);
  });
}

/** Everything goes to `worker.log` in the state folder; errors are shown as well. */
function workerLog(state, verbose, compact) {
  const file = createWriteStream(state.file('worker.log'), { flags: 'w', mode: 0o600 });
  return (line, level) => {
    file.write(`${line}\n`);
    if (/"message":"(erased|retention)"/.test(line)) compact();
    if (verbose || level === 'error' || level === 'warn') say(line);
  };
}

/** The crons of `wrangler.toml`: nothing else rings them on a laptop. */
function beatCron(miniflare, stopping) {
  const beat = async () => {
    if (stopping.aborted) return;
    try {
      await (await miniflare.getWorker()).scheduled({ cron: '*/5 * * * *' });
    } catch (error) {
      if (!stopping.aborted) say(`The upkeep did not run: ${error.message}`);
    }
  };
  setTimeout(beat, 60_000).unref();
  setInterval(beat, 300_000).unref();
}

/** A killed parent sends no signal; its child notices that it has got another one, and stops. */
function endWithParent(stop) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop(1);
  }, 500).unref();
}

function killQuietly(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
