-- The guard: in which state an account, a strategy and a symbol are, and why. The limits behind it, in the hands of people.
-- What people ask for beside: a symbol unblocked, a reconciliation now.

ALTER TABLE risk.accounts
    ADD COLUMN warn_daily_loss_r     numeric NOT NULL DEFAULT 3 CHECK (warn_daily_loss_r > 0),
    ADD COLUMN max_unrealised_loss_r numeric NOT NULL DEFAULT 3 CHECK (max_unrealised_loss_r > 0),
    ADD COLUMN max_venue_silence_ms  bigint  NOT NULL DEFAULT 30000 CHECK (max_venue_silence_ms > 0),
    ADD COLUMN hold_alert_ms         bigint  NOT NULL DEFAULT 2700000 CHECK (hold_alert_ms > 0),
    ADD COLUMN warn_clock_offset_ms  bigint  NOT NULL DEFAULT 1000 CHECK (warn_clock_offset_ms > 0),
    ADD COLUMN order_in_doubt_ms     bigint  NOT NULL DEFAULT 60000 CHECK (order_in_doubt_ms > 0),
    ADD COLUMN limits_version        bigint  NOT NULL DEFAULT 1,
    ADD COLUMN limits_changed_by     text,
    ADD COLUMN limits_changed_at     timestamptz;
-- The limits an entry was reserved under; the claim looks again when they have changed since.
ALTER TABLE execution.orders ADD COLUMN limits_version bigint NOT NULL DEFAULT 1;

-- Which condition leads to which state; the same table as the one declared in code, and a test compares them.
-- HALTED lasts until a named person resumes, REDUCING until its condition is gone; both only stop entries. WARNING stops nothing.
CREATE TABLE risk.guard_conditions (
    condition  text PRIMARY KEY,
    rank       int  NOT NULL UNIQUE,
    scope      text NOT NULL CHECK (scope IN ('account', 'strategy', 'symbol')),
    state      text NOT NULL CHECK (state IN ('WARNING', 'REDUCING', 'HALTED')),
    meaning    text NOT NULL
);
INSERT INTO risk.guard_conditions (rank, condition, scope, state, meaning) VALUES
    (1, 'killed', 'account', 'HALTED', 'the kill switch is thrown'),
    (2, 'halted', 'account', 'HALTED', 'the day''s loss has reached max_daily_loss_r; open trades are closed'),
    (3, 'venue_halted', 'account', 'HALTED', 'the venue refuses the account, its key or its address'),
    (4, 'paused', 'account', 'REDUCING', 'losses in a row, or a person''s pause; it ends by itself'),
    (5, 'recovering', 'account', 'REDUCING', 'the desk is not HEALTHY: it has not reconciled since it started'),
    (6, 'venue_silent', 'account', 'REDUCING', 'the venue''s private API is away for longer than max_venue_silence_ms'),
    (7, 'stream_stale', 'account', 'REDUCING', 'the account''s private stream is silent for longer than max_venue_silence_ms'),
    (8, 'unrealised_loss', 'account', 'REDUCING', 'open trades have lost more than max_unrealised_loss_r'),
    (9, 'mark_stale', 'account', 'REDUCING', 'an open trade''s price is older than max_data_age_ms, so its loss is not known'),
    (10, 'strategy_stopped', 'strategy', 'REDUCING', 'the strategy is not RUNNING'),
    (11, 'symbol_blocked', 'symbol', 'REDUCING', 'the desk and the venue, or two readings, disagree about it'),
    (12, 'data_stale', 'symbol', 'REDUCING', 'its trades are older than max_data_age_ms'),
    (13, 'daily_loss_near', 'account', 'WARNING', 'the day''s loss has reached warn_daily_loss_r'),
    (14, 'losses_near', 'account', 'WARNING', 'one more loss in a row pauses'),
    (15, 'order_in_doubt', 'account', 'WARNING', 'an order''s outcome is unknown for longer than order_in_doubt_ms'),
    (16, 'held_long', 'account', 'WARNING', 'a trade is open for longer than hold_alert_ms'),
    (17, 'clock_off', 'account', 'WARNING', 'this clock and the venue''s differ by more than warn_clock_offset_ms'),
    (18, 'data_late', 'symbol', 'WARNING', 'its trades are older than half of max_data_age_ms');

-- When the venue's private API was last asked, and when it last answered. Market times.
CREATE TABLE risk.venue_contacts (
    account     text PRIMARY KEY REFERENCES risk.accounts,
    first_at    timestamptz NOT NULL,
    reached_at  timestamptz,
    tried_at    timestamptz NOT NULL,
    trouble     text
);

-- What people should look at; each thing is told once.
CREATE TABLE ops.alerts (
    alert_id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account    text        NOT NULL,
    kind       text        NOT NULL,
    subject    text        NOT NULL,
    told       text        NOT NULL,
    raised_at  timestamptz NOT NULL,
    UNIQUE (account, kind, subject)
);

-- The last time the venue's private API answered the placer, or the newest reconciliation if that read everything; where
-- neither ever did, the first time it was asked. NULL when nobody has asked.
CREATE FUNCTION risk.venue_reached_at(for_account text) RETURNS timestamptz
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN coalesce(
        greatest(
            (SELECT reached_at FROM risk.venue_contacts WHERE account = for_account),
            (SELECT ops.ts((status->>'market_time_ms')::bigint) FROM ops.component_status
             WHERE component = 'reconciler' AND status->>'account' = for_account AND status->'unreadable' = '[]')),
        (SELECT first_at FROM risk.venue_contacts WHERE account = for_account));
END $$;

-- Venue minus local of the clock that is worst off, measured within ten minutes. NULL in a replay, whose clock is the venue's.
CREATE FUNCTION risk.clock_offset_ms() RETURNS bigint
LANGUAGE plpgsql STABLE AS $$
BEGIN
    RETURN (SELECT offset_ms FROM market.clock_offsets
        WHERE measured_at > now() - interval '10 minutes'
          AND NOT EXISTS (SELECT 1 FROM ops.component_status WHERE component = 'replay' AND status->>'position_at' IS NOT NULL)
        ORDER BY abs(offset_ms) DESC, component LIMIT 1);
END $$;

-- What a trade's open part would make at a price, in R; fees left out. Rounded like every result in R.
CREATE FUNCTION risk.unrealised_r(t execution.open_trades, at_price numeric) RETURNS numeric
LANGUAGE sql STABLE
RETURN round(round(t.qty_open * CASE t.direction WHEN 'LONG' THEN 1 ELSE -1 END * (at_price * t.qty_opened - t.cost_opened), 40)
    / (t.stop_distance * t.qty_opened * t.qty_opened), 6);

-- The conditions that hold now, worst told first: of the account, and of a strategy in a symbol unless they are NULL.
CREATE FUNCTION risk.guard(for_account text, for_strategy text, for_symbol text, now_at timestamptz)
RETURNS TABLE (condition text, rank int, scope text, state text, told text)
LANGUAGE plpgsql STABLE AS $$
DECLARE
    c risk.control;
    r risk.accounts;
    session_state text;
    strategy_state text;
    blocked text;
    watermark timestamptz;
    reached constant timestamptz := risk.venue_reached_at(for_account);
    streamed constant timestamptz := risk.stream_seen(for_account);
    offset_ms constant bigint := risk.clock_offset_ms();
    unrealised numeric;
    marked record;
    held record;
    doubts bigint;
    doubt_since timestamptz;
    day_r numeric;
    age_text text;
BEGIN
    c := risk.switch_of(for_account);
    SELECT * INTO r FROM risk.accounts a WHERE a.account = for_account;
    SELECT s.state INTO session_state FROM ops.sessions s ORDER BY session_id DESC LIMIT 1;
    SELECT s.state INTO strategy_state FROM strategy.strategies s WHERE s.name = for_strategy;
    SELECT b.reason INTO blocked FROM market.blocked_symbols b WHERE b.symbol = for_symbol;
    SELECT m.watermark_at INTO watermark FROM market.agg_trades_meta m WHERE m.symbol = for_symbol;
    SELECT coalesce(sum(risk.unrealised_r(t, m.last_price)), 0) INTO unrealised
    FROM execution.open_trades t LEFT JOIN market.agg_trades_meta m USING (symbol)
    WHERE t.account = for_account AND t.qty_open > 0;
    SELECT t.symbol, m.watermark_at AS at INTO marked
    FROM execution.open_trades t LEFT JOIN market.agg_trades_meta m USING (symbol)
    WHERE t.account = for_account AND t.qty_open > 0 ORDER BY m.watermark_at NULLS FIRST, t.symbol LIMIT 1;
    SELECT t.symbol, t.first_fill_at AS since INTO held FROM execution.open_trades t
    WHERE t.account = for_account AND t.qty_open > 0 ORDER BY t.first_fill_at, t.symbol LIMIT 1;
    SELECT count(*), min(o.unknown_since) INTO doubts, doubt_since FROM execution.orders o
    WHERE o.account = for_account AND NOT execution.is_final(o.state) AND o.state IN ('UNKNOWN', 'QUARANTINED')
      AND ops.ms(now_at) - ops.ms(o.unknown_since) > r.order_in_doubt_ms;
    day_r := CASE WHEN (now_at AT TIME ZONE 'UTC')::date > r.risk_day THEN 0 ELSE r.day_pnl_r END;
    age_text := 'trades of ' || for_symbol || ' are complete up to ' || coalesce(ops.iso(watermark), 'nothing') || ', limit '
        || r.max_data_age_ms || ' ms';
    RETURN QUERY SELECT g.condition, g.rank, g.scope, g.state, found.told
    FROM (VALUES
        ('killed', CASE WHEN c.kill_level <> 'none' THEN 'kill switch at level ' || c.kill_level || ' by ' || c.changed_by END),
        ('halted', CASE WHEN r.halted THEN coalesce(r.halt_reason, 'halted') END),
        ('venue_halted', 'the venue refused: ' || r.venue_halt),
        ('paused', CASE WHEN r.paused_until > now_at THEN r.pause_reason || ' until ' || ops.iso(r.paused_until) END),
        ('recovering', CASE WHEN session_state IS DISTINCT FROM 'HEALTHY' THEN
            'the desk is ' || coalesce(session_state, 'not started') END),
        ('venue_silent', CASE WHEN ops.ms(now_at) - ops.ms(reached) > r.max_venue_silence_ms THEN
            'the venue has not answered since ' || ops.iso(reached) || ', limit ' || r.max_venue_silence_ms || ' ms' END),
        ('stream_stale', CASE WHEN ops.ms(now_at) - ops.ms(streamed) > r.max_venue_silence_ms THEN
            'the private stream was last alive at ' || ops.iso(streamed) || ', limit ' || r.max_venue_silence_ms || ' ms' END),
        ('unrealised_loss', CASE WHEN unrealised < -r.max_unrealised_loss_r THEN
            'open trades stand at ' || ops.dec(unrealised) || ' R, limit ' || ops.dec(-r.max_unrealised_loss_r) || ' R' END),
        ('mark_stale', CASE WHEN marked.symbol IS NOT NULL
                AND coalesce(ops.ms(now_at) - ops.ms(marked.at) > r.max_data_age_ms, true) THEN
            'a trade is open in ' || marked.symbol || ', whose trades are complete up to ' || coalesce(ops.iso(marked.at), 'nothing')
            || ', limit ' || r.max_data_age_ms || ' ms' END),
        ('strategy_stopped', CASE WHEN for_strategy IS NOT NULL AND strategy_state IS DISTINCT FROM 'RUNNING' THEN
            'strategy ' || for_strategy || ' is ' || coalesce(strategy_state, 'unknown') END),
        ('symbol_blocked', blocked),
        ('data_stale', CASE WHEN for_symbol IS NOT NULL
                AND coalesce(ops.ms(now_at) - ops.ms(watermark) > r.max_data_age_ms, true) THEN age_text END),
        ('daily_loss_near', CASE WHEN day_r <= -r.warn_daily_loss_r THEN
            'today stands at ' || ops.dec(day_r) || ' R, entries stop at ' || ops.dec(-r.max_daily_loss_r) || ' R' END),
        ('losses_near', CASE WHEN r.consecutive_losses > 0 AND r.consecutive_losses = r.max_consecutive_losses - 1 THEN
            r.consecutive_losses || ' losses in a row, a pause at ' || r.max_consecutive_losses END),
        ('order_in_doubt', CASE WHEN doubts > 0 THEN
            doubts || ' orders with unknown outcome, the oldest since ' || ops.iso(doubt_since) END),
        ('held_long', CASE WHEN ops.ms(now_at) - ops.ms(held.since) > r.hold_alert_ms THEN
            'a trade in ' || held.symbol || ' is open since ' || ops.iso(held.since) END),
        ('clock_off', CASE WHEN abs(offset_ms) > r.warn_clock_offset_ms THEN
            'a clock is ' || offset_ms || ' ms from the venue''s, limit ' || r.warn_clock_offset_ms || ' ms' END),
        ('data_late', CASE WHEN ops.ms(now_at) - ops.ms(watermark) BETWEEN r.max_data_age_ms / 2 + 1 AND r.max_data_age_ms
            THEN age_text END)
    ) AS found(condition, told) JOIN risk.guard_conditions g ON g.condition = found.condition
    WHERE found.told IS NOT NULL ORDER BY g.rank;
END $$;

-- Everything the rules look at, read at one moment; the same rules in code can answer from it. NULL without the account.
CREATE FUNCTION risk.picture(for_account text, now_at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT jsonb_build_object(
    'account', a.account, 'mode', a.mode, 'currency', a.currency, 'risk_per_trade', ops.dec(a.risk_per_trade),
    'limits', jsonb_build_object(
        'max_positions', a.max_positions, 'max_symbol_notional', ops.dec(a.max_symbol_notional),
        'max_total_notional', ops.dec(a.max_total_notional), 'max_orders_per_minute', a.max_orders_per_minute,
        'max_daily_loss_r', ops.dec(a.max_daily_loss_r), 'max_consecutive_losses', a.max_consecutive_losses,
        'loss_pause_ms', a.loss_pause_ms, 'max_data_age_ms', a.max_data_age_ms,
        'max_clock_ahead_ms', a.max_clock_ahead_ms, 'max_clock_offset_ms', a.max_clock_offset_ms,
        'warn_daily_loss_r', ops.dec(a.warn_daily_loss_r), 'max_unrealised_loss_r', ops.dec(a.max_unrealised_loss_r),
        'max_venue_silence_ms', a.max_venue_silence_ms, 'hold_alert_ms', a.hold_alert_ms,
        'warn_clock_offset_ms', a.warn_clock_offset_ms, 'order_in_doubt_ms', a.order_in_doubt_ms),
    'kill', jsonb_build_object('level', c.kill_level, 'by', c.changed_by),
    'standing', jsonb_build_object(
        'day', a.risk_day::text, 'day_pnl_r', ops.dec(a.day_pnl_r), 'consecutive_losses', a.consecutive_losses,
        'paused_until_ms', ops.ms(a.paused_until), 'pause_reason', a.pause_reason,
        'halt_reason', CASE WHEN a.halted THEN coalesce(a.halt_reason, 'halted') END),
    'exposure', jsonb_build_object(
        'held', (SELECT coalesce(jsonb_agg(jsonb_build_object('symbol', symbol, 'notional', ops.dec(notional))), '[]')
                 FROM risk.held WHERE account = a.account),
        'owners', (SELECT coalesce(jsonb_agg(jsonb_build_object('symbol', symbol, 'what', what) ORDER BY rank, since), '[]')
                   FROM risk.owners WHERE account = a.account),
        'entries_last_minute', risk.entries_last_minute(a.account, now_at),
        'balance', (SELECT ops.dec(coalesce(sum(amount), 0)) FROM portfolio.balances b
                    WHERE b.account = a.account AND b.asset = a.currency)),
    'desk_state', (SELECT state FROM ops.sessions ORDER BY session_id DESC LIMIT 1),
    'strategies', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', name, 'state', state,
                       'symbols', coalesce(config->'symbols', '[]')) ORDER BY name), '[]') FROM strategy.strategies
                   WHERE coalesce(config->>'account', a.account) = a.account AND (a.follows IS NULL OR config ? 'account')),
    'blocked', (SELECT coalesce(jsonb_object_agg(symbol, reason), '{}') FROM market.blocked_symbols),
    'readings', jsonb_build_object(
        'open_trades', (SELECT coalesce(jsonb_agg(jsonb_build_object('symbol', symbol, 'direction', direction,
                            'opened', ops.dec(qty_opened), 'closed', ops.dec(qty_closed), 'cost', ops.dec(cost_opened),
                            'stop_distance', ops.dec(stop_distance), 'held_since_ms', ops.ms(first_fill_at))), '[]')
                        FROM execution.open_trades t WHERE t.account = a.account AND qty_open > 0),
        'marks', (SELECT coalesce(jsonb_object_agg(symbol, jsonb_build_object('price', ops.dec(last_price),
                      'complete_to_ms', ops.ms(watermark_at))), '{}') FROM market.agg_trades_meta),
        'doubts_since_ms', (SELECT coalesce(jsonb_agg(ops.ms(unknown_since)), '[]') FROM execution.orders o
                            WHERE o.account = a.account AND NOT execution.is_final(o.state) AND unknown_since IS NOT NULL
                              AND o.state IN ('UNKNOWN', 'QUARANTINED')),
        'venue_reached_ms', ops.ms(risk.venue_reached_at(a.account)),
        'stream_seen_ms', ops.ms(risk.stream_seen(a.account)), 'clock_offset_ms', risk.clock_offset_ms(), 'venue_halt', a.venue_halt),
    'complete_to_ms', (SELECT coalesce(jsonb_object_agg(symbol, ops.ms(watermark_at)), '{}') FROM market.agg_trades_meta))
FROM risk.accounts a JOIN risk.control c USING (account) WHERE a.account = for_account);

-- What the placer tells each few seconds: whether the venue's private API answered. Raises the alerts that are due, and
-- answers {"alerts": how many are new, "state", "figures": what alarms look at}.
CREATE FUNCTION risk.watch(for_account text, trouble_now text, now_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    fresh bigint;
BEGIN
    INSERT INTO risk.venue_contacts AS v
    VALUES (for_account, now_at, CASE WHEN trouble_now IS NULL THEN now_at END, now_at, trouble_now)
    ON CONFLICT (account) DO UPDATE SET tried_at = excluded.tried_at, trouble = excluded.trouble,
        reached_at = coalesce(excluded.reached_at, v.reached_at);
    INSERT INTO ops.alerts (account, kind, subject, told, raised_at)
    SELECT t.account, 'held_long', t.trade_id, t.direction || ' ' || ops.dec(t.qty_open) || ' ' || t.symbol || ' of ' || t.strategy
        || ' is open since ' || ops.iso(t.first_fill_at) || ', longer than ' || r.hold_alert_ms / 60000 || ' min', now_at
    FROM execution.open_trades t JOIN risk.accounts r USING (account)
    WHERE t.account = for_account AND t.qty_open > 0 AND ops.ms(now_at) - ops.ms(t.first_fill_at) > r.hold_alert_ms
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS fresh = ROW_COUNT;
    RETURN jsonb_build_object('alerts', fresh, 'state', coalesce(
        (SELECT state FROM risk.guard(for_account, NULL, NULL, now_at)
         ORDER BY array_position(ARRAY['HALTED', 'REDUCING', 'WARNING'], state) LIMIT 1), 'NORMAL'),
        'figures', jsonb_build_object(
            'Unprotected', risk.unprotected(for_account, now_at),
            'Resurrected', (SELECT count(*) FROM ops.alerts WHERE account = for_account AND kind = 'resurrected'
                            AND raised_at > now_at - interval '1 minute'),
            'Vanished', (SELECT count(*) FROM execution.orders WHERE account = for_account AND NOT execution.is_final(state)
                         AND state IN ('OPEN', 'PARTIALLY_FILLED') AND not_found_checks >= 2),
            'ClockOffsetMs', coalesce(abs(risk.clock_offset_ms()), 0)) || ops.request_figures());
END $$;

-- What people may set, in which range.
CREATE TABLE risk.limit_ranges (
    name     text PRIMARY KEY,
    rank     int     NOT NULL UNIQUE,
    unit     text    NOT NULL CHECK (unit IN ('money', 'R', 'count', 'ms')),
    least    numeric NOT NULL,
    most     numeric NOT NULL,
    meaning  text    NOT NULL
);
INSERT INTO risk.limit_ranges (rank, name, unit, least, most, meaning) VALUES
    (1, 'risk_per_trade', 'money', 0.01, 1000000, 'what a trade of the standard tier may lose at its stop'),
    (2, 'max_positions', 'count', 1, 100, 'symbols held or on their way at once'),
    (3, 'max_symbol_notional', 'money', 1, 1000000000, 'held and on its way in one symbol'),
    (4, 'max_total_notional', 'money', 1, 1000000000, 'held and on its way in all symbols'),
    (5, 'max_orders_per_minute', 'count', 1, 1000, 'entries within one minute'),
    (6, 'max_daily_loss_r', 'R', 0.5, 100, 'closed loss of a UTC day that halts and closes'),
    (7, 'warn_daily_loss_r', 'R', 0.1, 100, 'closed loss of a UTC day that warns'),
    (8, 'max_unrealised_loss_r', 'R', 0.1, 100, 'loss of open trades together that stops entries'),
    (9, 'max_consecutive_losses', 'count', 1, 100, 'losing trades in a row that pause'),
    (10, 'loss_pause_ms', 'ms', 60000, 604800000, 'how long that pause is'),
    (11, 'max_data_age_ms', 'ms', 1000, 600000, 'how old the newest complete trade may be'),
    (12, 'max_venue_silence_ms', 'ms', 5000, 600000, 'how long the venue''s private API may be away'),
    (13, 'hold_alert_ms', 'ms', 60000, 86400000, 'how long a trade may be open before people are told'),
    (14, 'order_in_doubt_ms', 'ms', 1000, 3600000, 'how long an order''s outcome may be unknown'),
    (15, 'warn_clock_offset_ms', 'ms', 10, 60000, 'clock against the venue''s, either way, that warns'),
    (16, 'max_clock_ahead_ms', 'ms', 10, 1000, 'how far a clock may be ahead of the venue''s when signing'),
    (17, 'max_clock_offset_ms', 'ms', 100, 60000, 'how far it may be off either way when signing');

-- Every limit with its value and its range.
CREATE FUNCTION risk.settings_json(for_account text) RETURNS jsonb
LANGUAGE sql STABLE
RETURN (SELECT jsonb_build_object('version', a.limits_version, 'changed_by', a.limits_changed_by,
        'changed_at', ops.iso(a.limits_changed_at), 'items', (
            SELECT jsonb_agg(jsonb_build_object('name', name, 'value', ops.dec((to_jsonb(a)->>name)::numeric),
                'unit', CASE unit WHEN 'money' THEN a.currency ELSE unit END, 'least', ops.dec(least), 'most', ops.dec(most),
                'meaning', meaning) ORDER BY rank) FROM risk.limit_ranges))
    FROM risk.accounts a WHERE a.account = for_account);

-- What is wrong with wanted limits ({name: decimal text}) beside those that stay, as {field, value, expected}, or NULL.
CREATE FUNCTION risk.limits_fault(a risk.accounts, wanted jsonb) RETURNS jsonb
LANGUAGE sql STABLE
RETURN coalesce(
    (SELECT jsonb_build_object('field', 'limits', 'value', name, 'expected', 'only '
            || (SELECT string_agg(l.name, ', ' ORDER BY rank) FROM risk.limit_ranges l))
     FROM jsonb_object_keys(wanted) AS named(name) WHERE name NOT IN (SELECT l.name FROM risk.limit_ranges l) LIMIT 1),
    (SELECT jsonb_build_object('field', l.name, 'value', wanted->>l.name, 'expected',
            CASE WHEN unit IN ('count', 'ms') THEN 'a whole number' ELSE 'a number' END || ' from ' || ops.dec(least) || ' to '
            || ops.dec(most) || CASE unit WHEN 'money' THEN ' ' || a.currency WHEN 'count' THEN '' ELSE ' ' || unit END)
     FROM risk.limit_ranges l
     WHERE wanted ? l.name AND ((wanted->>l.name)::numeric NOT BETWEEN least AND most
        OR unit IN ('count', 'ms') AND (wanted->>l.name)::numeric % 1 <> 0 OR scale(trim_scale((wanted->>l.name)::numeric)) > 8)
     ORDER BY rank LIMIT 1),
    (SELECT jsonb_build_object('field', smaller, 'value', wanted->>smaller, 'expected',
            'at most ' || larger || ', which is ' || ops.dec((merged->>larger)::numeric))
     FROM (SELECT to_jsonb(a) || wanted AS merged) one, (VALUES
        ('max_symbol_notional', 'max_total_notional'), ('warn_daily_loss_r', 'max_daily_loss_r'),
        ('warn_clock_offset_ms', 'max_clock_offset_ms'), ('max_clock_ahead_ms', 'max_clock_offset_ms')) AS pair(smaller, larger)
     WHERE (wanted ? smaller OR wanted ? larger) AND (merged->>smaller)::numeric > (merged->>larger)::numeric LIMIT 1));

-- What is beyond the limits already, in words, or NULL.
CREATE FUNCTION risk.beyond_limits(for_account text, now_at timestamptz) RETURNS text
LANGUAGE sql STABLE
RETURN (SELECT string_agg(told, '; ') FROM risk.accounts a, LATERAL (
        SELECT count(DISTINCT symbol) AS symbols, coalesce(sum(notional), 0) AS total FROM risk.held WHERE account = a.account) h,
    LATERAL (
        SELECT h.symbols || ' positions are held, limit ' || a.max_positions AS told WHERE h.symbols > a.max_positions
        UNION ALL SELECT ops.dec(h.total) || ' ' || a.currency || ' are held in all, limit ' || ops.dec(a.max_total_notional)
        WHERE h.total > a.max_total_notional
        UNION ALL SELECT ops.dec(sum(notional)) || ' ' || a.currency || ' are held in ' || symbol || ', limit ' || ops.dec(a.max_symbol_notional)
        FROM risk.held WHERE account = a.account GROUP BY symbol HAVING sum(notional) > a.max_symbol_notional
        UNION ALL SELECT 'today has lost ' || ops.dec(-a.day_pnl_r) || ' R, limit ' || ops.dec(a.max_daily_loss_r)
            || ' R: the next trade that closes halts'
        WHERE a.risk_day = (now_at AT TIME ZONE 'UTC')::date AND a.day_pnl_r <= -a.max_daily_loss_r AND NOT a.halted) beyond
    WHERE a.account = for_account);

-- Sets {"version", "limits": {name: decimal text}, "reason"}. The version is the one that was seen; another one is refused.
-- A limit below what is held is taken: nothing is closed for it, and no entry passes until what is held fits.
CREATE FUNCTION risk.set_limits(for_account text, p jsonb, by_actor text, happened timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    a risk.accounts;
    fault jsonb;
    changes text;
BEGIN
    SELECT * INTO a FROM risk.accounts WHERE account = for_account FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('result', 'unknown_account', 'text', 'account ' || for_account || ' is not configured');
    END IF;
    IF (p->>'version')::bigint <> a.limits_version THEN
        RETURN jsonb_build_object('result', 'stale_version', 'text', 'the limits are at version ' || a.limits_version || ', not '
            || (p->>'version') || '; look at them again');
    END IF;
    fault := risk.limits_fault(a, p->'limits');
    IF fault IS NOT NULL THEN
        RETURN jsonb_build_object('result', 'bad_value') || fault;
    END IF;
    SELECT string_agg(name || ' ' || ops.dec((to_jsonb(a)->>name)::numeric) || ' to ' || ops.dec((p->'limits'->>name)::numeric), ', ' ORDER BY rank)
    INTO changes FROM risk.limit_ranges
    WHERE p->'limits' ? name AND (to_jsonb(a)->>name)::numeric <> (p->'limits'->>name)::numeric;
    IF changes IS NULL THEN
        RETURN jsonb_build_object('result', 'same', 'text', 'the limits are so already');
    END IF;
    a := jsonb_populate_record(a, p->'limits');
    UPDATE risk.accounts SET risk_per_trade = a.risk_per_trade, max_positions = a.max_positions,
        max_symbol_notional = a.max_symbol_notional, max_total_notional = a.max_total_notional,
        max_orders_per_minute = a.max_orders_per_minute, max_daily_loss_r = a.max_daily_loss_r,
        warn_daily_loss_r = a.warn_daily_loss_r, max_unrealised_loss_r = a.max_unrealised_loss_r,
        max_consecutive_losses = a.max_consecutive_losses, loss_pause_ms = a.loss_pause_ms,
        max_data_age_ms = a.max_data_age_ms, max_venue_silence_ms = a.max_venue_silence_ms, hold_alert_ms = a.hold_alert_ms,
        order_in_doubt_ms = a.order_in_doubt_ms, warn_clock_offset_ms = a.warn_clock_offset_ms,
        max_clock_ahead_ms = a.max_clock_ahead_ms, max_clock_offset_ms = a.max_clock_offset_ms,
        limits_version = limits_version + 1, limits_changed_by = by_actor, limits_changed_at = happened
    WHERE account = for_account;
    PERFORM ops.append_audit(for_account, happened, by_actor, 'limits_set', changes, p->>'reason');
    RETURN jsonb_build_object('result', 'changed', 'text', changes || coalesce('. Nothing is closed, and no entry passes until it fits: '
        || risk.beyond_limits(for_account, happened), ''));
END $$;

CREATE FUNCTION risk.set_limits_once(key text, hash text, for_account text, p jsonb, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    outcome jsonb;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    outcome := risk.set_limits(for_account, p, by_actor, ops.market_time());
    IF outcome->>'result' NOT IN ('changed', 'same') THEN
        RETURN outcome;
    END IF;
    RETURN ops.keep_answer(key, hash,
        (risk.settings_json(for_account) || outcome || jsonb_build_object('as_of', ops.iso(ops.market_time())))::text);
END $$;

-- Lets no entry into a symbol until a person unblocks it, and says so in every account's chain, once for each reason.
CREATE FUNCTION risk.block(for_symbol text, why text, by_source text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    chain text;
BEGIN
    IF EXISTS (SELECT 1 FROM market.blocked_symbols WHERE symbol = for_symbol AND reason = why) THEN
        RETURN false;
    END IF;
    INSERT INTO market.blocked_symbols (symbol, reason) VALUES (for_symbol, why)
    ON CONFLICT (symbol) DO UPDATE SET reason = excluded.reason;
    FOR chain IN SELECT account FROM risk.accounts ORDER BY account LOOP
        PERFORM ops.append_audit(chain, ops.market_time(), by_source, 'blocked', for_symbol, why);
    END LOOP;
    RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION risk.block(text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION risk.block(text, text, text) TO sextant_ingest, sextant_scorer, sextant_reconciler;

-- The spot account that is traded beside an account, itself or one that follows it, or NULL; known once it was reconciled.
CREATE FUNCTION risk.spot_account(for_account text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT a.account FROM risk.accounts a JOIN ops.component_status s ON s.component = 'reconciler-spot' AND s.status->>'account' = a.account
    WHERE for_account IN (a.account, a.follows)
$$;

-- Lets entries into a symbol again, by a named person; not while the last reconciliation saw the difference, or none came
-- after the block: that of the spot account for an asset or a pair of its venue. Answers {"result": changed | same | a refusal, "text"}.
CREATE FUNCTION risk.unblock(for_account text, for_symbol text, why text, by_actor text, happened timestamptz) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    b market.blocked_symbols;
    of_spot constant text := risk.spot_account(for_account);
    seen ops.component_status;
    chain text;
BEGIN
    SELECT * INTO b FROM market.blocked_symbols WHERE symbol = for_symbol FOR UPDATE;
    IF NOT FOUND THEN
        RETURN jsonb_build_object('result', 'same', 'text', for_symbol || ' is not blocked');
    END IF;
    IF of_spot IS NOT NULL AND NOT EXISTS (SELECT 1 FROM market.instruments WHERE symbol = for_symbol AND venue <> 'KRAKEN') THEN
        SELECT * INTO seen FROM ops.component_status WHERE component = 'reconciler-spot' AND status->>'account' = of_spot;
    ELSE
        SELECT * INTO seen FROM ops.component_status WHERE component = 'reconciler' AND status->>'account' = for_account;
    END IF;
    IF seen.component IS NULL OR seen.as_of < b.blocked_at OR seen.status->'unreadable' <> '[]' THEN
        RETURN jsonb_build_object('result', 'not_reconciled', 'text', 'no reconciliation has read everything since '
            || for_symbol || ' was blocked; ask for one');
    END IF;
    IF EXISTS (SELECT 1 FROM jsonb_array_elements(seen.status->'position_mismatches' || (seen.status->'book_errors')) e
               WHERE e->>'symbol' = for_symbol) THEN
        RETURN jsonb_build_object('result', 'still_different', 'text', 'the last reconciliation still finds that ' || b.reason);
    END IF;
    DELETE FROM market.blocked_symbols WHERE symbol = for_symbol;
    FOR chain IN SELECT account FROM risk.accounts ORDER BY account LOOP
        PERFORM ops.append_audit(chain, happened, by_actor, 'unblocked', for_symbol, why || ' (was: ' || b.reason || ')');
    END LOOP;
    RETURN jsonb_build_object('result', 'changed', 'text', for_symbol || ' takes entries again; it was blocked because ' || b.reason);
END $$;

CREATE FUNCTION risk.unblock_once(key text, hash text, for_account text, for_symbol text, why text, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    outcome jsonb;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    outcome := risk.unblock(for_account, for_symbol, why, by_actor, ops.market_time());
    IF outcome->>'result' NOT IN ('changed', 'same') THEN
        RETURN outcome;
    END IF;
    RETURN ops.keep_answer(key, hash, (outcome || jsonb_build_object('symbol', for_symbol, 'as_of', ops.iso(ops.market_time())))::text);
END $$;

-- Reconciliations that people ask for. The reconciler's next pass answers every one that was there when it began.
CREATE TABLE ops.reconcile_requests (
    request_id  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    account     text        NOT NULL REFERENCES risk.accounts,
    reason      text        NOT NULL,
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    done_at     timestamptz,
    findings    jsonb
);
CREATE INDEX reconcile_requests_open ON ops.reconcile_requests (account, request_id) WHERE done_at IS NULL;

CREATE FUNCTION ops.reconcile_request_json(q ops.reconcile_requests) RETURNS jsonb
LANGUAGE sql STABLE
RETURN jsonb_build_object('request_id', q.request_id, 'reason', q.reason, 'asked_by', q.asked_by, 'asked_at', ops.iso(q.asked_at),
    'state', CASE WHEN q.done_at IS NULL THEN 'PENDING' ELSE 'DONE' END, 'done_at', ops.iso(q.done_at),
    'clean', q.findings->'clean', 'findings', q.findings, 'as_of', ops.iso(ops.market_time()));

CREATE FUNCTION ops.ask_reconcile_once(key text, hash text, for_account text, why text, by_actor text) RETURNS jsonb
LANGUAGE plpgsql AS $$
DECLARE
    earlier constant jsonb := ops.earlier_answer(key, hash);
    q ops.reconcile_requests;
BEGIN
    IF earlier IS NOT NULL THEN
        RETURN earlier;
    END IF;
    INSERT INTO ops.reconcile_requests (account, reason, asked_by, asked_at) VALUES (for_account, why, by_actor, ops.market_time())
    RETURNING * INTO q;
    PERFORM ops.append_audit(for_account, q.asked_at, by_actor, 'reconcile_asked', q.request_id::text, why);
    RETURN ops.keep_answer(key, hash, ops.reconcile_request_json(q)::text);
END $$;

-- The newest request that waits, or NULL; asked before a pass begins.
CREATE FUNCTION ops.reconcile_wanted(for_account text) RETURNS bigint
LANGUAGE sql STABLE
RETURN (SELECT max(request_id) FROM ops.reconcile_requests WHERE account = for_account AND done_at IS NULL);

-- Answers the requests up to that one with what the pass has just published.
CREATE FUNCTION ops.reconcile_done(for_account text, up_to bigint, now_at timestamptz) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    answered bigint;
BEGIN
    UPDATE ops.reconcile_requests SET done_at = now_at,
        findings = (SELECT status FROM ops.component_status
            WHERE component IN ('reconciler', 'reconciler-spot') AND status->>'account' = for_account)
    WHERE account = for_account AND request_id <= up_to AND done_at IS NULL;
    GET DIAGNOSTICS answered = ROW_COUNT;
    RETURN answered;
END $$;

DO $$
DECLARE
    f regprocedure;
BEGIN
    FOREACH f IN ARRAY ARRAY[
        'risk.watch(text, text, timestamptz)', 'risk.set_limits(text, jsonb, text, timestamptz)',
        'risk.set_limits_once(text, text, text, jsonb, text)', 'risk.unblock(text, text, text, text, timestamptz)',
        'risk.unblock_once(text, text, text, text, text, text)', 'ops.ask_reconcile_once(text, text, text, text, text)',
        'ops.reconcile_done(text, bigint, timestamptz)']::regprocedure[] LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', f);
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION risk.watch(text, text, timestamptz) TO sextant_placer;
GRANT EXECUTE ON FUNCTION risk.set_limits_once(text, text, text, jsonb, text),
    risk.unblock_once(text, text, text, text, text, text), ops.ask_reconcile_once(text, text, text, text, text) TO sextant_api;
GRANT EXECUTE ON FUNCTION ops.reconcile_done(text, bigint, timestamptz) TO sextant_reconciler;
GRANT SELECT ON risk.guard_conditions, risk.venue_contacts, risk.limit_ranges, ops.alerts, ops.reconcile_requests
    TO sextant_ingest, sextant_scorer, sextant_risk, sextant_placer, sextant_reconciler, sextant_api;
