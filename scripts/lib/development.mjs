import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cloudflare } from '@cloudflare/vite-plugin';
import agents from 'agents/vite';
import { build, createServer, mergeConfig } from 'vite';
import consoleConfig from '../../vite.console.config.ts';
import widgetConfig from '../../vite.widget.config.ts';
import { buildBundles, webFolder } from './bundles.mjs';
import { root } from './install.mjs';
import { startLocalServer } from './local-server.mjs';
import { startOptions } from './options.mjs';
import { prepare } from './prepare.mjs';
import { ownerSignInLink } from './sign-in-link.mjs';
import { openState } from './state.mjs';
import { documentedVariables } from './variables.mjs';

const say = (line) => process.stderr.write(`${line}\n`);

/** Worker and console with hot reload on one port; the widget is built again when it changes. */
export async function runDevelopment(args) {
  const options = startOptions(args);
  const url = `http://localhost:${options.port}`;
  const state = openState(resolve(options.state));
  const variables = {
    OWNER_EMAIL: 'owner@example.org',
    ORGANIZATION_NAME: 'Tidewater Events',
    PUBLIC_URL: url,
    AUTH_SECRET: state.authSecret(),
    ...(await documentedVariables()),
  };
  const running = state.take(url);
  if (running) {
    say(`These data are in use by a server that runs already: ${running}. Stop it first, or choose another folder with --state.`);
    process.exit(1);
  }
  process.on('exit', () => state.release());
  const signInLink = await prepareData(options, state, variables, url);
  await build(mergeConfig(widgetConfig, { root, configFile: false, logLevel: 'warn', build: { watch: {} } }));
  const server = await createServer(
    mergeConfig(consoleConfig, {
      configFile: false,
      clearScreen: false,
      server: { port: options.port, host: options.host, strictPort: true, fs: { allow: [root] } },
      plugins: [
        widgetFiles(),
        agents(),
        cloudflare({
          configPath: join(root, 'wrangler.toml'),
          persistState: { path: state.folder },
          remoteBindings: false,
          inspectorPort: false,
          config: (config) => {
            delete config.ai;
            delete config.vectorize;
            config.vars = { ...config.vars, ...variables };
          },
        }),
      ],
    }),
  );
  await server.listen();
  process.stdout.write(`\nDevelopment server on ${url}\n\n  Console   ${signInLink}\n\n`);
}

/** Migrations, key, example event and a link are made by the built product before Vite takes over the data. */
async function prepareData(options, state, variables, url) {
  await buildBundles({ only: ['worker'], say });
  const server = await startLocalServer({ ...options, state: state.folder, variables, onLine: () => {} });
  try {
    const link = () => ownerSignInLink(server.database, { url, email: variables.OWNER_EMAIL.toLowerCase() });
    await prepare({ url, state, link, seed: options.seed, say });
    return (await link()).link;
  } finally {
    await server.miniflare.dispose();
  }
}

/** The widget is a bundle of its own, served from where it is built. */
function widgetFiles() {
  const serve = (request, response, next) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(webFolder, path);
    if (!/^\/widget(\.js$|\/[\w.-]+$)/.test(path) || !existsSync(file)) return next();
    response.setHeader('content-type', path.endsWith('.css') ? 'text/css' : 'text/javascript');
    response.setHeader('access-control-allow-origin', '*');
    createReadStream(file).pipe(response);
  };
  return { name: 'widget-files', configureServer: (server) => void server.middlewares.use(serve) };
}
