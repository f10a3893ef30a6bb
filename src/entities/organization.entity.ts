import { Column, Entity, PrimaryColumn, Unique, VersionColumn } from "typeorm";
import { instant, json, lowerCase } from "./column-transformers.js";

/** A customer of the server: everything else belongs to exactly one organization. */
@Entity({ name: "organization" })
@Unique("uq_organization_slug", ["slug"])
export class Organization {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "name", length: 200 }) name!: string;
  /** Lower-case short name, unique on the server. */
  @Column("varchar", { name: "slug", length: 100, transformer: lowerCase }) slug!: string;
  /** Domains of the organization's mail addresses. */
  @Column("text", { name: "email_domains", transformer: json }) emailDomains!: string[];
  @Column("bigint", { name: "created_at", transformer: instant }) createdAt!: Date;
  @Column("bigint", { name: "updated_at", transformer: instant }) updatedAt!: Date;
  @VersionColumn({ type: "integer", name: "row_version" }) rowVersion!: number;
}
