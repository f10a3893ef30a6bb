/** The least HTTP server that reads and writes JSON: what starting Node costs alone. Listens on PORT. */
import { createServer } from "node:http";

const server = createServer(async (req, res) => {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  res.writeHead(200, { "content-type": "application/json; charset=utf-8" });
  res.end(JSON.stringify({ data: { asked: text.length > 0 } }));
});
server.listen(Number(process.env.PORT), "127.0.0.1");
