import type { Role } from '../../../worker/contract/common';
import { send } from './client';

async function auth<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const response = await send(`/api/auth${path}`, {
    method,
    headers: { Accept: 'application/json', ...(method === 'POST' && { 'Content-Type': 'application/json' }) },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  return response.json();
}

/** Mails a one-time code to the address. The answer is the same whether or not the address is known. */
export const requestCode = (email: string) => auth('POST', '/email-otp/send-verification-otp', { email, type: 'sign-in' });
export const signInWithCode = (email: string, otp: string) => auth('POST', '/sign-in/email-otp', { email, otp });
export const signInWithLink = (token: string) => auth('POST', '/sign-in/link', { token });
export const signOut = () => auth('POST', '/sign-out');
export const requestLink = (email: string) => auth('POST', '/sign-in/magic-link', { email });
export const acceptInvitation = (id: string) => auth('POST', '/accept-invitation', { id });

export interface OwnInvitation {
  id: string;
  organizationName: string;
  role: Role;
}

export const openInvitations = () => auth<{ items: OwnInvitation[] }>('GET', '/invitations');

export interface Passkey {
  id: string;
  name: string | null;
  deviceType: string;
  createdAt: string;
}

export const listPasskeys = () => auth<Passkey[]>('GET', '/passkey/list-user-passkeys');
export const deletePasskey = (id: string) => auth('POST', '/passkey/delete-passkey', { id });

export const canUsePasskeys = () =>
  typeof PublicKeyCredential !== 'undefined' && typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function';

export async function addPasskey(name: string): Promise<void> {
  const options = await auth<PublicKeyCredentialCreationOptionsJSON>('GET', '/passkey/generate-register-options');
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('No passkey was made.', 'NotAllowedError');
  await auth('POST', '/passkey/verify-registration', { response: credential.toJSON(), name });
}

export async function signInWithPasskey(): Promise<void> {
  const options = await auth<PublicKeyCredentialRequestOptionsJSON>('GET', '/passkey/generate-authenticate-options');
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException('No passkey was chosen.', 'NotAllowedError');
  await auth('POST', '/passkey/verify-authentication', { response: credential.toJSON() });
}
