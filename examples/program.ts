/** How a script ended, for who calls it from another program. */
export const EXIT = { done: 0, failed: 1, inPart: 2 } as const;

/** Runs a script: its exit code is what it gives, or 1 with one sentence on standard error. */
export async function runScript(script: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await script();
  } catch (error) {
    console.error(error instanceof Error ? sentence(error) : error);
    process.exitCode = EXIT.failed;
  }
}

/** `fetch failed` says nothing; its cause says which address was not to be reached, and why. */
function sentence({ message, cause }: Error): string {
  if (!(cause instanceof Error)) return message;
  return `${message}: ${cause.message || String((cause as NodeJS.ErrnoException).code ?? cause.name)}`;
}
