/** Where an invitation's link leads. */
export class InvitationLinks {
  constructor(private readonly publicUrl: string) {}

  of(token: string): string {
    return `${this.publicUrl}/invitations/${token}`;
  }
}
