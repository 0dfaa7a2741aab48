import type { FetchAnswer, FetchRequest } from '../protocol.ts';
import { exception, type Bridge } from './bridge.ts';
import { notInThisHost, refuseUnknownOptions, strict } from './strict.ts';

interface FetchOptions {
  readonly method?: string;
  readonly contentType?: string;
  readonly payload?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly muteHttpExceptions?: boolean;
  readonly followRedirects?: boolean;
}

const KNOWN = ['method', 'contentType', 'payload', 'headers', 'muteHttpExceptions', 'followRedirects'];

/** UrlFetchApp, to this machine only. */
export function createUrlFetchApp(bridge: Bridge) {
  return strict('UrlFetchApp', {
    fetch: (url: string, options: FetchOptions = {}) => {
      bridge.requireScope('UrlFetchApp.fetch', 'script.external_request');
      refuseUnknownOptions('UrlFetchApp.fetch', options, KNOWN);
      const answer = bridge.call('fetch', fetchRequest(url, options)) as FetchAnswer;
      if (answer.status >= 400 && options.muteHttpExceptions !== true) throw httpException(url, answer);
      return createResponse(answer);
    },
  });
}

function fetchRequest(url: string, options: FetchOptions): FetchRequest {
  const { payload, headers = {}, method = 'get', followRedirects = true } = options;
  if (payload !== undefined && typeof payload !== 'string') {
    throw notInThisHost('A payload of UrlFetchApp.fetch that is not a string');
  }
  const contentType = options.contentType ?? 'application/x-www-form-urlencoded';
  return {
    url,
    method: method.toUpperCase(),
    headers: payload === undefined ? headers : { 'Content-Type': contentType, ...headers },
    ...(payload === undefined ? {} : { payload }),
    followRedirects,
  };
}

function httpException(url: string, { status, text }: FetchAnswer): Error {
  return exception(
    `Request failed for ${url} returned code ${status}. Truncated server response: ${text.slice(0, 200)} ` +
      '(use muteHttpExceptions option to examine full response)',
  );
}

function createResponse({ status, headers, text }: FetchAnswer) {
  return strict('HTTPResponse', {
    getResponseCode: () => status,
    getContentText: () => text,
    getHeaders: () => ({ ...headers }),
  });
}
