/** The issuer's RSA key pair: made once, kept in the data folder, readable by its owner only. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Name of the private key file inside the data folder. */
export const KEY_FILE = 'identity-key.pem';

/** A key pair with the id under which tokens and certificate documents name it. */
export interface SigningKey {
  readonly keyId: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const generateRsaKeyPair = promisify(generateKeyPair);

/**
 * Reads the key pair from `dataDir`, or makes it (RSA 2048, PKCS#8 PEM, mode 0600) on the first start.
 * Throws with the file's name and the way out when the file is there but holds no RSA private key.
 */
export async function loadOrCreateSigningKey(dataDir: string): Promise<SigningKey> {
  const path = join(dataDir, KEY_FILE);
  const stored = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new Error(`The identity key ${path} cannot be read: ${error.message}`, { cause: error });
  });
  if (stored !== null) return signingKey(parsePrivateKey(stored, path));
  const { privateKey } = await generateRsaKeyPair('rsa', { modulusLength: 2048 });
  await mkdir(dataDir, { recursive: true });
  await writeWhole(path, privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  return signingKey(privateKey);
}

function parsePrivateKey(pem: string, path: string): KeyObject {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // The message below says the same for every way in which the file can be wrong.
  }
  throw new Error(`The identity key ${path} is not an RSA private key. Delete the file and start again.`);
}

function signingKey(privateKey: KeyObject): SigningKey {
  const publicKey = createPublicKey(privateKey);
  const der = publicKey.export({ type: 'spki', format: 'der' });
  return { keyId: createHash('sha256').update(der).digest('hex').slice(0, 40), privateKey, publicKey };
}

/** A crash leaves either no key or a whole key, never half of one. */
async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
}
