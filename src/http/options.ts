import type { HTTPGraphQLRequest, HTTPGraphQLResponse } from "@apollo/server";
import type { AttachmentEndpoint } from "../api/attachment-endpoint.js";
import type { Viewer } from "../auth/viewer.js";
import type { Call } from "../lib/call.js";
import type { Clock } from "../lib/clock.js";
import type { Logger } from "../lib/logger.js";
import type { Secret } from "../lib/secret.js";
import type { ConnectPagesService } from "../services/authorization/connect-pages.service.js";
import type { InvitationPagesService } from "../services/invitations/invitation-pages.service.js";

/** Who asks, and the call their request is; what a resolver's context is made of. */
export interface Caller {
  readonly viewer: Viewer;
  readonly call: Call;
}

/** The part of an Apollo Server that the edge speaks to. It answers every request, failures included. */
export interface GraphqlEndpoint {
  execute(http: HTTPGraphQLRequest, caller: Caller): Promise<HTTPGraphQLResponse>;
}

/** Addresses and limits of the HTTP server. All times are milliseconds. */
export interface HttpConfig {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly bodyLimitBytes: number;
  /** Origins that browsers may call from, exactly as they send them (`https://app.example.com`). Empty: none. */
  readonly corsOrigins: readonly string[];
  /** How long the head of a request may take to arrive. */
  readonly headersTimeoutMs: number;
  /** How long a whole request may take to arrive, and how long an answer may wait for a client that does not read. */
  readonly requestTimeoutMs: number;
  /** How long a connection without a request stays open. */
  readonly keepAliveTimeoutMs: number;
  /** How long one operation may run before its `Call.signal` aborts. */
  readonly deadlineMs: number;
  /** Bodies from this size on are compressed for clients that accept it. Null: never. */
  readonly compressMinBytes: number | null;
  /** How long `close()` waits for answers that are being made. */
  readonly drainMs: number;
}

export interface ExampleOperation {
  readonly name: string;
  readonly document: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What the explorer page is preset with. */
export interface ExplorerOptions {
  /** A whole `Authorization` value. Put into the page only for a browser on this very machine. */
  readonly presetAuthorization?: string;
  readonly examples: readonly ExampleOperation[];
  /** Folder that `scripts/build-explorer.ts` wrote; its place in the build when left out. */
  readonly assetsFolder?: string;
}

export interface Readiness {
  readonly ready: boolean;
  /** One entry a dependency, by a name that may be shown to anyone. */
  readonly checks: Readonly<Record<string, boolean>>;
}

export interface HttpEdgeOptions {
  readonly http: HttpConfig;
  readonly graphql: GraphqlEndpoint;
  /** The viewer behind an `Authorization` value, or null when it names none. Rejects only when it cannot tell. */
  authenticate(authorization: string | undefined): Promise<Viewer | null>;
  readiness(): Promise<Readiness>;
  /** The printed schema. */
  sdl(): string;
  /** Null: no explorer page. */
  readonly explorer: ExplorerOptions | null;
  /** What browsers meet when mailboxes are connected, and where they reach it; left out: no such pages. */
  readonly connect?: {
    readonly pages: ConnectPagesService;
    readonly invitations: InvitationPagesService;
    readonly publicUrl: string;
  };
  /** Files on their way in and out, and the most that one may be; left out: there are no such routes. */
  readonly attachments?: {
    readonly endpoint: AttachmentEndpoint;
    readonly maxBytes: number;
    readonly deadlineMs: number;
  };
  /** Numbers for the operator, and the token that opens them; left out: there is no such page. */
  readonly metrics?: { readonly token: Secret; text(): Promise<string> };
  readonly log: Logger;
  readonly clock: Clock;
}

export interface HttpEdge {
  /** Resolves when connections are accepted; rejects when the address cannot be had. */
  listen(): Promise<{ url: string; port: number }>;
  /** Stops accepting, lets answers in flight finish for `drainMs`, then cuts. Further calls wait for the first. */
  close(): Promise<void>;
}
