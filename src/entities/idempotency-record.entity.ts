import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from "typeorm";
import { ApiKey } from "./api-key.entity.js";
import { instant } from "./column-transformers.js";
import { Organization } from "./organization.entity.js";

export const IDEMPOTENCY_STATES = ["RUNNING", "UNSURE", "DONE"] as const;
export type IdempotencyState = (typeof IDEMPOTENCY_STATES)[number];

/** One write with an idempotency key, from before its first attempt until the key is forgotten. */
@Entity({ name: "idempotency_record" })
@Unique("uq_idempotency_record_key_hash", ["keyHash"])
@Index("ix_idempotency_record_expires_at", ["expiresAt"])
@Index("ix_idempotency_record_api_key", ["apiKeyId"])
@Index("ix_idempotency_record_organization", ["organizationId"])
export class IdempotencyRecord {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  /** Null for keys of a viewer of the whole server. */
  @Column("varchar", { name: "organization_id", length: 26, nullable: true })
  @ForeignKey(() => Organization, { name: "fk_idempotency_record_organization", onDelete: "CASCADE" })
  organizationId!: string | null;
  @Column("varchar", { name: "api_key_id", length: 26 })
  @ForeignKey(() => ApiKey, { name: "fk_idempotency_record_api_key", onDelete: "CASCADE" })
  apiKeyId!: string;
  /** SHA-256 of the API key's id and the idempotency key. */
  @Column("varchar", { name: "key_hash", length: 64 }) keyHash!: string;
  /** The hash of the mutation and its input, sealed: input may be guessed from a hash that can be read. */
  @Column("text", { name: "request_sealed" }) requestSealed!: string;
  /** UNSURE: an attempt ended and nobody knows whether it did the work. RUNNING with a lease that ended is the same. */
  @Column("varchar", { name: "state", length: 8 }) state!: IdempotencyState;
  /** Whose attempt it is; a random text of each attempt. */
  @Column("varchar", { name: "lease_owner", length: 36 }) leaseOwner!: string;
  @Column("bigint", { name: "lease_until", transformer: instant }) leaseUntil!: Date;
  /** The payload, sealed; null until it is DONE. */
  @Column("text", { name: "outcome_sealed", nullable: true }) outcomeSealed!: string | null;
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "expires_at", transformer: instant }) expiresAt!: Date;
}
