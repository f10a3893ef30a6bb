import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadOrCreateKeyFile } from "../../../src/auth/key-file.js";
import { createSealedBox } from "../../../src/lib/sealed-box.js";

let folder: string;
let path: string;

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "gateway-key-")), "data");
  path = join(folder, "sealing.key");
});
afterEach(() => rm(join(folder, ".."), { recursive: true, force: true }));

test("the key is made once, for its owner only, and read back ever after", async () => {
  const made = createSealedBox(await loadOrCreateKeyFile(folder));
  const read = createSealedBox(await loadOrCreateKeyFile(folder));

  expect(read.open(made.seal("text", "row"), "row")).toBe("text");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect(await readdir(folder)).toEqual(["sealing.key"]);
});

test("ten that start at once all get the same key and leave nothing else behind", async () => {
  const all = await Promise.all(Array.from({ length: 10 }, () => loadOrCreateKeyFile(folder)));

  expect(new Set(all.map(([key]) => key?.key.export().toString("hex"))).size).toBe(1);
  expect(await readdir(folder)).toEqual(["sealing.key"]);
});

test("two folders never get the same key", async () => {
  const [one] = await loadOrCreateKeyFile(folder);
  const [two] = await loadOrCreateKeyFile(join(folder, "other"));

  expect(one?.id).not.toBe(two?.id);
  expect(one?.key.export()).not.toEqual(two?.key.export());
});

test.each([0o640, 0o604, 0o660, 0o644])("a key file with the mode %o is refused with what to do", async (mode) => {
  await loadOrCreateKeyFile(folder);
  await chmod(path, mode);

  await expect(loadOrCreateKeyFile(folder)).rejects.toThrow(`mode ${mode.toString(8)}). Run "chmod 600"`);
});

test("a key file that holds something else is refused, is left alone and is not quoted", async () => {
  await loadOrCreateKeyFile(folder);
  await writeFile(path, "my:precious-words");

  const error: Error = await loadOrCreateKeyFile(folder).then(
    () => new Error("accepted"),
    (e) => e,
  );

  expect(error.message).toMatch(/cannot be used.*"my" has \d+ bytes/);
  expect(error.message).not.toContain("precious");
  expect(await readFile(path, "utf8")).toBe("my:precious-words");
});
