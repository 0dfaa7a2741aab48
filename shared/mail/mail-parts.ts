/** Made from looks/mail.mjml by `npm run docs`: changes belong there. */
import { escaped, type MailHtml } from './mail-html.ts';

export const frame = (slots: {
  readonly lang: string;
  readonly title: string;
  readonly preview: string;
  readonly brand: string;
  readonly greeting: string;
  readonly sections: MailHtml;
  readonly footer: string;
  readonly preferences: MailHtml;
}): MailHtml => ({
  html: `<!doctype html><html lang="${escaped(slots.lang)}" dir="auto" xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>${escaped(slots.title)}</title><!--[if !mso]><!--><meta http-equiv="X-UA-Compatible" content="IE=edge"><!--<![endif]--><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1"><style type="text/css">#outlook a { padding:0; } body { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; } table, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; } img { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; } p { display:block;margin:13px 0; }</style><!--[if mso]><noscript><xml><o:OfficeDocumentSettings><o:AllowPNG/><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml></noscript><![endif]--><!--[if lte mso 11]><style type="text/css">.mj-outlook-group-fix { width:100% !important; }</style><![endif]--><style type="text/css">@media only screen and (min-width:480px) { .mj-column-per-100 { width:100% !important; max-width: 100%; } }</style><style media="screen and (min-width:480px)">.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }</style><style type="text/css">:root { color-scheme: light dark; supported-color-schemes: light dark; } details summary { cursor: pointer; } @media only screen and (max-width: 480px) { .in { padding-left: 18px !important; padding-right: 18px !important; } } @media (prefers-color-scheme: dark) { body, .page, .page >div { background: #14171a !important; background-color: #14171a !important; } .card, .card >table { background: #1f2429 !important; background-color: #1f2429 !important; } .ink, .ink div, .ink h2, .ink th, .ink td { color: #e8ebee !important; } .soft, .soft div { color: #aeb6bf !important; } .to a { color: #8ebcf2 !important; } .rule p { border-color: #3a4149 !important; } .ink th, .ink td.cell { border-color: #3a4149 !important; } .track { background: #3a4149 !important; } .button td, .button a { background: #8ebcf2 !important; color: #101418 !important; } } [data-ogsc] .ink, [data-ogsc] .ink div, [data-ogsc] .ink h2 { color: #e8ebee !important; } [data-ogsc] .soft div { color: #aeb6bf !important; } [data-ogsc] .to a { color: #8ebcf2 !important; }</style><meta name="color-scheme" content="light dark" /><meta name="supported-color-schemes" content="light dark" /><meta name="format-detection" content="telephone=no, date=no, address=no, email=no" /></head><body  class="page" style="word-spacing:normal;background-color:#f1f4f7;"><div style="display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;">${escaped(slots.preview)}</div><div aria-label="${escaped(slots.title)}" aria-roledescription="email" role="article" lang="${escaped(slots.lang)}" dir="auto" style="word-spacing:normal;background-color:#f1f4f7;"><!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div  style="margin:0px auto;max-width:600px;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"><tbody><tr><td style="direction:ltr;font-size:0px;padding:0;text-align:center;"><!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;"><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"><tbody><tr><td  style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"><tbody><tr><td align="left" class="soft in" style="font-size:0px;padding:20px 28px 10px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:14px;line-height:1.5;text-align:left;color:#57606a;"><strong>${escaped(slots.brand)}</strong></div></td></tr></tbody></table></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="card-outlook" role="presentation" style="width:600px;" width="600" bgcolor="#ffffff"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div  class="card" style="background:#ffffff;background-color:#ffffff;margin:0px auto;max-width:600px;border-radius:10px;overflow:hidden;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="background:#ffffff;background-color:#ffffff;width:100%;border-collapse:separate;"><tbody><tr><td style="border-radius:10px;direction:ltr;font-size:0px;padding:24px 0 20px;text-align:center;"><!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;"><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"><tbody><tr><td  style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"><tbody><tr><td align="left" class="ink in" style="font-size:0px;padding:0 28px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2328;">${escaped(slots.greeting)}</div></td></tr>${slots.sections.html}</tbody></table></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><table align="center" border="0" cellpadding="0" cellspacing="0" class="" role="presentation" style="width:600px;" width="600"><tr><td style="line-height:0px;font-size:0px;mso-line-height-rule:exactly;"><![endif]--><div  style="margin:0px auto;max-width:600px;"><table align="center" border="0" cellpadding="0" cellspacing="0" role="presentation" style="width:100%;"><tbody><tr><td style="direction:ltr;font-size:0px;padding:0;text-align:center;"><!--[if mso | IE]><table role="presentation" border="0" cellpadding="0" cellspacing="0"><tr><td class="" style="vertical-align:top;width:600px;"><![endif]--><div class="mj-column-per-100 mj-outlook-group-fix" style="font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" width="100%"><tbody><tr><td  style="vertical-align:top;padding:0;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="" width="100%"><tbody><tr><td align="left" class="soft in" style="font-size:0px;padding:14px 28px 4px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:12px;line-height:1.5;text-align:left;color:#57606a;">${escaped(slots.footer)}</div></td></tr>${slots.preferences.html}<tr><td style="font-size:0px;word-break:break-word;"><div style="height:24px;line-height:24px;">&#8202;</div></td></tr></tbody></table></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></td></tr></tbody></table></div><!--[if mso | IE]></td></tr></table><![endif]--></div></body></html> `,
});

export const section = (slots: {
  readonly heading: string;
  readonly intro: MailHtml;
  readonly table: MailHtml;
  readonly lines: MailHtml;
  readonly why: string;
}): MailHtml => ({
  html: `<tr><td align="left" class="ink in" style="font-size:0px;padding:22px 28px 4px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2328;"><h2 style="margin: 0; font-size: 19px; line-height: 1.35; font-weight: 700; color: #1f2328">${escaped(slots.heading)}</h2></div></td></tr>${slots.intro.html}${slots.table.html}${slots.lines.html}<tr><td align="left" class="soft in" style="font-size:0px;padding:12px 28px 6px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:13px;line-height:1.5;text-align:left;color:#57606a;">${escaped(slots.why)}</div></td></tr>`,
});

export const rule = (): MailHtml => ({
  html: `<tr><td align="center" class="rule in" style="font-size:0px;padding:16px 28px 0;word-break:break-word;"><p style="border-top:solid 1px #d8dee4;font-size:1px;margin:0px auto;width:100%;"></p><!--[if mso | IE]><table align="center" border="0" cellpadding="0" cellspacing="0" style="border-top:solid 1px #d8dee4;font-size:1px;margin:0px auto;width:544px;" role="presentation" width="544px"><tr><td style="height:0;line-height:0;">&nbsp;</td></tr></table><![endif]--></td></tr>`,
});

export const line = (slots: { readonly mark: MailHtml; readonly text: string }): MailHtml => ({
  html: `<tr><td align="left" class="ink in" style="font-size:0px;padding:10px 28px 0;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2328;">${slots.mark.html}${escaped(slots.text)}</div></td></tr>`,
});

export const lead = (slots: { readonly mark: MailHtml; readonly text: string }): MailHtml => ({
  html: `<tr><td align="left" class="ink in" style="font-size:0px;padding:10px 28px 0;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:16px;line-height:1.5;text-align:left;color:#1f2328;">${slots.mark.html}<strong>${escaped(slots.text)}</strong></div></td></tr>`,
});

export const pill = (slots: {
  readonly ground: string;
  readonly ink: string;
  readonly text: string;
}): MailHtml => ({
  html: `<span style="background: ${escaped(slots.ground)}; color: ${escaped(slots.ink)}; border-radius: 4px; padding: 1px 6px; font-size: 12px; font-weight: 600; white-space: nowrap">${escaped(slots.text)}</span>&#32;`,
});

export const below = (slots: { readonly text: string }): MailHtml => ({
  html: `<tr><td align="left" class="ink in" style="font-size:0px;padding:3px 28px 0 28px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:15px;line-height:1.5;text-align:left;color:#1f2328;">${escaped(slots.text)}</div></td></tr>`,
});

export const item = (slots: { readonly text: string }): MailHtml => ({
  html: `<tr><td align="left" class="ink in" style="font-size:0px;padding:3px 28px 0 28px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:15px;line-height:1.5;text-align:left;color:#1f2328;"><table role="presentation" cellpadding="0" cellspacing="0" border="0" style="border: 0; border-spacing: 0"><tbody><tr><td valign="top" style="width: 16px; font-size: 15px; line-height: 1.5">•</td><td valign="top" style="font-size: 15px; line-height: 1.5; word-break: break-word">${escaped(slots.text)}</td></tr></tbody></table></div></td></tr>`,
});

export const button = (slots: { readonly url: string; readonly label: string }): MailHtml => ({
  html: `<tr><td align="left" class="button in" style="font-size:0px;padding:12px 28px 6px;word-break:break-word;"><table border="0" cellpadding="0" cellspacing="0" role="presentation" style="border-collapse:separate;line-height:100%;"><tbody><tr><td align="center" bgcolor="#1a5fb4" role="presentation" style="border:none;border-radius:8px;cursor:auto;mso-padding-alt:12px 22px;background:#1a5fb4;" valign="middle"><a href="${escaped(slots.url)}" style="display:inline-block;background:#1a5fb4;color:#ffffff;font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:16px;font-weight:600;line-height:120%;margin:0;text-decoration:none;text-transform:none;padding:12px 22px;mso-padding-alt:0px;border-radius:8px;" target="_blank">${escaped(slots.label)}</a></td></tr></tbody></table></td></tr>`,
});

export const link = (slots: { readonly url: string; readonly label: string }): MailHtml => ({
  html: `<tr><td align="left" class="to in" style="font-size:0px;padding:0 28px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:15px;line-height:1.5;text-align:left;color:#1f2328;"><a href="${escaped(slots.url)}" target="_blank" style="display: inline-block; padding: 9px 0; color: #15539b">${escaped(slots.label)}</a></div></td></tr>`,
});

export const fold = (slots: { readonly title: string; readonly lines: MailHtml }): MailHtml => ({
  html: `<tr><td align="left" class="soft in" style="font-size:0px;padding:4px 28px 0;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:12px;line-height:1.55;text-align:left;color:#57606a;"><details><summary>${escaped(slots.title)}</summary><div style="padding: 4px 0 0 12px">${slots.lines.html}</div></details></div></td></tr>`,
});

export const foldLine = (slots: { readonly text: string }): MailHtml => ({
  html: `${escaped(slots.text)}<br />`,
});

export const table = (slots: { readonly head: MailHtml; readonly rows: MailHtml }): MailHtml => ({
  html: `<tr><td align="left" class="ink in" style="font-size:0px;padding:10px 28px 4px;word-break:break-word;"><table cellpadding="0" cellspacing="0" width="100%" border="0" style="color:#1f2328;font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:14px;line-height:1.4;table-layout:auto;width:100%;border:none;"><thead><tr>${slots.head.html}</tr></thead><tbody>${slots.rows.html}</tbody></table></td></tr>`,
});

export const headCell = (slots: { readonly text: string }): MailHtml => ({
  html: `<th scope="col" align="left" valign="bottom" style="padding: 4px 8px 4px 0; border-bottom: 1px solid #d8dee4; font-size: 12px; font-weight: 600">${escaped(slots.text)}</th>`,
});

export const row = (slots: { readonly cells: MailHtml }): MailHtml => ({
  html: `<tr>${slots.cells.html}</tr>`,
});

export const cell = (slots: { readonly content: MailHtml }): MailHtml => ({
  html: `<td class="cell" valign="top" style="padding: 6px 8px 6px 0; border-bottom: 1px solid #e6eaef; word-break: break-word">${slots.content.html}</td>`,
});

export const cellText = (slots: { readonly text: string }): MailHtml => ({ html: `${escaped(slots.text)}` });

export const cellLink = (slots: { readonly url: string; readonly text: string }): MailHtml => ({
  html: `<span class="to"><a href="${escaped(slots.url)}" target="_blank" style="color: #15539b">${escaped(slots.text)}</a></span>`,
});

export const bar = (slots: { readonly pieces: MailHtml }): MailHtml => ({
  html: `<table role="presentation" cellpadding="0" cellspacing="0" border="0" width="100%" style="min-width: 72px"><tbody><tr>${slots.pieces.html}</tr></tbody></table>`,
});

export const piece = (slots: {
  readonly kind: string;
  readonly width: string;
  readonly colour: string;
}): MailHtml => ({
  html: `<td class="${escaped(slots.kind)}" width="${escaped(slots.width)}%" bgcolor="${escaped(slots.colour)}" style="width: ${escaped(slots.width)}%; height: 8px; line-height: 8px; font-size: 1px; background: ${escaped(slots.colour)}">&nbsp;</td>`,
});

export const choose = (slots: { readonly url: string; readonly label: string }): MailHtml => ({
  html: `<tr><td align="left" class="to in" style="font-size:0px;padding:0 28px;word-break:break-word;"><div style="font-family:'Segoe UI', Roboto, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', Arial, sans-serif;font-size:12px;line-height:1.5;text-align:left;color:#1f2328;"><a href="${escaped(slots.url)}" target="_blank" style="display: inline-block; padding: 10px 0; color: #15539b">${escaped(slots.label)}</a></div></td></tr>`,
});
