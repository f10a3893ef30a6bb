import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Question } from "./question.js";

/** Bare node:http: a question as JSON comes in, its answer as JSON goes out in one piece. Gives the root's URL. */
export async function listenForQuestions(answer: (question: Question) => Promise<unknown>): Promise<string> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const isTiny = req.url === "/tiny";
    const [status, body] = isTiny
      ? ([200, JSON.stringify({ data: { tiny: JSON.parse(text) !== null } })] as const)
      : await answer(JSON.parse(text)).then(
          (value) => [200, JSON.stringify(value)] as const,
          (error: unknown) => [502, JSON.stringify({ errors: [{ message: String(error) }] })] as const,
        );
    res.writeHead(status, { "content-type": "application/json; charset=utf-8" });
    res.end(body);
  });
  return new Promise((found) => {
    server.listen(0, "127.0.0.1", () => found(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`));
  });
}
