import type { Config } from '#tcp';

/** What setting a kernel variable means here. */
export type Meaning =
  /** It sets something of the engine's. */
  | { readonly kind: 'config'; readonly config: Partial<Config> }
  /** It makes ICMP heard, or not. */
  | { readonly kind: 'deaf'; readonly isDeaf: boolean }
  /** It sets what sockets start with. */
  | { readonly kind: 'keep'; readonly keep: Partial<KeepTimes> }
  /** It turns a rule off that this TCP always follows: fine as long as the rule is never needed. */
  | { readonly kind: 'without'; readonly rule: string; readonly what: string }
  /** It may be left alone, for a reason. */
  | { readonly kind: 'idle'; readonly why: string }
  /** It asks for what this TCP does not have. */
  | { readonly kind: 'needs'; readonly what: string };

/** Defaults of keep-alive in the socket world: seconds and a count. */
export interface KeepTimes {
  readonly idle: number;
  readonly interval: number;
  readonly probes: number;
  /** FreeBSD: how long a call may take to be answered. */
  readonly init: number | null;
}

type Reader = (values: readonly number[], now: Config) => Meaning;

const set = (config: Partial<Config>): Meaning => ({ kind: 'config', config });
const idle =
  (why: string): Reader =>
  () => ({ kind: 'idle', why });
/** Fine at one of these values; anything else asks for something that is not there. */
const only =
  (fine: readonly number[], why: string, what: string): Reader =>
  ([value = Number.NaN]) =>
    fine.includes(value) ? { kind: 'idle', why } : { kind: 'needs', what };
/** 0 leaves a rule on. */
const without =
  (rule: string, what: string): Reader =>
  ([value]) =>
    value === 0 ? { kind: 'idle', why: 'RFC 5961 is on' } : { kind: 'without', rule, what };
const ms =
  (
    field: 'msl' | 'rtoInitial' | 'rtoMin' | 'rtoMax' | 'rtoSlop' | 'delayedAck' | 'finWait2',
    factor = 1,
  ): Reader =>
  ([value = 0]) =>
    set({ [field]: value * factor });
const keep =
  (field: keyof KeepTimes, factor = 1): Reader =>
  ([value = 0]) => ({ kind: 'keep', keep: { [field]: value * factor } });
const retries =
  (field: 'syn' | 'synAck' | 'data'): Reader =>
  ([value = 0], { retries: now }) =>
    set({ retries: { syn: 6, synAck: 5, data: 15, ...now, [field]: value } });

const CONGESTION = 'there is no congestion control here';
const BUFFERS = 'the send buffer has no bound here';
const BEYOND = 'outside this TCP';
const ECN = 'ECN (RFC 3168)';
const TFO = 'TCP Fast Open (RFC 7413)';

/** The window scale at which a buffer of so many octets can be offered whole. */
function scaleFor(octets: number): number {
  let shift = 0;
  while (shift < 14 && 65_535 * 2 ** shift < octets) shift++;
  return shift;
}

/** Variables by name; each with what it means, or why it may be left alone. */
const KNOWN: Readonly<Record<string, Reader>> = {
  // FreeBSD (tcp(4))
  'net.inet.tcp.rfc1323': ([value], now) =>
    set({
      windowScale: value === 1 || value === 2 ? (now.windowScale ?? 6) : null,
      timestamps: value === 1 || value === 3,
    }),
  'net.inet.tcp.sack.enable': ([value]) => set({ sack: value !== 0 }),
  'net.inet.tcp.recvspace': ([value = 65_536]) => set({ rcvBuf: value }),
  'net.inet.tcp.sendspace': idle(BUFFERS),
  'kern.ipc.maxsockbuf': ([value = 0], now) =>
    now.windowScale === null ? set({}) : set({ windowScale: scaleFor(value) }),
  'net.inet.tcp.msl': ms('msl'),
  'net.inet.tcp.rexmit_initial': ms('rtoInitial'),
  'net.inet.tcp.rexmit_min': ms('rtoMin'),
  'net.inet.tcp.rexmit_slop': ms('rtoSlop'),
  'net.inet.tcp.rexmit_drop_options': idle('a SYN that is sent again keeps its options'),
  'net.inet.tcp.delacktime': ms('delayedAck'),
  'net.inet.tcp.delayed_ack': ([value], now) =>
    set({ delayedAck: value === 0 ? 0 : now.delayedAck || 40 }),
  'net.inet.tcp.finwait2_timeout': ms('finWait2'),
  'net.inet.tcp.fast_finwait2_recycle': only([0], 'the usual FIN-WAIT-2', 'a short FIN-WAIT-2'),
  'net.inet.tcp.nolocaltimewait': idle('the peer is another host'),
  'net.inet.tcp.drop_synfin': ([value]) => set({ synFin: value === 0 ? 'take' : 'drop' }),
  'net.inet.tcp.insecure_rst': ([value]) =>
    set({ resetRule: value === 0 ? 'RFC 5961' : 'RFC 793' }),
  'net.inet.tcp.insecure_syn': ([value]) => set({ synRule: value === 0 ? 'RFC 5961' : 'RFC 793' }),
  'net.inet.tcp.insecure_ack': without('RFC5961/5.2', 'ACKs are judged by RFC 5961'),
  'net.inet.tcp.blackhole': only([0], 'closed ports answer', 'silence from closed ports'),
  'net.inet.tcp.tolerate_missing_ts': ([value]) =>
    set({ missingTimestamp: value === 0 ? 'drop' : 'take' }),
  'net.inet.tcp.ecn.enable': only([0, 2], 'our SYNs do not ask for ECN', ECN),
  'net.inet.tcp.ecn.generalized': only([0], 'ECN is off', ECN),
  'net.inet.tcp.icmp_may_rst': ([value]) => ({ kind: 'deaf', isDeaf: value === 0 }),
  'net.inet.tcp.path_mtu_discovery': idle('IP is not looked at'),
  'net.inet.tcp.syncookies': idle('cookies are for a full queue'),
  'net.inet.tcp.syncookies_only': only(
    [0],
    'cookies are for a full queue',
    'cookies for every SYN',
  ),
  'net.inet.tcp.always_keepalive': only([0], 'the default', 'keep-alive for every connection'),
  'net.inet.tcp.keepidle': keep('idle', 0.001),
  'net.inet.tcp.keepintvl': keep('interval', 0.001),
  'net.inet.tcp.keepcnt': keep('probes'),
  'net.inet.tcp.keepinit': keep('init', 0.001),
  'net.inet.tcp.mssdflt': idle('536 is the RFC’s'),
  'net.inet.tcp.minmss': idle('no MSS is too small'),
  // Linux (ip-sysctl)
  'net.ipv4.tcp_rmem': ([, , most = 6_291_456], now) =>
    set({
      rcvBuf: 65_536,
      windowScale:
        now.windowScale === null
          ? null
          : Math.min(14, Math.max(0, Math.floor(Math.log2(most)) - 15)),
    }),
  'net.ipv4.tcp_wmem': idle(BUFFERS),
  'net.ipv4.tcp_timestamps': ([value]) => set({ timestamps: value !== 0 }),
  'net.ipv4.tcp_sack': ([value]) => set({ sack: value !== 0 }),
  'net.ipv4.tcp_window_scaling': ([value], now) =>
    set({ windowScale: value === 0 ? null : (now.windowScale ?? 7) }),
  'net.ipv4.tcp_ecn': only([0, 2], 'our SYNs do not ask for ECN', ECN),
  'net.ipv4.tcp_ecn_option': only([0], 'ECN is off', ECN),
  'net.ipv4.tcp_ecn_option_beacon': only([0], 'ECN is off', ECN),
  'net.ipv4.tcp_ecn_fallback': idle('ECN is off'),
  'net.ipv4.tcp_fin_timeout': ms('finWait2', 1_000),
  'net.ipv4.tcp_syn_retries': retries('syn'),
  'net.ipv4.tcp_synack_retries': retries('synAck'),
  'net.ipv4.tcp_retries2': retries('data'),
  'net.ipv4.tcp_retries1': idle('it only asks the router anew'),
  'net.ipv4.tcp_orphan_retries': idle('orphans are tried as long as others'),
  'net.ipv4.tcp_syn_linear_timeouts': ([value = 0]) => set({ linearSyns: value }),
  'net.ipv4.tcp_rto_max_ms': ms('rtoMax'),
  'net.ipv4.tcp_rto_min_us': ms('rtoMin', 0.001),
  'net.ipv4.tcp_rfc1337': ([value]) => set({ resetInTimeWait: value === 0 ? 'delete' : 'ignore' }),
  'net.ipv4.tcp_abort_on_overflow': ([value]) => set({ abortOnOverflow: value !== 0 }),
  'net.ipv4.tcp_keepalive_time': keep('idle'),
  'net.ipv4.tcp_keepalive_intvl': keep('interval'),
  'net.ipv4.tcp_keepalive_probes': keep('probes'),
  'net.ipv4.tcp_syncookies': ([value]) =>
    value === 2
      ? { kind: 'needs', what: 'cookies for every SYN' }
      : set({ synCookies: value === 0 ? 'never' : 'when full' }),
  'net.ipv4.tcp_tw_reuse': idle('it concerns our own calls to a port in TIME-WAIT'),
  'net.ipv4.tcp_fastopen': idle('only scripts that ask for Fast Open need it'),
  'net.ipv4.tcp_fastopen_key': idle('only scripts that ask for Fast Open need it'),
  'net.ipv4.tcp_fastopen_blackhole_timeout_sec': only([0], 'Fast Open is off', TFO),
  'net.ipv4.tcp_mtu_probing': only([0], 'MTU probing is off', 'MTU probing (RFC 4821)'),
  'net.ipv4.tcp_autocorking': idle('nothing is corked'),
  'net.ipv4.tcp_invalid_ratelimit': idle('challenge ACKs are bounded by the profile'),
  'net.ipv4.tcp_challenge_ack_limit': idle('challenge ACKs are bounded by the profile'),
  'net.ipv4.tcp_max_syn_backlog': idle('the backlog is that of listen()'),
  'net.ipv4.tcp_adv_win_scale': idle('the window is the profile’s'),
  'net.ipv4.tcp_moderate_rcvbuf': idle('the receive buffer keeps its size'),
  'net.ipv4.tcp_shrink_window': idle('the window never shrinks'),
  'net.ipv4.tcp_stdurg': idle('the urgent pointer is the RFC’s'),
  'net.ipv4.tcp_dsack': idle('SACK blocks tell of what is held'),
};

/** Families of variables that may be left alone, and why. */
const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/^net\.inet\.tcp\.(cc|hostcache|reass|sack|rack|bbr|lro|isn|pcbcount|log|bb)\b/, CONGESTION],
  [
    /^net\.inet\.tcp\.(initcwnd_segments|rfc3042|rfc3390|rfc3465|rfc6675_pipe|do_prr|abc_l_var|newreno_sack|experimental|functions_default)\b/,
    CONGESTION,
  ],
  [
    /^net\.inet\.tcp\.(tso|recvbuf_auto|recvbuf_max|recvbuf_inc|sendbuf_\w+|minmssoverload|per_cpu_timers|timer_race|v6mssdflt|udp_tunneling)/,
    BEYOND,
  ],
  [/^net\.inet\.(ip|icmp|udp)\.|^net\.inet6\.(ip6|icmp6)\.|^kern\./, BEYOND],
  [
    /^net\.ipv4\.tcp_(congestion_control|allowed_congestion_control|available_congestion_control|frto|fack|reordering|max_reordering|early_retrans|recovery|thin\w*|slow_start_after_idle|no_metrics_save|no_ssthresh_metrics_save|pacing_\w+|min_tso_segs|tso_\w+|limit_output_bytes|notsent_lowat|comp_sack_\w+|probe_\w+|min_rtt_wlen|reflect_tos|plb_\w+|backlog_ack_defer|base_mss|min_snd_mss|workaround_\w+|app_win|mem|max_orphans|max_tw_buckets|early_demux|l3mdev_accept|migrate_req|ehash_entries|child_ehash_entries|pingpong_thresh|abc)$/,
    CONGESTION,
  ],
  [/^net\.(core|ipv4\.(ip_|conf|icmp_|neigh|route|udp_|inet_peer)|ipv6)/, BEYOND],
  [/^vm\.|^fs\./, BEYOND],
];

const FASTOPEN = /^net\.inet\.tcp\.fastopen/;

/** What it means here to set a kernel variable; `now` is the configuration so far. `null`: unknown. */
export function sysctlMeaning(name: string, value: string, now: Config): Meaning | null {
  const values = value
    .replaceAll(/^["']|["']$/g, '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  if (FASTOPEN.test(name)) {
    return values[0] === 0
      ? { kind: 'idle', why: 'Fast Open is off' }
      : { kind: 'needs', what: TFO };
  }
  const reader = KNOWN[name];
  if (reader !== undefined) {
    return values.some(Number.isNaN)
      ? idle('its value is no number')(values, now)
      : reader(values, now);
  }
  const family = FAMILIES.find(([pattern]) => pattern.test(name));
  return family === undefined ? null : { kind: 'idle', why: family[1] };
}
