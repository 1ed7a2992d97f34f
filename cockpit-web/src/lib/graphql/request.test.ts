import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import type { Operation } from "./operation";
import { request } from "./request";

const operation: Operation<{ revenue: number | null }, { region: string }> = { name: "Revenue", text: "query Revenue { revenue }" };
let server: Server | undefined;

afterEach(() => {
  server?.close();
  vi.unstubAllGlobals();
});

it("asks by GET, so that the browser can keep the answer", async () => {
  let method: string | undefined;
  let asked = new URLSearchParams();
  let language: string | undefined;
  await serve((incoming, outgoing) => {
    method = incoming.method;
    language = incoming.headers["accept-language"];
    asked = new URL(incoming.url ?? "", "http://localhost").searchParams;
    outgoing.end('{"data":{"revenue":0}}');
  });
  const answer = await request(operation, { region: "华东" }, "zh-CN");
  expect(answer.data).toEqual({ revenue: 0 });
  expect(method).toBe("GET");
  expect(language).toBe("zh-CN");
  expect(asked.get("query")).toBe(operation.text);
  expect(asked.get("operationName")).toBe("Revenue");
  expect(JSON.parse(asked.get("variables") ?? "")).toEqual({ region: "华东" });
});

it("posts a question that is too long for an address, as the GraphQL over HTTP standard says", async () => {
  let received = "";
  let type: string | undefined;
  let language: string | undefined;
  await serve((incoming, outgoing) => {
    type = incoming.headers["content-type"];
    language = incoming.headers["accept-language"];
    incoming.on("data", (chunk: Buffer) => (received += chunk.toString()));
    incoming.on("end", () => outgoing.end('{"data":{"revenue":0}}'));
  });
  const region = "华东".repeat(500);
  const answer = await request(operation, { region }, "zh-CN");
  expect(answer.data).toEqual({ revenue: 0 });
  expect(type).toBe("application/json");
  expect(language).toBe("zh-CN");
  expect(JSON.parse(received)).toEqual({ query: operation.text, operationName: "Revenue", variables: { region } });
});

it("keeps the data of an answer some fields of which failed", async () => {
  await serve((_, outgoing) => outgoing.end('{"data":{"revenue":null},"errors":[{"message":"too few","path":["revenue"]}]}'));
  const answer = await request(operation, { region: "" }, "en");
  expect(answer.data.revenue).toBeNull();
  expect(answer.errors[0]?.path).toEqual(["revenue"]);
});

it("tells a refusal with the server's own words", async () => {
  await serve((_, outgoing) => outgoing.writeHead(400).end('{"errors":[{"message":"Cannot query field \\"x\\""}]}'));
  await expect(request(operation, { region: "" }, "en")).rejects.toMatchObject({ kind: "refused", message: 'Cannot query field "x"' });
});

it("calls an answer that is no GraphQL unreachable, since a proxy stands between", async () => {
  await serve((_, outgoing) => outgoing.writeHead(502).end("<html>Bad gateway</html>"));
  await expect(request(operation, { region: "" }, "en")).rejects.toMatchObject({ kind: "unreachable", message: "HTTP 502" });
});

it("calls a closed port unreachable", async () => {
  await serve(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  await expect(request(operation, { region: "" }, "en")).rejects.toMatchObject({ kind: "unreachable" });
});

it("stops without a failure once nobody waits for the answer", async () => {
  await serve(() => undefined);
  const controller = new AbortController();
  const answer = request(operation, { region: "" }, "en", controller.signal);
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: "AbortError" });
});

async function serve(answer: (incoming: IncomingMessage, outgoing: ServerResponse) => unknown): Promise<void> {
  const listening = createServer((incoming, outgoing) => {
    answer(incoming, outgoing);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  const real = globalThis.fetch;
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => real(origin + path, init));
}
