import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant } from "./column-transformers.js";
import { Organization } from "./organization.entity.js";

/** That an organization asked for a mail or a link, for counting how many it asks for. */
@Entity({ name: "invitation_issue" })
@Index("ix_invitation_issue_organization", ["organizationId", "issuedAt"])
export class InvitationIssue {
  @PrimaryColumn("varchar", { name: "id", length: 26 }) id!: string;
  @Column("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_invitation_issue_organization", onDelete: "CASCADE" })
  organizationId!: string;
  @Column("bigint", { name: "issued_at", transformer: instant }) issuedAt!: Date;
}
