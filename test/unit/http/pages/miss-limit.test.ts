import { expect, test } from "vitest";
import { MissLimit } from "../../../../src/http/pages/miss-limit.js";

let now = 1_800_000_000_000;
const limit = () => new MissLimit({ now: () => now });
const misses = (of: MissLimit, address: string, count: number) =>
  Array.from({ length: count }, () => of.miss(address)).filter((answer) => answer !== null);

test("thirty misses a minute are free; then the wait is told, and that it is new once", () => {
  const one = limit();

  expect(misses(one, "192.0.2.1", 30)).toEqual([]);
  expect(misses(one, "192.0.2.1", 2)).toEqual([
    { waitSeconds: 60, isFirst: true },
    { waitSeconds: 60, isFirst: false },
  ]);
  now += 59_500;
  expect(one.miss("192.0.2.1")).toEqual({ waitSeconds: 1, isFirst: false });
  now += 500;
  expect(one.miss("192.0.2.1")).toBeNull();
});

test("networks are counted apart: an IPv4 address however it is written, an IPv6 network of 64 bits", () => {
  const one = limit();

  expect(misses(one, "192.0.2.1", 30).length + misses(one, "192.0.2.2", 30).length).toBe(0);
  expect(misses(one, "::ffff:192.0.2.1", 1)).toHaveLength(1);
  expect(misses(one, "2001:db8:1:2::1", 30)).toEqual([]);
  expect(misses(one, "2001:db8:1:2:ffff::9", 1)).toHaveLength(1);
  expect(misses(one, "2001:db8:1:3::1", 1)).toEqual([]);
  expect(misses(one, "2001:db8::1", 30)).toEqual([]);
  expect(misses(one, "2001:db8::2:3", 1)).toHaveLength(1);
});
