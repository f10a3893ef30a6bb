import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { describe, expect } from "vitest";

const CHROMIUM = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
/** Only on somebody's own machine may there be none. */
const isMissing = !existsSync(CHROMIUM) && process.env.CI === undefined;

/** Tests that need a browser; skipped, and said so, where there is none. */
export function describeInChromium(name: string, tests: () => void): void {
  describe.skipIf(isMissing)(`${name} in Chromium${isMissing ? ` (skipped: no ${CHROMIUM})` : ""}`, tests);
}

export interface TestChromium {
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** A browser with a profile of its own, removed with it. */
export async function launchChromium(): Promise<TestChromium> {
  const profile = await mkdtemp(join(tmpdir(), "gateway-chromium-"));
  const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS });
  return {
    context,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** As on a phone and as on a desk, in light and in dark: kept as pictures, and nothing may stick out sideways. */
export async function lookAt(page: Page, path: string): Promise<void> {
  for (const [kind, width, colorScheme] of [
    ["desk-light", 1100, "light"],
    ["desk-dark", 1100, "dark"],
    ["phone", 360, "light"],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${path}-${kind}.png`, fullPage: true });
    expect(await page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).toBe(true);
  }
  expect(await page.getByRole("main").count()).toBe(1);
  expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
}
