/** The little of MJML that is used: its own types are not published. */
declare module 'mjml-preset-core' {
  const preset: object;
  export = preset;
}
declare module 'mjml-core' {
  interface Options {
    readonly presets: readonly object[];
    readonly keepComments: boolean;
    readonly fonts: Readonly<Record<string, string>>;
    readonly validationLevel: 'strict' | 'soft';
  }
  interface Result {
    readonly html: string;
    readonly errors: readonly { readonly formattedMessage: string }[];
  }
  type ToHtml = (source: string, options: Options) => Promise<Result>;
  const core: ToHtml | { readonly default: ToHtml };
  export = core;
}
