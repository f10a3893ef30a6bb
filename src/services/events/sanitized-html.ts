import sanitize from "sanitize-html";

export interface SanitizeOptions {
  /** Whether images of other servers stay; their owners learn who reads, and when. */
  readonly remoteImages: boolean;
}

/** What texts of mails and meetings are made of. Nothing here runs, embeds, asks for input or styles the page around it. */
const TAGS =
  "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
    " ",
  );

const COLOR = /^(#[\da-f]{3,8}|[a-z]{3,24}|rgba?\([\d\s.,%]{1,40}\))$/i;
const LENGTH = /^-?\d{1,4}(\.\d{1,4})?(px|pt|em|rem|%|in|cm|mm)?$/i;
const WORD = /^[a-z-]{1,24}$/i;

/** Values are names, colours and lengths: nothing that loads an address or leaves its place. */
const STYLES = {
  color: [COLOR],
  background: [COLOR],
  "background-color": [COLOR],
  "font-family": [/^[\w\s,'"-]{1,200}$/],
  "font-size": [LENGTH, WORD],
  "font-style": [WORD],
  "font-weight": [/^(\d{3}|[a-z]{1,10})$/i],
  "text-align": [WORD],
  "text-decoration": [WORD],
  "text-indent": [LENGTH],
  "line-height": [LENGTH, WORD],
  "margin-left": [LENGTH],
  "padding-left": [LENGTH],
  "vertical-align": [WORD],
  "white-space": [WORD],
  width: [LENGTH],
};

/**
 * HTML that can be put into a page: allowed tags, attributes and styles only; links to http, https, mailto and tel that open
 * apart and tell nothing of the page; images of the event's own attachments, and of other servers only where that is wished.
 */
export function sanitizedHtml(html: string, { remoteImages }: SanitizeOptions): string {
  const kind = remoteImages ? "withRemoteImages" : "withoutRemoteImages";
  made[kind] ??= optionsFor(remoteImages ? ["cid", "http", "https"] : ["cid"]);
  return sanitize(html, made[kind]);
}

/** Made for the first text, because the package is loaded for it. */
const made: { withRemoteImages?: sanitize.IOptions; withoutRemoteImages?: sanitize.IOptions } = {};

function optionsFor(imageSchemes: string[]): sanitize.IOptions {
  return {
    allowedTags: TAGS,
    allowedAttributes: {
      "*": ["style", "title", "dir", "lang"],
      a: ["href", "name", "rel", "target"],
      img: ["src", "alt", "width", "height"],
      ol: ["start", "type", "reversed"],
      td: ["colspan", "rowspan", "align", "valign", "width"],
      th: ["colspan", "rowspan", "align", "valign", "width", "scope"],
      table: ["border", "cellpadding", "cellspacing", "width"],
      time: ["datetime"],
    },
    allowedStyles: { "*": STYLES },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: imageSchemes },
    allowedSchemesAppliedToAttributes: ["href", "src", "cite"],
    allowProtocolRelative: false,
    disallowedTagsMode: "discard",
    nonTextTags: ["script", "style", "textarea", "option", "noscript", "title", "head", "template", "svg", "math"],
    exclusiveFilter: ({ tag, attribs }) => tag === "img" && !isImageAllowed(attribs.src, imageSchemes),
    transformTags: { a: sanitize.simpleTransform("a", { rel: "noopener noreferrer nofollow", target: "_blank" }) },
  };
}

/** An image without an allowed address is left out altogether; relative addresses are of nobody's page. */
function isImageAllowed(source: string | undefined, schemes: readonly string[]): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(source ?? "")?.[1]?.toLowerCase();
  return scheme !== undefined && schemes.includes(scheme);
}
