// Drives a server by the protocol of graphql-sse, in both of its modes, and prints one JSON array: [{name, ok, seen}].
import { createClient } from "graphql-sse";

const url = process.argv[2];
const results = [];

async function check(name, run) {
  try {
    const seen = await run();
    results.push({ name, ok: seen === true, seen: JSON.stringify(seen) });
  } catch (error) {
    results.push({ name, ok: false, seen: String(error?.stack ?? error) });
  }
}

const accept = { accept: "text/event-stream" };
const post = (body, headers = {}) => fetch(url, { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) });

// The events of a stream: comments left out, an event without data keeps an empty text.
async function* events(response) {
  let text = "";
  const decoder = new TextDecoder();
  for await (const part of response.body) {
    text += decoder.decode(part, { stream: true });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      const name = lines.find((line) => line.startsWith("event: "))?.slice(7);
      const data = lines.find((line) => line.startsWith("data:"))?.slice(5).trim();
      if (name) yield { name, data };
    }
  }
}

async function all(response) {
  const seen = [];
  for await (const event of events(response)) seen.push(event);
  return seen;
}

await check("a query is one next and one complete without data", async () => {
  const response = await post({ query: "{ hello }" }, accept);
  const seen = await all(response);
  return (
    (response.status === 200 &&
      response.headers.get("content-type").startsWith("text/event-stream") &&
      response.headers.get("cache-control") === "no-cache" &&
      seen.length === 2 &&
      seen[0].name === "next" &&
      JSON.parse(seen[0].data).data.hello === "Hello, world!" &&
      seen[1].name === "complete" &&
      seen[1].data === "") ||
    seen
  );
});
await check("a query by GET is streamed as well", async () => {
  const response = await fetch(`${url}?query=${encodeURIComponent("{ hello }")}`, { headers: accept });
  return (await all(response))[0].data.includes("Hello") || response.status;
});
await check("a mutation by GET is refused as an event and does not run", async () => {
  const response = await fetch(`${url}?query=${encodeURIComponent("mutation { count }")}`, { headers: accept });
  const seen = await all(response);
  return JSON.parse(seen[0].data).errors[0].extensions.code === "mutation-not-allowed" || seen;
});
await check("what is wrong with an operation is an event", async () => {
  const response = await post({ query: "{ unknown }" }, accept);
  const seen = await all(response);
  return (response.status === 200 && seen.length === 2 && JSON.parse(seen[0].data).errors.length === 1 && seen[1].name === "complete") || seen;
});
await check("what is wrong with a request is a status", async () => {
  const response = await post({ nothing: 1 }, accept);
  return response.status === 400 || response.status;
});
await check("a subscription goes on until the client leaves", async () => {
  const leave = new AbortController();
  const response = await fetch(url, { method: "POST", headers: { "content-type": "application/json", ...accept }, body: JSON.stringify({ query: "subscription { ticks }" }), signal: leave.signal });
  const seen = [];
  for await (const event of events(response)) {
    seen.push(event);
    if (seen.length === 5) break;
  }
  leave.abort();
  return seen.every((event) => event.name === "next") || seen;
});
await check("a subscription that fails without an answer is one masked error and ends", async () => {
  const response = await post({ query: "subscription Broken { ticks }" }, accept);
  const seen = await all(response);
  return (seen.length === 2 && JSON.parse(seen[0].data).errors[0].message === "Internal error." && seen[1].name === "complete") || seen;
});
await check("a subscription as plain JSON is refused", async () => {
  const response = await post({ query: "subscription { ticks }" });
  const body = await response.json();
  return (body.errors?.[0].extensions.code === "operation-not-found" && !("data" in body)) || body;
});
await check("graphql-sse' own client reads both a query and a subscription that ends", async () => {
  const client = createClient({ url, retryAttempts: 0 });
  const answer = [];
  for await (const value of client.iterate({ query: "{ hello }" })) answer.push(value.data.hello);
  const ticks = [];
  for await (const value of client.iterate({ query: "subscription Finite { ticks }" })) ticks.push(value.data.ticks);
  client.dispose();
  return (answer.length === 1 && ticks.length === 3) || { answer, ticks };
});

const header = (token) => ({ "x-graphql-event-stream-token": token });
const reserve = async () => {
  const response = await fetch(url, { method: "PUT" });
  return { status: response.status, type: response.headers.get("content-type"), token: await response.text() };
};

await check("a stream is reserved by PUT with 201 and a token as text", async () => {
  const { status, type, token } = await reserve();
  return (status === 201 && type.startsWith("text/plain") && token.length >= 32) || { status, type, token };
});
await check("an unknown token is 404, to open, to begin and to end", async () => {
  const opened = await fetch(url, { headers: { ...accept, ...header("none") } });
  const begun = await post({ query: "{ hello }", extensions: { operationId: "1" } }, header("none"));
  const ended = await fetch(`${url}?operationId=1`, { method: "DELETE", headers: header("none") });
  const seen = [opened.status, begun.status, ended.status];
  return seen.every((status) => status === 404) || seen;
});
await check("an operation without an id is 400", async () => {
  const { token } = await reserve();
  return (await post({ query: "{ hello }" }, header(token))).status === 400 || false;
});
await check("operations of a reserved stream answer in it, whether they begin before or after it opens", async () => {
  const { token } = await reserve();
  const early = await post({ query: "{ hello }", extensions: { operationId: "early" } }, header(token));
  const stream = await fetch(`${url}?token=${token}`, { headers: accept });
  const late = await post({ query: "{ unknown }", extensions: { operationId: "late" } }, header(token));
  const seen = [];
  for await (const event of events(stream)) {
    seen.push({ name: event.name, ...JSON.parse(event.data) });
    if (seen.length === 4) break;
  }
  const of = (id) => seen.filter((event) => event.id === id).map((event) => event.name).join();
  return (early.status === 202 && late.status === 202 && of("early") === "next,complete" && of("late") === "next,complete" && seen.some((event) => event.payload?.errors)) || seen;
});
await check("an open stream cannot be opened twice, and an id not be used twice", async () => {
  const { token } = await reserve();
  const stream = await fetch(url, { headers: { ...accept, ...header(token) } });
  const second = await fetch(url, { headers: { ...accept, ...header(token) } });
  const one = await post({ query: "subscription { ticks }", extensions: { operationId: "1" } }, header(token));
  const other = await post({ query: "subscription { ticks }", extensions: { operationId: "1" } }, header(token));
  await stream.body.cancel();
  return (second.status === 409 && one.status === 202 && other.status === 409) || [second.status, one.status, other.status];
});
await check("an operation is ended by DELETE: it completes and says nothing more", async () => {
  const { token } = await reserve();
  const stream = await fetch(url, { headers: { ...accept, ...header(token) } });
  await post({ query: "subscription { ticks }", extensions: { operationId: "1" } }, header(token));
  const seen = [];
  let ended;
  for await (const event of events(stream)) {
    seen.push(event.name);
    if (seen.length === 2) {
      ended = await fetch(`${url}?operationId=1`, { method: "DELETE", headers: header(token) });
      await post({ query: "{ hello }", extensions: { operationId: "2" } }, header(token));
    }
    if (event.name === "complete" && JSON.parse(event.data).id === "2") break;
  }
  const after = seen.slice(seen.indexOf("complete") + 1);
  return (ended.status === 200 && after.join() === "next,complete") || seen;
});
await check("graphql-sse' own client reads by a reserved stream", async () => {
  const client = createClient({ url, singleConnection: true, retryAttempts: 0 });
  const answer = [];
  for await (const value of client.iterate({ query: "{ hello }" })) answer.push(value.data.hello);
  const ticks = [];
  for await (const value of client.iterate({ query: "subscription Finite { ticks }" })) ticks.push(value.data.ticks);
  client.dispose();
  return (answer.length === 1 && ticks.length === 3) || { answer, ticks };
});
await check("a token ends with its stream", async () => {
  const { token } = await reserve();
  const stream = await fetch(url, { headers: { ...accept, ...header(token) } });
  await stream.body.cancel();
  for (let turn = 0; turn < 50; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const again = await fetch(url, { headers: { ...accept, ...header(token) } });
    if (again.status === 404) return true;
    await again.body?.cancel();
  }
  return false;
});

console.log(JSON.stringify(results));
process.exit(0);
