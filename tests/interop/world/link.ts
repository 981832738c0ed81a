import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { parseIp } from '#wire/ip.ts';

/** Where the datagrams leave the TUN device, and where they go in: socat joins the two. */
export const OUTSIDE = { address: '127.0.0.1', port: 9000 };
export const INSIDE = { address: '127.0.0.1', port: 9001 };

/** One datagram carries one IP packet; a burst of a whole window must find room. */
export const SOCKET_BUFFER = 8 << 20;

/** The TUN device as we see it: IP packets that the kernel sends, and a way to hand it some. */
export interface Link {
  /** What the kernel sends to `address` goes to `take` from now on. */
  attach(address: string, take: (packet: Uint8Array) => void): void;
  detach(address: string): void;
  send(packet: Uint8Array): void;
  close(): void;
}

/** Opens our end of the socket pair that socat carries to the TUN device. */
export async function openLink(): Promise<Link> {
  const takers = new Map<string, (packet: Uint8Array) => void>();
  const socket = createSocket({
    type: 'udp4',
    recvBufferSize: SOCKET_BUFFER,
    sendBufferSize: SOCKET_BUFFER,
  });
  socket.on('message', (message) => {
    const packet = new Uint8Array(message);
    const ip = parseIp(packet);
    if (ip.ok) takers.get(ip.value.destination)?.(packet);
  });
  socket.bind(OUTSIDE.port, OUTSIDE.address);
  await once(socket, 'listening');
  return {
    attach: (address, take) => takers.set(address, take),
    detach: (address) => takers.delete(address),
    send: (packet) => socket.send(packet, INSIDE.port, INSIDE.address),
    close: () => socket.close(),
  };
}
