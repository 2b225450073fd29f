// usage: node stream_client.mjs JSON   SPDX-License-Identifier: GPL-3.0-or-later
// A client of the live stream on npm ws. Options: port, ca, cert, key (files), token, mode:
//   resume  draws kpi until `events` spine events are covered, cutting the line at random (seed) and coming back by cursor,
//           every third time by long poll; prints {ranges:[[from,to,events,type]], cuts}
//   slow    opens, reads nothing for `hold` ms, then prints {close}
//   open    opens with `headers` instead of a ticket of its own; prints {status} of the refusal, or {frames, close} (without their data)
import {readFileSync} from 'node:fs';
import https from 'node:https';
import WebSocket from 'ws';

const options = JSON.parse(process.argv[2]);
const tls = {ca: readFileSync(options.ca), cert: options.cert && readFileSync(options.cert), key: options.key && readFileSync(options.key)};

function post(path, body) {
  return new Promise((resolve, reject) => {
    const text = JSON.stringify(body);
    const request = https.request({host: '127.0.0.1', port: options.port, path, method: 'POST', ...tls, headers: {
      'content-type': 'application/json', 'content-length': Buffer.byteLength(text), authorization: `Bearer ${options.token}`}}, (answer) => {
      let all = '';
      answer.on('data', (part) => all += part).on('end', () => resolve({status: answer.statusCode, body: JSON.parse(all)}));
    });
    request.on('error', reject).end(text);
  });
}
async function ticket(cursor, topics = ['kpi', 'ticker']) {
  const answer = await post('/v1/stream/tickets', cursor ? {topics, cursor} : {topics});
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.ticket;
}
function open(headers) {
  return new WebSocket(`wss://127.0.0.1:${options.port}/v1/stream`, {...tls, headers, perMessageDeflate: false});
}
let state = options.seed ?? 1;
const random = (n) => (state = (state * 1103515245 + 12345) % 2147483648) % n;

async function resume() {
  const ranges = [];
  let covered = 0, cursor, cuts = 0;
  const draw = (frame) => {
    if (frame.topic !== 'kpi') return;
    if (frame.type === 'resync_required') throw new Error('resync');
    ranges.push([frame.from ?? null, frame.to, frame.events ?? 0, frame.type]);
    covered += frame.events ?? 0;
    cursor = frame.to;
  };
  while (covered < options.events) {
    if (++cuts % 3 === 0) {
      const answer = await post('/v1/stream/poll', {topics: ['kpi'], wait_seconds: 1, ...(cursor && {cursor})});
      answer.body.frames.forEach(draw);
      continue;
    }
    const socket = open({authorization: `Ticket ${await ticket(cursor)}`});
    let left = 1 + random(4);
    await new Promise((resolve, reject) => {
      socket.on('message', (data) => {
        if (left <= 0) return;  // what comes after the cut is as good as lost
        const frame = JSON.parse(data);
        draw(frame);
        if (frame.topic === 'kpi' && (--left === 0 || covered >= options.events)) { left = 0; socket.terminate(); }
      });
      socket.on('close', resolve).on('error', reject);
    });
  }
  return {ranges, cuts};
}
async function slow() {
  const socket = open({authorization: `Ticket ${await ticket(undefined, ['kpi'])}`});
  const closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)).on('error', () => {}));
  await new Promise((resolve) => socket.on('open', resolve));
  socket.pause();
  console.error('paused');
  await new Promise((resolve) => setTimeout(resolve, options.hold));
  socket.resume();
  return {close: await closed};
}
async function plain() {
  const headers = options.headers ?? {authorization: `Ticket ${await ticket(options.cursor)}`};
  const socket = open(headers);
  const frames = [];
  return await new Promise((resolve) => {
    socket.on('unexpected-response', (_, answer) => { resolve({status: answer.statusCode}); socket.terminate(); });
    socket.on('open', () => { console.error('open'); if (options.say) socket.send(options.say); });
    socket.on('message', (data) => {
      const {type, topic, from, to, events} = JSON.parse(data);
      frames.push({type, topic, from, to, events});
      if (options.frames && frames.length >= options.frames) socket.close(1000);
    });
    socket.on('close', (code) => resolve({close: code, frames})).on('error', (error) => resolve({error: String(error)}));
  });
}
const result = await {resume, slow, open: plain}[options.mode]();
process.stdout.write(JSON.stringify(result) + '\n', () => process.exit(0));
