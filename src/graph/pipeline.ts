export type Send<Request, Response> = (request: Request) => Promise<Response>;

/** One concern on the way of a request: it may change the request, the answer, or send again. */
export interface Policy<Request, Response> {
  readonly name: string;
  send(request: Request, next: Send<Request, Response>): Promise<Response>;
}

/** Chains policies, the first one outermost, in front of `last`. */
export function pipeline<Request, Response>(
  policies: readonly Policy<Request, Response>[],
  last: Send<Request, Response>,
): Send<Request, Response> {
  return policies.reduceRight<Send<Request, Response>>((next, policy) => (request) => policy.send(request, next), last);
}
