// @vitest-environment jsdom
import { flushSync } from "svelte";
import { afterEach, expect, it, vi } from "vitest";
import { liveQuery, type LiveQuery } from "./live-query.svelte";
import type { Operation } from "./operation";

interface Region {
  region: string;
}

const operation: Operation<Region, Region> = { name: "Echo", text: "query Echo { region }" };
let answers: ((region: string) => void)[] = [];
let stop: (() => void) | undefined;

afterEach(() => {
  stop?.();
  answers = [];
  vi.unstubAllGlobals();
});

it("drops the answer of an outdated question, even when it comes last", async () => {
  let region = $state("South");
  const query = asking(() => ({ region }));
  region = "North";
  flushSync();
  answer(1, "North");
  answer(0, "South");
  await vi.waitFor(() => {
    expect(query.answer?.data.region).toBe("North");
  });
  await Promise.resolve();
  expect(query.answer?.data.region).toBe("North");
  expect(query.isLoading).toBe(false);
});

it("keeps the last answer readable while the next one is under way", async () => {
  let region = $state("South");
  const query = asking(() => ({ region }));
  answer(0, "South");
  await vi.waitFor(() => {
    expect(query.isLoading).toBe(false);
  });
  region = "North";
  flushSync();
  expect(query.isLoading).toBe(true);
  expect(query.answer?.data.region).toBe("South");
});

it("asks once for variables that are new but equal", () => {
  let region = $state({ name: "South" });
  asking(() => ({ region: region.name }));
  region = { name: "South" };
  flushSync();
  expect(answers).toHaveLength(1);
});

/** Starts a query whose questions wait until they are answered by hand. */
function asking(variables: () => Region): LiveQuery<Region> {
  vi.stubGlobal(
    "fetch",
    () =>
      new Promise((resolve) => {
        answers.push((region) => {
          resolve(new Response(JSON.stringify({ data: { region } })));
        });
      }),
  );
  let query: LiveQuery<Region> | undefined;
  stop = $effect.root(() => {
    query = liveQuery(operation, variables, () => "en");
  });
  flushSync();
  if (!query) throw new Error("the effect has not run");
  return query;
}

function answer(question: number, region: string): void {
  answers[question]?.(region);
}
