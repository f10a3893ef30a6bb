/** True for an `Accept` value that wants a page at least as much as JSON, as browsers send it for navigation. */
export function prefersHtml(accept: string | undefined): boolean {
  if (accept === undefined) return false;
  let html = 0;
  let json = 0;
  for (const entry of accept.toLowerCase().split(",")) {
    const [type = "", ...parameters] = entry.split(";").map((part) => part.trim());
    const quality = qualityOf(parameters);
    if (type === "text/html") html = Math.max(html, quality);
    if (type.startsWith("application/") && type.endsWith("json")) json = Math.max(json, quality);
  }
  return html > 0 && html >= json;
}

function qualityOf(parameters: readonly string[]): number {
  const q = parameters.find((parameter) => parameter.startsWith("q="));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return Number.isNaN(quality) ? 0 : quality;
}
