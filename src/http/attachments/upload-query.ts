import { Refusal } from "../refusal.js";

export interface UploadQuery {
  readonly name: string;
  readonly isInline: boolean;
  readonly contentId: string | null;
  readonly size: number | null;
}

const PARAMETERS = ["name", "isInline", "contentId", "size"];

/** The parameters of an upload. What they may hold beyond their form is the service's to say. */
export function uploadQuery(search: string): UploadQuery {
  const given = new URLSearchParams(search);
  for (const parameter of new Set(given.keys())) {
    if (!PARAMETERS.includes(parameter)) {
      throw wrong(parameter.slice(0, 50), `There are the parameters ${PARAMETERS.join(", ")} and no others.`);
    }
    if (given.getAll(parameter).length > 1) throw wrong(parameter, `\`${parameter}\` is given more than once.`);
  }
  const isInline = given.get("isInline") ?? "false";
  if (isInline !== "true" && isInline !== "false") throw wrong("isInline", "`isInline` has to be true or false.");
  const size = given.get("size");
  if (size !== null && !/^\d{1,12}$/.test(size)) throw wrong("size", "`size` has to be a number of bytes.");
  return {
    name: given.get("name") ?? "",
    isInline: isInline === "true",
    contentId: given.get("contentId"),
    size: size === null ? null : Number(size),
  };
}

function wrong(parameter: string, message: string): Refusal {
  return new Refusal(400, "INVALID_INPUT", message, { extensions: { argumentPath: [parameter] } });
}
