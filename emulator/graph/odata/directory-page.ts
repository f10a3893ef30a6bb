import type { HttpAnswer } from "../../core/http-message.js";
import type { GraphCall } from "../graph-call.js";
import { badRequest } from "../graph-failure.js";
import { isEventual } from "../users/advanced-queries.js";
import { contextUrl, nextLink } from "./answers.js";

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 999;

/**
 * A page of a list of the directory, which pages by `$skiptoken`; here that is the id of the last item of the page before.
 * Source: "List groups", default and maximum page sizes.
 */
export function directoryPageAnswer<T extends { readonly id: string }>(
  call: GraphCall,
  all: readonly T[],
  path: string,
  names: readonly string[],
  render: (item: T) => object,
): HttpAnswer {
  const { options } = call;
  if (options.skip !== undefined) throw badRequest("'$skip' is not supported by the service.");
  const size = options.top ?? DEFAULT_PAGE;
  if (size < 1 || size > LARGEST_PAGE)
    throw badRequest(`Invalid page size specified: '${size}'. Must be between 1 and 999 inclusive.`);
  const { skipToken } = options;
  const from = skipToken === undefined ? 0 : all.findIndex(({ id }) => tokenOf(id) === skipToken) + 1;
  if (skipToken !== undefined && from === 0) throw badRequest("Skip token is not valid.");
  const page = all.slice(from, from + size);
  const last = page.at(-1);
  return {
    status: 200,
    headers: {},
    json: {
      "@odata.context": contextUrl(call, path, names, ""),
      ...(options.count && isEventual(call) ? { "@odata.count": all.length } : {}),
      ...(last !== undefined && from + size < all.length
        ? { "@odata.nextLink": nextLink(call, "skiptoken", tokenOf(last.id)) }
        : {}),
      value: page.map(render),
    },
  };
}

function tokenOf(id: string): string {
  return `RFNwdAI${Buffer.from(id).toString("base64url")}`;
}
