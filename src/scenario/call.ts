import type { Call, Endpoint } from '#tcp';
import type { HostLine, Scenario, ScenarioHost } from './scenario.ts';

/** Thrown when a scenario's script asks for what cannot be; the message names the line. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

/** The socket that `to` names: `B:8001`. Throws ScenarioError. */
function socket(scenario: Scenario, to: string): Endpoint {
  const [name, port] = to.split(':');
  const host = scenario.hosts.find((one) => one.name === name);
  if (host === undefined || !/^\d+$/.test(port ?? '')) {
    throw new ScenarioError(`${scenario.id}: connect to '${to}': write it like 'B:8001'`);
  }
  return { address: host.address, port: Number(port) };
}

const CLOSE_BOTH: Call = { type: 'CLOSE', halfDuplex: true };

/** A line of the script as a user call, and the name of the connection that it opens, if any. */
export function callOf(
  line: Exclude<HostLine, { do: 'crash' }>,
  host: ScenarioHost,
  scenario: Scenario,
): { readonly call: Call; readonly opens?: string } {
  switch (line.do) {
    case 'listen': {
      const local = { address: host.address, port: line.port };
      return { call: { type: 'OPEN', mode: 'passive', local }, opens: `${line.port}` };
    }
    case 'connect': {
      const local = { address: host.address, port: line.from };
      const remote = socket(scenario, line.to);
      return { call: { type: 'OPEN', mode: 'active', local, remote }, opens: `${line.from}` };
    }
    case 'send':
      return { call: { type: 'SEND', data: new TextEncoder().encode(line.text) } };
    case 'receive':
      return { call: { type: 'RECEIVE', max: line.max } };
    case 'close':
      return { call: line.halfDuplex === true ? CLOSE_BOTH : { type: 'CLOSE' } };
    case 'abort':
      return { call: { type: 'ABORT' } };
    case 'set':
      return { call: { type: 'SET', settings: line.settings } };
  }
}
