// Drives a server by the protocol of graphql-transport-ws and prints one JSON array: [{name, ok, seen}].
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const url = process.argv[2].replace("http", "ws");
const results = [];

async function check(name, run) {
  try {
    const seen = await run();
    results.push({ name, ok: seen === true, seen: JSON.stringify(seen) });
  } catch (error) {
    results.push({ name, ok: false, seen: String(error?.stack ?? error) });
  }
}

// A socket whose messages and close are awaited one by one.
function open(protocol = "graphql-transport-ws", options = {}) {
  const socket = new WebSocket(url, protocol, options);
  const events = [];
  const waiting = [];
  const push = (event) => (waiting.length ? waiting.shift()(event) : events.push(event));
  socket.on("message", (data) => push(JSON.parse(data)));
  socket.on("close", (code, reason) => push({ closed: code, reason: String(reason) }));
  socket.on("error", (error) => push({ failed: error.message }));
  const next = (ms = 8000) =>
    events.length
      ? Promise.resolve(events.shift())
      : new Promise((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error("nothing came")), ms);
          waiting.push((event) => {
            clearTimeout(timer);
            resolve(event);
          });
        });
  const quiet = (ms) => new Promise((resolve) => setTimeout(() => resolve(events.length === 0), ms));
  const send = (message) => socket.send(typeof message === "string" ? message : JSON.stringify(message));
  const ready = new Promise((resolve) => socket.on("open", resolve));
  return { socket, next, quiet, send, ready };
}

async function acknowledged() {
  const connection = open();
  await connection.ready;
  connection.send({ type: "connection_init" });
  const ack = await connection.next();
  if (ack.type !== "connection_ack") throw new Error(JSON.stringify(ack));
  return connection;
}

const subscribe = (id, query, more = {}) => ({ id, type: "subscribe", payload: { query, ...more } });
const closedBy = async (connection, code) => {
  const event = await connection.next();
  return event.closed === code || event;
};

await check("a client that does not begin in time is closed with 4408", async () => {
  const connection = open();
  return closedBy(connection, 4408);
});
await check("a second beginning is closed with 4429", async () => {
  const connection = await acknowledged();
  connection.send({ type: "connection_init" });
  return closedBy(connection, 4429);
});
await check("an operation before the acknowledgement is closed with 4401", async () => {
  const connection = open();
  await connection.ready;
  connection.send(subscribe("1", "{ hello }"));
  return closedBy(connection, 4401);
});
await check("another subprotocol is closed with 4406", async () => closedBy(open("graphql-ws"), 4406));
for (const [name, message] of [
  ["no JSON", "nonsense"],
  ["no object", "[]"],
  ["an unknown type", { type: "start" }],
  ["no type", { id: "1" }],
  ["an operation without an id", { type: "subscribe", payload: { query: "{ hello }" } }],
  ["an operation with an empty id", subscribe("", "{ hello }")],
  ["an operation without a payload", { id: "1", type: "subscribe" }],
  ["an operation without a query", { id: "1", type: "subscribe", payload: {} }],
  ["variables that are a list", subscribe("1", "{ hello }", { variables: [1] })],
  ["a ping with a payload that is no object", { type: "ping", payload: 1 }],
])
  await check(`${name} is closed with 4400`, async () => {
    const connection = await acknowledged();
    connection.send(message);
    return closedBy(connection, 4400);
  });
await check("bytes in place of text are closed with 4400", async () => {
  const connection = await acknowledged();
  connection.socket.send(Buffer.from('{"type":"ping"}'), { binary: true });
  return closedBy(connection, 4400);
});
await check("a message that is too large is closed with 1009", async () => {
  const connection = await acknowledged();
  connection.send(subscribe("1", `{ hello } # ${"x".repeat(300_000)}`));
  return closedBy(connection, 1009);
});
await check("an id that runs already is closed with 4409, with a reason of at most 123 bytes", async () => {
  const connection = await acknowledged();
  const id = "产".repeat(60);
  connection.send(subscribe(id, "subscription { ticks }"));
  await connection.next();
  connection.send(subscribe(id, "subscription { ticks }"));
  for (;;) {
    const event = await connection.next();
    if (event.closed) return (event.closed === 4409 && Buffer.byteLength(event.reason) <= 123 && event.reason.startsWith("Subscriber for 产")) || event;
  }
});
await check("a ping is answered with its payload, before the beginning too", async () => {
  const connection = open();
  await connection.ready;
  connection.send({ type: "ping", payload: { at: 7 } });
  const early = await connection.next();
  connection.send({ type: "connection_init", payload: { any: "thing" } });
  await connection.next();
  connection.send({ type: "ping" });
  const late = await connection.next();
  connection.socket.close();
  return (early.type === "pong" && early.payload.at === 7 && late.type === "pong" && !("payload" in late)) || { early, late };
});
await check("a query is one next and one complete", async () => {
  const connection = await acknowledged();
  connection.send(subscribe("q", "query ($n: String) { hello(name: $n) }", { variables: { n: "产销客" } }));
  const next = await connection.next();
  const complete = await connection.next();
  connection.socket.close();
  return (next.type === "next" && next.payload.data.hello === "Hello, 产销客!" && complete.type === "complete" && complete.id === "q") || { next, complete };
});
await check("an operation that is refused is one error without a complete, and its id is free again", async () => {
  const connection = await acknowledged();
  connection.send(subscribe("x", "{ unknown }"));
  const error = await connection.next();
  const isQuiet = await connection.quiet(200);
  connection.send(subscribe("x", "{ hello }"));
  const next = await connection.next();
  connection.socket.close();
  return (error.type === "error" && Array.isArray(error.payload) && isQuiet && next.type === "next") || { error, isQuiet, next };
});
await check("after a client's complete nothing comes, not even an echo, and its id is free again", async () => {
  const connection = await acknowledged();
  connection.send(subscribe("s", "subscription { ticks }"));
  await connection.next();
  connection.send({ id: "s", type: "complete" });
  await new Promise((resolve) => setTimeout(resolve, 100));
  while (!(await connection.quiet(0))) await connection.next();
  const isQuiet = await connection.quiet(300);
  connection.send(subscribe("s", "{ hello }"));
  const next = await connection.next();
  const complete = await connection.next();
  connection.socket.close();
  return (isQuiet && next.payload?.data?.hello && complete.type === "complete") ? true : { isQuiet, next, complete };
});
await check("operations of one socket run beside each other", async () => {
  const connection = await acknowledged();
  connection.send(subscribe("a", "subscription { ticks }"));
  connection.send(subscribe("b", "subscription { ticks }"));
  const seen = [];
  while (seen.length < 8) seen.push((await connection.next()).id);
  connection.socket.close();
  const turns = seen.filter((id, index) => index > 0 && id !== seen[index - 1]).length;
  return (seen.includes("a") && seen.includes("b") && turns > 1) || seen;
});
await check("the operation after the last allowed one is refused, the others go on", async () => {
  const connection = await acknowledged();
  for (let index = 0; index < 51; index++) connection.send(subscribe(String(index), "subscription { ticks }"));
  for (;;) {
    const event = await connection.next();
    if (event.type === "error") {
      connection.socket.close();
      return (event.id === "50" && event.payload[0].extensions.code === "limit-exceeded") || event;
    }
  }
});
await check("a subscription that fails without an answer is one masked error, and its id is free again", async () => {
  const connection = await acknowledged();
  connection.send(subscribe("f", "subscription Broken { ticks }"));
  const error = await connection.next();
  connection.send(subscribe("f", "{ hello }"));
  const next = await connection.next();
  connection.socket.close();
  return (error.type === "error" && error.payload[0].message === "Internal error." && error.payload[0].extensions.code === "internal-error" && next.type === "next") || { error, next };
});
await check("a page of another origin is turned away", async () => {
  const connection = open("graphql-transport-ws", { origin: "http://elsewhere.example" });
  const event = await connection.next();
  return (event.failed ?? "").includes("403") || event;
});
await check("graphql-ws' own client completes a query, reads a subscription and is told of errors", async () => {
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  const answer = await new Promise((resolve, reject) => {
    let last;
    client.subscribe({ query: "{ hello }" }, { next: (value) => (last = value), error: reject, complete: () => resolve(last) });
  });
  const ticks = [];
  for await (const value of client.iterate({ query: "subscription Finite { ticks }" })) ticks.push(value.data.ticks);
  const errors = await new Promise((resolve) => client.subscribe({ query: "{ nothing }" }, { next() {}, error: resolve, complete() {} }));
  await client.dispose();
  return (answer.data.hello === "Hello, world!" && ticks.join() === [...ticks].sort((a, b) => a - b).join() && ticks.length === 3 && errors[0].message.includes("nothing")) || { answer, ticks, errors };
});

console.log(JSON.stringify(results));
process.exit(0);
