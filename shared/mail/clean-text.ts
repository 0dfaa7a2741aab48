/** Marks that turn the direction of what follows; with one of them a name could make a sentence read backwards. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;
/** Line breaks and other signs that are not to be seen; in a subject a line break would start a header. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** One line of text as a mail may show it, whoever typed it. */
export const cleanText = (text: string): string =>
  text.replace(TURNS, '').replace(UNSEEN, ' ').replace(LONE_SURROGATES, '\ufffd').trim();

/**
 * At most `max` signs; a long text ends with an ellipsis. A mail must stay below the 102 KB at which Gmail cuts
 * it off, whatever people type into names.
 */
export const shortened = (text: string, max: number): string => {
  const signs = [...text];
  return signs.length <= max ? text : `${signs.slice(0, max - 1).join('')}…`;
};
