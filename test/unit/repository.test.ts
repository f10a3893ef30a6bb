import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

test("the lock file names no download host, so that any registry can serve it", async () => {
  const lock = await readFile("package-lock.json", "utf8");

  expect(lock).not.toMatch(/"resolved"|https?:\/\/[^"]*\.tgz/);
});

test("dependencies are exact, so that two installations are the same", async () => {
  const { dependencies, devDependencies } = JSON.parse(await readFile("package.json", "utf8"));
  const ranges = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(([, v]) => !/^\d/.test(v));

  expect(ranges).toEqual([]);
});
