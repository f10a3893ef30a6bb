import type { Socket } from "node:net";
import { TLSSocket } from "node:tls";

/** Ends a connection rudely: by a reset, or without the closing alert of TLS, where Node can send no reset. */
export function cutConnection(socket: Socket | null): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket?.resetAndDestroy();
}
