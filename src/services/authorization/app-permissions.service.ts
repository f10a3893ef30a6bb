import type { AppTokenSource } from "../../auth/app-token-source.js";

/** What is known of applications' own permissions without asking anybody. */
export class AppPermissionsService {
  constructor(private readonly tokens: AppTokenSource) {}

  /**
   * The application permissions that the connection's token shows; null while this process holds none, or none that can be
   * read. Its caller has seen the connection.
   */
  shownOf(connectionId: string): readonly string[] | null {
    return this.tokens.rolesShown(connectionId);
  }
}
