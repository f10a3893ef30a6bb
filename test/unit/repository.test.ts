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

test("the lock file holds the packages of every platform, without which npm ci refuses", async () => {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const locked = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies));

  expect(wanted.length).toBeGreaterThan(20);
  expect(wanted.filter((name) => !locked.has(name))).toEqual([]);
});
