import type { DocumentData, Firestore } from 'firebase-admin/firestore';

interface Size {
  readonly kind: string;
  readonly path: string;
  readonly bytes: number;
}

/** The largest document of each kind (team, book, task, event), measured as Firestore counts. */
export const largestDocuments = async (firestore: Firestore): Promise<readonly Size[]> => {
  const largest = new Map<string, Size>();
  const look = (kind: string, path: string, data: DocumentData): void => {
    const bytes = documentBytes(path, data);
    if (bytes > (largest.get(kind)?.bytes ?? 0))
      largest.set(kind, { kind, path: path.split('/').slice(2).join('/') || 'head', bytes });
  };
  const teams = await firestore.collection('teams').get();
  for (const team of teams.docs) {
    look('team', team.ref.path, team.data());
    for (const collection of await team.ref.listCollections()) {
      const documents = await collection.get();
      for (const document of documents.docs) look(collection.id, document.ref.path, document.data());
    }
  }
  return [...largest.values()];
};

/**
 * Storage size by Firestore's published rules: names and texts UTF-8 + 1, numbers and dates 8, booleans and null
 * 1, each document 32 beside its name.
 */
export const documentBytes = (path: string, data: DocumentData): number =>
  32 + 16 + path.split('/').reduce((sum, part) => sum + textBytes(part), 0) + mapBytes(data);

const textBytes = (text: string): number => Buffer.byteLength(text) + 1;

const mapBytes = (map: object): number =>
  Object.entries(map).reduce((sum, [key, value]) => sum + textBytes(key) + valueBytes(value), 0);

const valueBytes = (value: unknown): number => {
  if (typeof value === 'string') return textBytes(value);
  if (typeof value === 'number') return 8;
  if (value === null || typeof value !== 'object') return 1;
  if (Array.isArray(value)) return value.reduce((sum: number, part) => sum + valueBytes(part), 0);
  return mapBytes(value);
};
