// A message centre made with npm smpp, steered by a test. SPDX-License-Identifier: GPL-3.0-or-later
//
// usage: node smsc.js     prints {"port":P,"control":P}
// Control: a line of JSON a request, a line of JSON an answer; see `answer` below for the words.
'use strict';
const net = require('net');
const smpp = require('smpp');

const sessions = new Set();
const seen = [];          // submits in order
const confirmed = [];     // statuses of deliver_sm_resp
let binds = 0;
let probes = 0;
let next = 0x7f0001;      // of message ids
const mode = { throttle: 0, refuse: 0, hold: false, early: false, receipts: 'text', hex: false, mute: false };

function textOf(pdu) {
  const part = pdu.message_payload || pdu.short_message;
  return { text: typeof part.message === 'string' ? part.message : String(part.message), udh: part.udh };
}

function receiptFor(pdu, id) {
  const date = '2611220829';
  const receipt = { source_addr: pdu.destination_addr, destination_addr: pdu.source_addr, esm_class: 4 };
  const asReceipt = String(id);       // receipts name ids in decimal
  if (mode.receipts === 'tlv') {
    receipt.receipted_message_id = asReceipt;
    receipt.message_state = 2;
    receipt.short_message = '';
  } else {
    receipt.short_message = `id:${asReceipt} sub:001 dlvrd:001 submit date:${date} done date:${date} stat:DELIVRD err:000 text:`;
  }
  return receipt;
}

function deliver(session, pdu, id) {
  session.deliver_sm(receiptFor(pdu, id), (answer) => confirmed.push(answer.command_status));
}

function submitted(session, pdu) {
  const message = textOf(pdu);
  const tlvs = {};
  for (const name of ['sar_msg_ref_num', 'sar_total_segments', 'sar_segment_seqnum']) {
    if (pdu[name] !== undefined) tlvs[name] = pdu[name];
  }
  let status = 0;
  if (mode.throttle > 0) { mode.throttle--; status = smpp.ESME_RTHROTTLED; }
  else if (mode.refuse > 0) { mode.refuse--; status = smpp.ESME_RINVDSTADR; }
  const id = next++;
  seen.push({ status, id: String(id), to: pdu.destination_addr, text: message.text, coding: pdu.data_coding,
    esm_class: pdu.esm_class, registered: pdu.registered_delivery, validity: pdu.validity_period,
    udh: message.udh ? message.udh.map((element) => element.toString('hex')) : null, ...tlvs });
  if (mode.hold) return;
  if (status !== 0) { session.send(pdu.response({ command_status: status })); return; }
  if (mode.early) deliver(session, pdu, id);
  session.send(pdu.response({ message_id: mode.hex ? id.toString(16).toUpperCase() : String(id) }));
  if (!mode.early && !mode.mute) deliver(session, pdu, id);
}

const centre = smpp.createServer({}, (session) => {
  sessions.add(session);
  session.socket.setNoDelay(true);
  session.on('bind_transceiver', (pdu) => {
    if (pdu.password !== 'secret') { session.send(pdu.response({ command_status: smpp.ESME_RINVPASWD })); return; }
    binds++;
    session.send(pdu.response({ system_id: 'npm-smsc' }));
  });
  session.on('enquire_link', (pdu) => { probes++; session.send(pdu.response()); });
  session.on('unbind', (pdu) => { session.send(pdu.response()); session.close(); });
  session.on('submit_sm', (pdu) => submitted(session, pdu));
  session.on('close', () => sessions.delete(session));
  session.on('error', () => sessions.delete(session));
});

function answer(asked) {
  if (asked.set) { mode[asked.set] = asked.value; return { ok: true }; }
  if (asked.act === 'drop') { for (const session of sessions) session.destroy(); return { ok: true }; }
  if (asked.act === 'unbind') { for (const session of sessions) session.unbind(); return { ok: true }; }
  if (asked.act === 'probe') {
    for (const session of sessions) session.enquire_link({}, (pdu) => { if (pdu.command_status === 0) probes += 1000; });
    return { ok: true };
  }
  if (asked.act === 'message') {        // from a handset
    for (const session of sessions) {
      session.deliver_sm({ source_addr: '8613800138000', destination_addr: '10690000', short_message: asked.text },
        (pdu) => confirmed.push(pdu.command_status));
    }
    return { ok: true };
  }
  if (asked.get === 'state') return { ok: true, seen, confirmed, binds, probes, sessions: sessions.size };
  return { ok: false };
}

const control = net.createServer((socket) => {
  let waiting = '';
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    waiting += chunk;
    for (let end = waiting.indexOf('\n'); end >= 0; end = waiting.indexOf('\n')) {
      socket.write(JSON.stringify(answer(JSON.parse(waiting.slice(0, end)))) + '\n');
      waiting = waiting.slice(end + 1);
    }
  });
});

centre.listen(0, '127.0.0.1', () => control.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify({ port: centre.address().port, control: control.address().port }));
}));
