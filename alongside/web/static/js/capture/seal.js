// Words and pictures are kept closed: AES-GCM under a key that only its user's sign-in brings to this device, and that no script can read.

const CIPHER = "AES-GCM";
const IV_BYTES = 12;

export function openKey(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return crypto.subtle.importKey("raw", bytes, CIPHER, false, ["encrypt", "decrypt"]);
}

export async function seal(key, bytes) {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
  return { iv, data: await crypto.subtle.encrypt({ name: CIPHER, iv }, key, bytes) };
}

export const unseal = (key, { iv, data }) => crypto.subtle.decrypt({ name: CIPHER, iv }, key, data);

export const sealValue = (key, value) => seal(key, new TextEncoder().encode(JSON.stringify(value)));

export const unsealValue = async (key, sealed) => JSON.parse(new TextDecoder().decode(await unseal(key, sealed)));
