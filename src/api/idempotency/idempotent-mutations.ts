import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLResolveInfo, type GraphQLSchema } from "graphql";
import { AppError } from "../../lib/app-error.js";
import type { Call } from "../../lib/call.js";
import { kindOfGlobalId, mailboxObjectGlobalId, parseAttachmentGlobalId } from "../../resolvers/common/global-id.js";
import { payloadErrorsOf } from "../../resolvers/common/payload.js";
import type { RequestContext } from "../../resolvers/common/request-context.js";
import { ConflictErrorType, type UserErrorType } from "../../resolvers/common/user-error.type.js";
import type { IdempotencyService } from "../../services/idempotency/idempotency.service.js";
import { theKey } from "../../services/idempotency/idempotency-key.js";
import { collectFields } from "../limits/collect-fields.js";
import { IDEMPOTENCY_KEY } from "./idempotency-key-field.js";
import { SHOWN_ONCE } from "./shown-once.js";

type Input = Readonly<Record<string, unknown>>;
/** What every mutation answers; a test of the schema demands it. */
interface Payload {
  readonly errors: readonly UserErrorType[];
}
type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

/**
 * Makes every mutation one that an idempotency key makes safe to repeat. It wraps the fields themselves, so no mutation
 * has to know; what a write needs of its attempt is in `call.write`.
 */
export function makeMutationsIdempotent(schema: GraphQLSchema, idempotency: IdempotencyService): void {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    const { name, resolve = defaultFieldResolver as Resolve } = field;
    const shownOnce = new Set(SHOWN_ONCE[name] ?? []);
    field.resolve = async (root, args: { readonly input?: Input }, context: RequestContext, info) => {
      const { [IDEMPOTENCY_KEY]: ofInput, ...input } = args.input ?? {};
      const work = async (call: Call): Promise<object> => {
        const payload: unknown = await resolve(root, { ...args, input }, { ...context, call }, info);
        return withSubject(payload as Payload, input.id);
      };
      try {
        const key = keyOf(ofInput as string | null | undefined, context, info);
        // What only looks writes nothing that could be done twice.
        if (key === undefined || input.dryRun === true) return await work(context.call);
        const write = { mutation: name, key, input, shownOnce };
        return await idempotency.run(context.viewer, write, context.call, work);
      } catch (error) {
        return { errors: payloadErrorsOf(error) };
      }
    };
  }
}

/** Conflicts learn what they are about, so that their `current` can be read: an attachment's version is its event's. */
function withSubject(payload: Payload, id: unknown): Payload {
  if (typeof id !== "string") return payload;
  for (const error of payload.errors) {
    if (error instanceof ConflictErrorType) Object.assign(error, { subjectId: versionedIdOf(id) });
  }
  return payload;
}

function versionedIdOf(id: string): string {
  if (kindOfGlobalId(id) !== "Attachment") return id;
  const { mailboxId, eventGraphId: graphId } = parseAttachmentGlobalId(id);
  return mailboxObjectGlobalId("Event", { mailboxId, graphId });
}

function keyOf(
  ofInput: string | null | undefined,
  { call }: RequestContext,
  info: GraphQLResolveInfo,
): string | undefined {
  const { idempotencyKey: header } = call;
  if (header !== undefined && countMutations(info) !== 1) {
    throw new AppError(
      "INVALID_INPUT",
      "The header Idempotency-Key is for requests with one mutation. Give each mutation its own `idempotencyKey` instead.",
      { path: [IDEMPOTENCY_KEY] },
    );
  }
  return theKey(ofInput, header);
}

/** How many mutations a request does, however its fields are written down. */
function countMutations({ schema, operation, parentType, fragments, variableValues }: GraphQLResolveInfo): number {
  const facts = {
    schema,
    fragments: new Map(Object.entries(fragments)),
    variables: variableValues,
    onSelection: () => {},
  };
  const fields = collectFields(facts, parentType, [operation.selectionSet]);
  return fields.filter(({ nodes: [node] }) => !node.name.value.startsWith("__")).length;
}
