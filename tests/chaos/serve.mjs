// serve.mjs FOLDER PORT BUNDLE VARIABLES: the built product on one folder, as `npm start` runs it, without looking whether sources have changed.

import { startLocalServer } from '../../scripts/lib/local-server.mjs';
import { prepare } from '../../scripts/lib/prepare.mjs';
import { ownerSignInLink } from '../../scripts/lib/sign-in-link.mjs';
import { openState } from '../../scripts/lib/state.mjs';

const [folder = '', port = '', bundle = '', given = '{}'] = process.argv.slice(2);
const url = `http://localhost:${port}`;
const say = (line) => process.stderr.write(`${line}\n`);
const state = openState(folder);
const variables = {
  OWNER_EMAIL: 'owner@example.org',
  PUBLIC_URL: url,
  AUTH_SECRET: state.authSecret(),
  ...JSON.parse(given),
};
const { database } = await startLocalServer({ port: Number(port), state: folder, variables, onLine: say, bundle });
const link = () => ownerSignInLink(database, { url, email: variables.OWNER_EMAIL });
const { apiKey } = await prepare({ url, state, link, seed: false, say });
process.stdout.write(`${JSON.stringify({ url, apiKey })}\n`);
