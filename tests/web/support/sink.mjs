// A host that listens: whatever the page sends to it over http, WebSocket or UDP is written down.
import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';

export async function openSink() {
  const heard = [];
  let connections = 0;
  const server = createServer((request, response) => {
    heard.push(request.url);
    response
      .writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' })
      .end('<title>sink</title>');
  });
  server.on('connection', () => ++connections);
  server.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const udp = createSocket('udp4');
  udp.on('message', () => heard.push('a datagram'));
  await new Promise((done) => udp.bind(0, '127.0.0.1', done));
  const { port } = server.address();
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    udpPort: udp.address().port,
    heard: () => [...heard],
    // How often somebody connected, whether or not he then said anything.
    connections: () => connections,
    clear: () => heard.splice(0),
    close: () => {
      udp.close();
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
