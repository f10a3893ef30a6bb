import { Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { instant } from "./column-transformers.js";
import { Organization } from "./organization.entity.js";

/** How many people an organization's writes had Microsoft mail in one minute. */
@Entity({ name: "meeting_mail" })
export class MeetingMail {
  @PrimaryColumn("varchar", { name: "organization_id", length: 26 })
  @ForeignKey(() => Organization, { name: "fk_meeting_mail_organization", onDelete: "CASCADE" })
  organizationId!: string;
  /** The minute's beginning. */
  @PrimaryColumn("bigint", { name: "minute", transformer: instant }) minute!: Date;
  @Column("integer", { name: "recipients" }) recipients!: number;
}
