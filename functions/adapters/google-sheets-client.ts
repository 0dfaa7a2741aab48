/**
 * The only import of googleapis in the project. The whole package costs ten times the start-up time and
 * memory of its Sheets module alone, so everything that needs Google's client or its types comes here.
 */
export {
  auth as googleAuth,
  sheets as createSheetsClient,
  type sheets_v4,
} from 'googleapis/build/src/apis/sheets/index.js';
