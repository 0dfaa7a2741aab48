/** Reads the body of `POST /board/api/run`: a function of the add-on and its arguments. */
import { z } from 'zod';

const runRequest = z.strictObject({
  // As in Apps Script: a trailing underscore makes a function private.
  functionName: z.string().regex(/^[A-Za-z$][\w$]{0,98}(?<!_)$/, 'must name a public function of the add-on'),
  args: z.array(z.json()).max(20).default([]),
});

/** Parses a request; the error names every wrong field. */
export function parseRunRequest(
  body: unknown,
):
  | { readonly ok: true; readonly functionName: string; readonly args: unknown[] }
  | { readonly ok: false; readonly message: string } {
  const parsed = runRequest.safeParse(body);
  if (parsed.success) return { ok: true, ...parsed.data };
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
  return { ok: false, message: problems.join('; ') };
}
