const endpoint = "/graphql";
const signal = "subscription { dataVersion }";

const heard = $state({ changes: 0 });

/** How many changes of the server's data were heard of; whoever reads it while asking asks again after the next. */
export function dataChanges(): number {
  return heard.changes;
}

/**
 * Listens to the server until the returned function is called. The browser connects again by itself; what changed while it was away counts as one change.
 * Without server-sent events nothing is heard, and the page is as fresh as its last question.
 */
export function followData(): () => void {
  if (typeof EventSource === "undefined") return () => undefined;
  let known: number | null = null;
  const source = new EventSource(`${endpoint}?query=${encodeURIComponent(signal)}`);
  source.addEventListener("next", (event: MessageEvent<string>) => {
    const { data } = JSON.parse(event.data) as { data?: { dataVersion: number } | null };
    if (!data) return;
    if (known !== null && known !== data.dataVersion) heard.changes += 1;
    known = data.dataVersion;
  });
  source.addEventListener("complete", () => {
    source.close();
  });
  return () => {
    source.close();
  };
}
