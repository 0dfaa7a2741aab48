import type { PropertyStore } from '../protocol.ts';
import { exception, type Bridge } from './bridge.ts';
import { strict } from './strict.ts';

/** Google refuses longer ones; a script must meet that limit here too. */
const LONGEST_PROPERTY_BYTES = 9 * 1024;
const LONGEST_CACHED_BYTES = 100 * 1024;
const LONGEST_CACHE_SECONDS = 21_600;
const DEFAULT_CACHE_SECONDS = 600;

/** PropertiesService with its three stores, kept on disk by the host. */
export function createPropertiesService(bridge: Bridge) {
  const stores = {
    script: createProperties(bridge, 'script'),
    document: createProperties(bridge, 'document'),
    user: createProperties(bridge, 'user'),
  };
  return strict('PropertiesService', {
    getScriptProperties: () => stores.script,
    getDocumentProperties: () => stores.document,
    getUserProperties: () => stores.user,
  });
}

interface Properties {
  getProperty(key: string): string | null;
  getProperties(): Record<string, string>;
  setProperty(key: string, value: string): Properties;
  deleteProperty(key: string): Properties;
}

function createProperties(bridge: Bridge, store: PropertyStore): Properties {
  const read = () => bridge.call('properties.read', store) as Record<string, string>;
  const properties: Properties = strict('Properties', {
    getProperty: (key: string) => {
      const all = read();
      return Object.prototype.hasOwnProperty.call(all, key) ? (all[key] ?? null) : null;
    },
    getProperties: read,
    setProperty: (key: string, value: string) => {
      if (utf8Length(String(value)) > LONGEST_PROPERTY_BYTES) throw exception('Argument too large: value');
      bridge.call('properties.set', store, String(key), String(value));
      return properties;
    },
    deleteProperty: (key: string) => {
      bridge.call('properties.delete', store, key);
      return properties;
    },
  });
  return properties;
}

/** CacheService: lost when the host stops, as Google's may be lost at any time. */
export function createCacheService(bridge: Bridge) {
  const cache = strict('Cache', {
    get: (key: string) => bridge.call('cache.get', key) as string | null,
    put: (key: string, value: string, seconds = DEFAULT_CACHE_SECONDS) => {
      if (utf8Length(String(value)) > LONGEST_CACHED_BYTES) throw exception('Argument too large: value');
      if (seconds > LONGEST_CACHE_SECONDS) throw exception('Argument too large: expirationInSeconds');
      bridge.call('cache.put', key, String(value), seconds);
    },
    remove: (key: string) => {
      bridge.call('cache.remove', key);
    },
  });
  return strict('CacheService', { getDocumentCache: () => cache });
}

function utf8Length(text: string): number {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/g, '__')).replace(/%../g, '_').length;
}
