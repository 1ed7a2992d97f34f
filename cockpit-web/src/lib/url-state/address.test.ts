// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from "vitest";
import { Address } from "./address.svelte";

let address: Address;
let stop: () => void;

beforeEach(() => {
  window.history.replaceState(null, "", "/");
  address = new Address(window);
  stop = address.follow();
});

afterEach(() => {
  stop();
});

it("follows the back button", async () => {
  address.go("?region=A");
  address.go("?region=B");
  const returned = new Promise((resolve) => {
    window.addEventListener("popstate", resolve, { once: true });
  });
  window.history.back();
  await returned;
  expect(address.search).toBe("?region=A");
});

it("adds no step for the place it is at, nor for an amendment", () => {
  const steps = window.history.length;
  address.go("");
  address.amend("?lang=en");
  address.go("?lang=en");
  expect(window.history.length).toBe(steps);
  expect(address.search).toBe("?lang=en");
});
