import type { Client } from "@microsoft/microsoft-graph-client";
import { GraphError } from "@microsoft/microsoft-graph-client";

/** Remembers what stories created, so that a real tenant is left as it was found. */
export class Tidy {
  readonly #paths: string[] = [];

  /** Takes note of something to delete, by its path below the version. */
  later(path: string): void {
    this.#paths.push(path);
  }

  /** Deletes what is still there, latest first. */
  async run(client: Client): Promise<void> {
    for (const path of this.#paths.splice(0).reverse()) {
      await client
        .api(path)
        .delete()
        .catch((error: unknown) => {
          if (!(error instanceof GraphError) || error.statusCode !== 404) throw error;
        });
    }
  }
}
