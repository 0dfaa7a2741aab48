import { boardContract } from './board.contract.ts';

boardContract('the local Sheets service, over HTTP with Google’s own client');
