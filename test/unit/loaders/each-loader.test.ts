import { describe, expect, test } from "vitest";
import { eachLoader } from "../../../src/loaders/each-loader.js";

const sameKey = (key: string) => key;

describe("a loader that answers each key as soon as it is known", () => {
  test("asks all keys together, and lets none wait for another's answer", async () => {
    const asked: (readonly string[])[] = [];
    let finishSlow = (_: string) => {};
    const slow = new Promise<string>((resolve) => {
      finishSlow = resolve;
    });
    const loader = eachLoader("test", sameKey, async (keys) => {
      asked.push(keys);
      return keys.map((key) => (key === "slow" ? slow : Promise.resolve(`${key}!`)));
    });
    const pending = loader.load("slow");

    expect(await loader.load("quick")).toBe("quick!");
    expect(asked).toEqual([["slow", "quick"]]);
    finishSlow("at last");
    expect(await pending).toBe("at last");
  });

  test("rejects a key whose outcome is an error, and no other", async () => {
    const failure = new Error("gone");
    const loader = eachLoader<string, string>("test", sameKey, async (keys) =>
      keys.map((key) => Promise.resolve(key === "bad" ? failure : key)),
    );
    const answers = await Promise.allSettled([loader.load("bad"), loader.load("good")]);

    expect(answers).toEqual([
      { status: "rejected", reason: failure },
      { status: "fulfilled", value: "good" },
    ]);
  });

  test("rejects every key when nothing could be asked", async () => {
    const loader = eachLoader<string, string>("test", sameKey, async () => {
      throw new Error("closed");
    });

    await expect(Promise.all([loader.load("a"), loader.load("b")])).rejects.toThrow("closed");
  });
});
