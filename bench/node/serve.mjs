// mercurius with its JIT on the same list, on a free port: prints the port, and answers /cpu with the microseconds that the process has taken.
import Fastify from "fastify";
import mercurius from "mercurius";

const items = Array.from({ length: 100 }, (_, index) => ({ id: index, code: `P-${10000 + index}`, name: `产品名称第${index}号`, city: `所在城市${index % 7}`, amount: 1234.5 + index * 7.25 }));
const schema = "type Item { id: Int! code: String! name: String! city: String! amount: Float! } type Query { hello: String! items: [Item!]! }";
const app = Fastify();
app.register(mercurius, { schema, resolvers: { Query: { hello: () => "world", items: () => items } }, jit: 1 });
app.get("/cpu", async () => {
  const { user, system } = process.cpuUsage();
  return String(user + system);
});
await app.listen({ port: 0, host: "127.0.0.1" });
console.log(app.server.address().port);
process.stdin.on("end", () => process.exit(0)).resume();
