import { createHash, randomBytes } from 'node:crypto';

const validMinutes = 60;

/**
 * A one-time sign-in link for the owner, made the way the product itself keeps them (hash of the token, address, expiry)
 * by whoever holds the database: nothing is mailed, so it works whatever mail service is configured.
 */
export async function ownerSignInLink(database, { url, email }) {
  const token = randomBytes(24).toString('base64url').replace(/[-_]/g, 'x');
  const now = Date.now();
  await database
    .prepare('INSERT INTO verification ("id", "identifier", "value", "expiresAt", "createdAt", "updatedAt") VALUES (?, ?, ?, ?, ?, ?)')
    .bind(
      randomBytes(16).toString('hex'),
      createHash('sha256').update(token).digest('base64url'),
      JSON.stringify({ email }),
      now + validMinutes * 60_000,
      now,
      now,
    )
    .run();
  return { token, link: `${url}/sign-in/link?token=${token}`, validMinutes };
}
