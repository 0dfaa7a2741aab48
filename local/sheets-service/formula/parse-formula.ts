import { tokenize, type ReferenceToken, type Token } from './tokenize.ts';

/** A formula as a tree. */
export type Node =
  | { readonly kind: 'value'; readonly value: number | string | boolean | null }
  | { readonly kind: 'error'; readonly text: string }
  | { readonly kind: 'reference'; readonly reference: ReferenceToken }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Node[] }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Node; readonly right: Node }
  | { readonly kind: 'unary'; readonly operator: '-' | '+' | '%'; readonly operand: Node }
  | { readonly kind: 'array'; readonly rows: readonly (readonly Node[])[] };

const PRECEDENCE: Readonly<Record<string, number>> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};

const cache = new Map<string, Node | undefined>();

/** Parses a formula with its `=`; undefined when it is not one. Results are kept: most formulas recur. */
export function parseFormula(formula: string): Node | undefined {
  if (cache.has(formula)) return cache.get(formula);
  const tokens = tokenize(formula.replace(/^=/, ''))?.filter((token) => token.kind !== 'space');
  const node = tokens && new Parser(tokens).parse();
  if (cache.size > 10_000) cache.clear();
  cache.set(formula, node);
  return node;
}

class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private failed = false;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  parse(): Node | undefined {
    const node = this.expression(0);
    return this.failed || this.at < this.tokens.length ? undefined : node;
  }

  private expression(lowest: number): Node {
    let left = this.operand();
    for (;;) {
      const operator = this.operator();
      const strength = operator === undefined ? undefined : PRECEDENCE[operator];
      if (operator === undefined || strength === undefined || strength <= lowest) return left;
      this.at += 1;
      left = { kind: 'binary', operator, left, right: this.expression(strength) };
    }
  }

  private operand(): Node {
    const operator = this.operator();
    if (operator === '-' || operator === '+') {
      this.at += 1;
      return { kind: 'unary', operator, operand: this.operand() };
    }
    let node = this.primary();
    while (this.take('%')) node = { kind: 'unary', operator: '%', operand: node };
    return node;
  }

  private primary(): Node {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'number':
      case 'string':
        return { kind: 'value', value: token.value };
      case 'error':
        return { kind: 'error', text: token.text.toUpperCase() };
      case 'reference':
        return { kind: 'reference', reference: token };
      case 'name':
        return this.named(token.text);
      case 'operator':
        return this.group(token.text);
      default:
        return this.fail();
    }
  }

  private named(name: string): Node {
    if (this.take('(')) return { kind: 'call', name: name.toUpperCase(), args: this.list(')') };
    if (/^(true|false)$/i.test(name)) return { kind: 'value', value: name.toLowerCase() === 'true' };
    return { kind: 'name', name };
  }

  private group(opening: string): Node {
    if (opening === '(') {
      const node = this.expression(0);
      return this.take(')') ? node : this.fail();
    }
    if (opening !== '{') return this.fail();
    const rows: Node[][] = [[]];
    do {
      rows.at(-1)?.push(this.expression(0));
      if (this.operator() === ';') rows.push([]);
    } while (this.take(',') || this.take(';'));
    return this.take('}') ? { kind: 'array', rows } : this.fail();
  }

  /** Arguments up to the closing sign; one left out counts as empty. */
  private list(closing: string): Node[] {
    const args: Node[] = [];
    if (this.take(closing)) return args;
    for (;;) {
      const next = this.operator();
      args.push(
        next === ',' || next === ';' || next === closing
          ? { kind: 'value', value: null }
          : this.expression(0),
      );
      if (this.take(closing)) return args;
      if (!this.take(',') && !this.take(';')) return [this.fail()];
    }
  }

  private operator(): string | undefined {
    const token = this.tokens[this.at];
    return token?.kind === 'operator' ? token.text : undefined;
  }

  private take(operator: string): boolean {
    if (this.operator() !== operator) return false;
    this.at += 1;
    return true;
  }

  private fail(): Node {
    this.failed = true;
    return { kind: 'value', value: null };
  }
}
